//! The token: a secret that is never printed.

use std::fmt;

/// An IAM token. It has no `Display`, and its `Debug` says nothing: the only ways out are the request header
/// and the session store, both inside this crate.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Takes a token that a header can carry: not empty, visible ASCII. White space around it, as left by
    /// copying, is removed.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
        fits.then(|| Self(text.to_owned()))
    }

    /// The last four characters behind dots, for showing which token a request would carry. A token too short
    /// to hide anything shows none of itself.
    pub fn masked(&self) -> String {
        let shown = if self.0.len() >= 16 { self.0.get(self.0.len() - 4..).unwrap_or_default() } else { "" };
        format!("••••{shown}")
    }

    /// The secret itself, for the header and the session store.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_never_printed() {
        let token = Token::new("TOKEN-CANARY-0123456789").unwrap();
        assert_eq!(format!("{token:?}"), "Token(…)");
        assert_eq!(token.masked(), "••••6789");
        assert_eq!(Token::new("short").unwrap().masked(), "••••");
    }

    #[test]
    fn only_what_a_header_can_carry_is_a_token() {
        assert_eq!(Token::new("  abc\n").unwrap().reveal(), "abc");
        for text in ["", "  ", "a b", "a\r\nX-Evil: 1", "tökén"] {
            assert_eq!(Token::new(text), None, "{text:?}");
        }
    }
}
