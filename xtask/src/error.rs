//! The one error type of these commands. It is made for the person who reads it: what went wrong, and what to
//! do.
//!
//! Nothing here knows where errors come from; each module words its own.

use std::fmt;

/// A command that cannot go on, in words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Error {
    what: String,
    remedy: Option<String>,
}

/// What every fallible function of these commands returns.
pub(crate) type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error that says what happened.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: None }
    }

    /// The same error with a way out.
    pub(crate) fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        match &self.remedy {
            Some(remedy) => write!(f, "\n  what to do: {remedy}"),
            None => Ok(()),
        }
    }
}

/// Words for a failed file operation, which `io::Error` alone leaves without the path.
pub(crate) fn file(verb: &str, path: &std::path::Path, error: &std::io::Error) -> Error {
    Error::new(format!("cannot {verb} {}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::Error;

    #[test]
    fn shows_the_remedy_on_a_line_of_its_own() {
        assert_eq!(Error::new("no bread").to_string(), "no bread");
        assert_eq!(Error::new("no bread").remedy("eat cake").to_string(), "no bread\n  what to do: eat cake");
    }
}
