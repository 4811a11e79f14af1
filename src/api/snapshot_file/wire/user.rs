//! The line of a user: names, and what the account's user list says.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use domain::grant::directory::Standing;
use domain::model::names::{UserId, UserName};
use domain::review::snapshot::KnownUser;

/// The kind of the line.
pub(in crate::api::snapshot_file) const KIND: &str = "person";

/// See the module.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::api::snapshot_file) struct UserLine<'a> {
    #[serde(borrow)]
    t: Cow<'a, str>,
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    names: Vec<Cow<'a, str>>,
    iam: Iam,
}

/// What IAM says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Iam {
    Enabled,
    Disabled,
    Absent,
    Unknown,
}

impl<'a> UserLine<'a> {
    /// The line of a user, whose id is written like this.
    pub(in crate::api::snapshot_file) fn of(user: &'a KnownUser, id: &'a str) -> Self {
        Self {
            t: KIND.into(),
            id: id.into(),
            names: user.names.iter().map(|name| name.as_str().into()).collect(),
            iam: match user.standing {
                Standing::Active => Iam::Enabled,
                Standing::Disabled => Iam::Disabled,
                Standing::Absent => Iam::Absent,
                Standing::NotKnown => Iam::Unknown,
            },
        }
    }

    /// The user; `None` without an id.
    pub(in crate::api::snapshot_file) fn user(self) -> Option<KnownUser> {
        let standing = match self.iam {
            Iam::Enabled => Standing::Active,
            Iam::Disabled => Standing::Disabled,
            Iam::Absent => Standing::Absent,
            Iam::Unknown => Standing::NotKnown,
        };
        let names = self.names.into_iter().map(UserName::new).collect();
        (!self.id.is_empty()).then(|| KnownUser { id: UserId::new(self.id), names, standing })
    }
}
