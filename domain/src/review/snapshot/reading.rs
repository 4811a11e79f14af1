//! What reading one list has come to. "Not read" is a value of its own, with its reason.

use crate::model::catalog::Completeness;
use crate::text::time::UnixMillis;

/// What reading an access list has come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Reading {
    /// It was not asked for yet, or no answer has come.
    #[default]
    NotYet,
    /// It was read.
    Read {
        /// When.
        at: UnixMillis,
        /// How many entries can't be assigned to a user: they could not be read, or have no id.
        unreadable: u32,
    },
    /// The service refuses it to the caller.
    Denied {
        /// The HTTP status.
        status: u16,
        /// The service's code, where it sent one.
        code: Option<String>,
    },
    /// What it belongs to does not exist any more.
    Gone,
    /// The request failed.
    Failed(Fault),
}

/// How a request can fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No answer came.
    NoAnswer,
    /// None came in time.
    TimeOut,
    /// An answer that is neither a success nor a denial.
    Status {
        /// The HTTP status.
        status: u16,
        /// The service's code, where it sent one.
        code: Option<String>,
    },
    /// A success that says something else than what was asked for.
    Unreadable,
    /// An answer too large to be read.
    TooLarge,
}

impl Reading {
    /// Whether there is a list.
    pub const fn is_read(&self) -> bool {
        matches!(self, Reading::Read { .. })
    }

    /// Whether a user who is not on the list is not on it: all of it was read.
    pub const fn is_whole(&self) -> bool {
        matches!(self, Reading::Read { unreadable: 0, .. })
    }

    /// Whether there is something that was not read.
    pub const fn is_open(&self) -> bool {
        !matches!(self, Reading::Read { .. } | Reading::Gone)
    }

    /// When it was read.
    pub const fn at(&self) -> Option<UnixMillis> {
        match self {
            Reading::Read { at, .. } => Some(*at),
            _ => None,
        }
    }

    /// How many entries can't be assigned to a user.
    pub const fn unreadable(&self) -> u32 {
        match self {
            Reading::Read { unreadable, .. } => *unreadable,
            _ => 0,
        }
    }
}

/// What reading a list of organizations, images or users has come to. It may have been read page by page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListReading {
    /// The reading. `unreadable` are records without a name that can be asked for.
    pub reading: Reading,
    /// Whether its end was reached.
    pub completeness: Completeness,
}

impl ListReading {
    /// A list that was read to its end.
    pub const fn whole(at: UnixMillis) -> Self {
        Self::read(at, 0, Completeness::Whole)
    }

    /// A list that was read.
    pub const fn read(at: UnixMillis, unreadable: u32, completeness: Completeness) -> Self {
        Self { reading: Reading::Read { at, unreadable }, completeness }
    }

    /// A list that was not read.
    pub const fn not_read(reading: Reading) -> Self {
        Self { reading, completeness: Completeness::Whole }
    }

    /// Whether everything is on it that the service lists.
    pub fn is_whole(&self) -> bool {
        self.reading.is_whole() && self.completeness == Completeness::Whole
    }
}

impl Default for ListReading {
    fn default() -> Self {
        Self::not_read(Reading::NotYet)
    }
}

/// The lists that are not about one organization.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lists {
    /// The organizations.
    pub organizations: ListReading,
    /// The account's users. Few callers may read them.
    pub users: ListReading,
    /// The images that are shared with other accounts.
    pub shared: ListReading,
}
