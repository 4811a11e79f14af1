//! Why something is changed: a sentence or a ticket number. The API has no field for it, so it is in the journal and its
//! files alone.

use std::fmt;

/// A reason has at most so many characters, so that a file which has it can be opened again.
pub const LONGEST: usize = 10_000;

/// A reason, never blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// Takes what was typed, up to [`LONGEST`]; `None` if that is blank.
    pub fn new(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        (!typed.is_empty()).then(|| Self(typed.chars().take(LONGEST).collect()))
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Nothing can be sent without a reason, and none was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingReason;

/// The reason of a write: what was typed, if anything was.
///
/// # Errors
/// None was typed, and one is required.
pub fn reason(typed: &str, is_required: bool) -> Result<Option<Reason>, MissingReason> {
    match Reason::new(typed) {
        None if is_required => Err(MissingReason),
        reason => Ok(reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_has_an_end() {
        let long = "因".repeat(LONGEST + 1);
        assert_eq!(Reason::new(&long).map(|reason| reason.to_string().chars().count()), Some(LONGEST));
    }

    #[test]
    fn blank_is_no_reason() {
        assert_eq!(
            reason(" OPS-12 ", true).map(|reason| reason.map(|one| one.to_string())),
            Ok(Some("OPS-12".into()))
        );
        for blank in ["", " ", "\t\u{3000}"] {
            assert_eq!(reason(blank, false), Ok(None), "{blank:?}");
            assert_eq!(reason(blank, true), Err(MissingReason), "{blank:?}");
        }
    }
}
