//! What of an image a call is about, and what it does with it.

use crate::names::AccountName;

/// What of an image a call is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum OnImage {
    Itself,
    Attributes,
    Deletion,
    Tags,
    Access(Access),
    Shares(OnShares),
}

/// What is done with the accounts that an image is shared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum OnShares {
    List,
    Show(AccountName),
    Edit(ShareEdit),
}

/// How the accounts that an image is shared with are changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ShareEdit {
    /// The body names the account.
    Add,
    Change(AccountName),
    Remove(AccountName),
}

impl OnImage {
    /// What a method on a path below an image's own is.
    pub(super) fn of(method: &str, below: &[&str]) -> Option<Self> {
        match (method, below) {
            ("GET", []) => Some(Self::Itself),
            ("PATCH", []) => Some(Self::Attributes),
            ("DELETE", []) => Some(Self::Deletion),
            ("GET", ["tags"]) => Some(Self::Tags),
            (_, ["access"]) => Access::of(method).map(Self::Access),
            _ => None,
        }
    }

    /// Whether it only asks.
    pub(super) fn is_read(&self) -> bool {
        match self {
            Self::Itself
            | Self::Tags
            | Self::Access(Access::Read)
            | Self::Shares(OnShares::List | OnShares::Show(_)) => true,
            Self::Attributes
            | Self::Deletion
            | Self::Access(Access::Edit(_))
            | Self::Shares(OnShares::Edit(_)) => false,
        }
    }
}

/// What is done with a list of permissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    Edit(Edit),
}

/// How a list of permissions is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edit {
    Grant,
    Change,
    Revoke,
}

impl OnShares {
    pub(super) fn of(method: &str, rest: &[&str]) -> Option<Self> {
        let account = |name: &str| AccountName::new(name);
        match (method, rest) {
            ("GET", []) => Some(Self::List),
            ("POST", []) => Some(Self::Edit(ShareEdit::Add)),
            ("GET", [name]) => Some(Self::Show(account(name))),
            ("PATCH", [name]) => Some(Self::Edit(ShareEdit::Change(account(name)))),
            ("DELETE", [name]) => Some(Self::Edit(ShareEdit::Remove(account(name)))),
            _ => None,
        }
    }
}

impl Access {
    pub(super) fn of(method: &str) -> Option<Self> {
        match method {
            "GET" => Some(Self::Read),
            "POST" => Some(Self::Edit(Edit::Grant)),
            "PATCH" => Some(Self::Edit(Edit::Change)),
            "DELETE" => Some(Self::Edit(Edit::Revoke)),
            _ => None,
        }
    }
}
