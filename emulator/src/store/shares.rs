//! The accounts that an image is shared with, in the order of sharing. Whether a share has ended is a matter of the time
//! at which someone asks.

use crate::names::AccountName;
use crate::time::UnixMillis;

use super::User;

/// How long another account may pull an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deadline {
    /// As long as nobody ends it.
    Forever,
    /// Up to a moment.
    At {
        /// The moment as the client wrote it; it is given back in the same form.
        text: String,
        /// The moment.
        moment: UnixMillis,
    },
}

impl Deadline {
    /// `forever`, or a date-time of RFC 3339 in UTC.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "forever" {
            return Some(Self::Forever);
        }
        UnixMillis::from_rfc3339(text).map(|moment| Self::At { text: text.to_owned(), moment })
    }

    /// As it is on the wire.
    pub fn text(&self) -> &str {
        match self {
            Self::Forever => "forever",
            Self::At { text, .. } => text,
        }
    }

    /// Whether it has passed.
    pub fn has_passed(&self, now: UnixMillis) -> bool {
        matches!(self, Self::At { moment, .. } if *moment <= now)
    }
}

/// One account that may pull an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The account.
    pub account: AccountName,
    /// When it ends.
    pub deadline: Deadline,
    /// A sentence about it.
    pub description: String,
    /// Who shared the image.
    pub creator: User,
    /// When they shared it.
    pub created: UnixMillis,
    /// When the share last changed.
    pub updated: UnixMillis,
}

/// The accounts that one image is shared with: at most one share per account.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shares(Vec<Share>);

impl Shares {
    /// The shares in the order of sharing.
    pub fn in_order(&self) -> &[Share] {
        &self.0
    }

    /// The share with that account.
    pub fn with(&self, account: &AccountName) -> Option<&Share> {
        self.0.iter().find(|share| share.account == *account)
    }

    /// Shares with an account. If the image is shared with it already, that share keeps its place and is replaced.
    pub fn put(&mut self, share: Share) {
        match self.0.iter_mut().find(|known| known.account == share.account) {
            Some(known) => *known = share,
            None => self.0.push(share),
        }
    }

    /// Ends the share with an account; says whether there was one.
    pub fn remove(&mut self, account: &AccountName) -> bool {
        let before = self.0.len();
        self.0.retain(|share| share.account != *account);
        self.0.len() < before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_is_forever_or_a_moment_in_utc() {
        assert_eq!(Deadline::parse("forever"), Some(Deadline::Forever));
        let deadline = Deadline::parse("2024-01-31T23:59:59Z").expect("a deadline");
        assert_eq!(deadline.text(), "2024-01-31T23:59:59Z");
        assert!(deadline.has_passed(UnixMillis::new(1_706_745_599_000)));
        assert!(!deadline.has_passed(UnixMillis::new(1_706_745_598_999)));
        assert!(!Deadline::Forever.has_passed(UnixMillis::new(u64::MAX)));
        for text in ["", "never", "2024-01-31", "2024-01-31T23:59:59+01:00", "Forever"] {
            assert_eq!(Deadline::parse(text), None, "{text}");
        }
    }
}
