//! Characters that can't be seen but change what a name seems to say.

/// A piece of a text for the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Ordinary text.
    Plain(String),
    /// One invisible or direction-changing character, as its code: `U+202E`.
    Hidden(String),
}

/// Splits a text so that invisible characters can be shown where identity matters. A name of ordinary
/// characters comes back as one piece.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    for character in text.chars() {
        if is_hidden(character) {
            if !plain.is_empty() {
                pieces.push(Piece::Plain(std::mem::take(&mut plain)));
            }
            pieces.push(Piece::Hidden(format!("U+{:04X}", u32::from(character))));
        } else {
            plain.push(character);
        }
    }
    if !plain.is_empty() {
        pieces.push(Piece::Plain(plain));
    }
    pieces
}

/// Whether a text holds any such character.
pub fn has_hidden(text: &str) -> bool {
    text.chars().any(is_hidden)
}

/// Controls, directional marks, zero-width characters, and blanks that look like a space or like nothing.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{00A0}' | '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}'
            | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{2000}'..='\u{200F}' | '\u{2028}'..='\u{202F}'
            | '\u{205F}'..='\u{206F}' | '\u{3000}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_names_are_one_piece() {
        assert_eq!(pieces("user 小明-01"), [Piece::Plain("user 小明-01".into())]);
        assert!(pieces("").is_empty());
    }

    #[test]
    fn what_cannot_be_seen_is_named() {
        let expected =
            [Piece::Plain("ad".into()), Piece::Hidden("U+200B".into()), Piece::Plain("min".into())];
        assert_eq!(pieces("ad\u{200B}min"), expected);
        assert_eq!(pieces("\u{202E}"), [Piece::Hidden("U+202E".into())]);
        assert!(has_hidden("a\u{FEFF}") && has_hidden("a\tb") && !has_hidden("a b"));
    }
}
