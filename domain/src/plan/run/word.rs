//! What an edit has come to: one of six words, with the facts behind it.

use crate::change::write::Current;
use crate::model::names::{Target, UserId};

use super::Stop;
use super::command::Failure;

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// A request was sent for it, and the list that was read afterwards shows what should be. What was there before is what
    /// the edit expects.
    Applied(Said),
    /// What should be was there before: nothing was sent, or the service refused a request about this user alone since
    /// somebody else had just done the same.
    AlreadySo(Option<Said>),
    /// The list shows neither what was expected nor what should be.
    ChangedMeanwhile {
        /// What the list shows.
        now: Current,
        /// What the service said, if a request was sent.
        said: Option<Said>,
    },
    /// A request was sent, and the list that was read afterwards shows what was there before.
    NotApplied(Said),
    /// Nothing was sent.
    NotSent(NotSent),
    /// A request was sent, and no list says what it has come to.
    Unknown {
        /// What the service said.
        said: Said,
        /// Why nobody knows.
        why: Unseen,
    },
}

/// What the service said of a request that writes. The list decides what it has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// That it was done.
    Done,
    /// Something else, or nothing.
    Failed(Failure),
}

/// Why nothing was sent for an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSent {
    /// The list could not be read.
    Unread(Failure),
    /// The list has entries that can be anybody's, and does not show the user.
    MayHide,
    /// The target was deleted and made anew since the plan was made.
    MadeAnew,
    /// Another request for the same target failed before.
    AfterFailure,
    /// It takes something away, and what it may rest on did not come about: the edit of this user on this target.
    HeldBack {
        /// On what.
        target: Target,
        /// Whose edit.
        user: UserId,
    },
    /// The run was stopped before.
    Stopped(Stop),
}

/// Why nobody knows what a request has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unseen {
    /// The list could not be read afterwards.
    Unread(Failure),
    /// It has entries that can be anybody's, and does not show the user.
    MayHide,
}

/// The six words without their facts, in the order in which results are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// See [`Word::Applied`].
    Applied,
    /// See [`Word::AlreadySo`].
    AlreadySo,
    /// See [`Word::ChangedMeanwhile`].
    ChangedMeanwhile,
    /// See [`Word::NotApplied`].
    NotApplied,
    /// See [`Word::NotSent`].
    NotSent,
    /// See [`Word::Unknown`].
    Unknown,
}

impl Kind {
    /// All words.
    pub const ALL: [Kind; 6] = [
        Kind::Applied,
        Kind::AlreadySo,
        Kind::ChangedMeanwhile,
        Kind::NotApplied,
        Kind::NotSent,
        Kind::Unknown,
    ];

    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            Kind::Applied => "applied",
            Kind::AlreadySo => "already-so",
            Kind::ChangedMeanwhile => "changed-meanwhile",
            Kind::NotApplied => "not-applied",
            Kind::NotSent => "not-sent",
            Kind::Unknown => "unknown",
        }
    }
}

impl Word {
    /// The word without its facts.
    pub const fn kind(&self) -> Kind {
        match self {
            Word::Applied(_) => Kind::Applied,
            Word::AlreadySo(_) => Kind::AlreadySo,
            Word::ChangedMeanwhile { .. } => Kind::ChangedMeanwhile,
            Word::NotApplied(_) => Kind::NotApplied,
            Word::NotSent(_) => Kind::NotSent,
            Word::Unknown { .. } => Kind::Unknown,
        }
    }

    /// Whether what should be is so.
    pub const fn is_as_planned(&self) -> bool {
        matches!(self, Word::Applied(_) | Word::AlreadySo(_))
    }

    /// What the service said of the request; `None` if none was sent.
    pub const fn said(&self) -> Option<&Said> {
        match self {
            Word::Applied(said) | Word::NotApplied(said) | Word::Unknown { said, .. } => Some(said),
            Word::AlreadySo(said) | Word::ChangedMeanwhile { said, .. } => said.as_ref(),
            Word::NotSent(_) => None,
        }
    }

    /// Whether it counts as a failure of the service or the network.
    pub(super) const fn is_failure(&self) -> bool {
        match self {
            Word::NotApplied(_) | Word::Unknown { .. } => true,
            Word::NotSent(why) => matches!(why, NotSent::Unread(_) | NotSent::AfterFailure),
            Word::Applied(_) | Word::AlreadySo(_) | Word::ChangedMeanwhile { .. } => false,
        }
    }
}
