//! SHA-256, piece by piece. The browser's own takes everything at once, and would hold a file in memory as a whole.

use std::fmt;

use sha2::{Digest as _, Sha256};

/// How a digest begins where a file names it.
const PREFIX: &str = "sha256:";

/// The 32 bytes. As text they are hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Sum([u8; 32]);

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Sum {
    fn of_wire(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(PREFIX)?;
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        if digits.len() != 64 || !digits.bytes().all(is_digit) {
            return None;
        }
        let mut bytes = [0; 32];
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(digits.get(2 * place..2 * place + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

/// Makes a digest of something.
macro_rules! digest {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $name(Sum);

        impl $name {
            /// The digest of everything that a hasher has taken.
            pub(super) fn of(hasher: &Hasher) -> Self {
                Self(hasher.sum())
            }

            /// As a file names it.
            pub(super) fn to_wire(self) -> String {
                format!("{PREFIX}{}", self.0)
            }

            /// The digest that a file names; `None` for anything else.
            pub(super) fn of_wire(text: &str) -> Option<Self> {
                Sum::of_wire(text).map(Self)
            }
        }

        /// As `sha256sum` prints it.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

digest!(
    /// The SHA-256 of a whole file.
    FileDigest
);
digest!(
    /// The SHA-256 of the state in a snapshot, without moments: see [`content`](fn@super::content).
    ContentDigest
);

impl FileDigest {
    /// The digest of a file that is one text.
    pub fn of_text(text: &str) -> Self {
        let mut hasher = Hasher::default();
        hasher.take(text.as_bytes());
        Self::of(&hasher)
    }
}

/// Takes what comes, piece by piece.
#[derive(Debug, Clone, Default)]
pub(super) struct Hasher(Sha256);

impl Hasher {
    pub(super) fn take(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn sum(&self) -> Sum {
        Sum(self.0.clone().finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(pieces: &[&str]) -> FileDigest {
        let mut hasher = Hasher::default();
        for piece in pieces {
            hasher.take(piece.as_bytes());
        }
        FileDigest::of(&hasher)
    }

    /// The vectors of FIPS 180-4.
    #[test]
    fn it_is_sha_256_however_the_text_comes() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!((digest(&["abc"]).to_string(), digest(&["a", "", "bc"])), (abc.into(), digest(&["abc"])));
        assert_eq!(FileDigest::of_text("abc"), digest(&["abc"]));
        assert_eq!(
            digest(&[]).to_string(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }

    #[test]
    fn what_a_file_names_is_read_back_and_nothing_else_is_a_digest() {
        let abc = digest(&["abc"]);
        assert_eq!(FileDigest::of_wire(&abc.to_wire()), Some(abc));
        let hex = abc.to_string();
        for text in [hex.clone(), "sha256:".into(), format!("sha256:{}", hex.to_uppercase())] {
            assert_eq!(FileDigest::of_wire(&text), None, "{text}");
        }
        assert_eq!(FileDigest::of_wire(&format!("sha256:{}é", &hex[..62])), None);
    }
}
