//! Percent-encoding of one path segment or query value.

/// Encodes a text so that it is one segment of a path or one value of a query.
///
/// `$` stays as it is: it stands for `/` in image names, and every client of the service sends it bare.
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~$".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(hex(byte >> 4));
            encoded.push(hex(byte & 15));
        }
    }
    encoded
}

/// Decodes a segment or value; `None` where it is not the encoding of any text.
pub fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> char {
    char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_means_something_else_is_encoded() {
        assert_eq!(encode("team$web-1.0_x~"), "team$web-1.0_x~");
        assert_eq!(encode("a/b?c#d%e f"), "a%2Fb%3Fc%23d%25e%20f");
        assert_eq!(encode("名"), "%E5%90%8D");
    }

    #[test]
    fn broken_encodings_are_none() {
        for text in ["%", "%2", "%zz", "%ff", "%+1"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn every_text_comes_back(text in any::<String>()) {
                let encoded = encode(&text);
                prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_graphic() && !b"/?#&+=".contains(&byte)));
                prop_assert_eq!(decode(&encoded), Some(text));
            }
        }
    }
}
