//! What reading a list has come to, on lines: the moment and what was unreadable, or why it was not read.

use serde::{Deserialize, Serialize};

use domain::model::catalog::Completeness;
use domain::review::snapshot::{Fault, ListReading, Reading};

use super::Form;
use super::moment::Moment;

/// Why a list was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::api::snapshot_file) struct NotRead {
    why: Why,
    /// How the request failed, if it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    fault: Option<FaultKind>,
    /// The HTTP status of a denial or failure.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    /// The service's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Why {
    NotYet,
    Denied,
    Gone,
    Failed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum FaultKind {
    NoAnswer,
    TimeOut,
    Status,
    Unreadable,
    TooLarge,
}

/// A reading as the three keys of a line.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) read: Option<Moment>,
    pub(super) unreadable: Option<u32>,
    pub(super) not_read: Option<NotRead>,
}

impl Parts {
    pub(super) fn of(reading: &Reading, form: Form) -> Self {
        let not_read = |why, fault, status, code: Option<&String>| Self {
            not_read: Some(NotRead { why, fault, status, code: code.cloned() }),
            ..Self::default()
        };
        let failed = |fault| not_read(Why::Failed, Some(fault), None, None);
        match reading {
            Reading::Read { at, unreadable } => Self {
                read: (form == Form::File).then_some(Moment(*at)),
                unreadable: Some(*unreadable),
                not_read: None,
            },
            Reading::NotYet => not_read(Why::NotYet, None, None, None),
            Reading::Gone => not_read(Why::Gone, None, None, None),
            Reading::Denied { status, code } => not_read(Why::Denied, None, Some(*status), code.as_ref()),
            Reading::Failed(Fault::Status { status, code }) => {
                not_read(Why::Failed, Some(FaultKind::Status), Some(*status), code.as_ref())
            }
            Reading::Failed(Fault::NoAnswer) => failed(FaultKind::NoAnswer),
            Reading::Failed(Fault::TimeOut) => failed(FaultKind::TimeOut),
            Reading::Failed(Fault::Unreadable) => failed(FaultKind::Unreadable),
            Reading::Failed(Fault::TooLarge) => failed(FaultKind::TooLarge),
        }
    }

    /// The reading; `None` where the keys don't go together.
    pub(super) fn reading(self) -> Option<Reading> {
        let Parts { read, unreadable, not_read } = self;
        let NotRead { why, fault, status, code } = match (read, unreadable, not_read) {
            (Some(Moment(at)), Some(unreadable), None) => return Some(Reading::Read { at, unreadable }),
            (None, None, Some(not_read)) => not_read,
            _ => return None,
        };
        let is_bare = status.is_none() && code.is_none();
        match (why, fault) {
            (Why::NotYet, None) if is_bare => Some(Reading::NotYet),
            (Why::Gone, None) if is_bare => Some(Reading::Gone),
            (Why::Denied, None) => Some(Reading::Denied { status: status?, code }),
            (Why::Failed, Some(FaultKind::Status)) => {
                Some(Reading::Failed(Fault::Status { status: status?, code }))
            }
            (Why::Failed, Some(fault)) if is_bare => Some(Reading::Failed(match fault {
                FaultKind::NoAnswer => Fault::NoAnswer,
                FaultKind::TimeOut => Fault::TimeOut,
                FaultKind::TooLarge => Fault::TooLarge,
                FaultKind::Unreadable | FaultKind::Status => Fault::Unreadable,
            })),
            _ => None,
        }
    }
}

/// The reading of a list of organizations, images or users.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::api::snapshot_file) struct Listing {
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unreadable: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_read: Option<NotRead>,
    completeness: Extent,
    /// How many the service announced, where it delivered fewer.
    #[serde(skip_serializing_if = "Option::is_none")]
    announced: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Extent {
    Whole,
    Short,
    Endless,
}

impl Listing {
    pub(super) fn of(listing: &ListReading, form: Form) -> Self {
        let Parts { read, unreadable, not_read } = Parts::of(&listing.reading, form);
        let (completeness, announced) = match listing.completeness {
            Completeness::Whole => (Extent::Whole, None),
            Completeness::Short { announced } => (Extent::Short, Some(announced)),
            Completeness::Endless => (Extent::Endless, None),
        };
        Self { read, unreadable, not_read, completeness, announced }
    }

    /// The reading; `None` where the keys don't go together.
    pub(super) fn reading(self) -> Option<ListReading> {
        let Self { read, unreadable, not_read, completeness, announced } = self;
        let reading = Parts { read, unreadable, not_read }.reading()?;
        let completeness = match (completeness, announced) {
            (Extent::Whole, None) => Completeness::Whole,
            (Extent::Short, Some(announced)) => Completeness::Short { announced },
            (Extent::Endless, None) => Completeness::Endless,
            _ => return None,
        };
        Some(ListReading { reading, completeness })
    }
}
