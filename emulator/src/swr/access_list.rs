//! The answer that says who has what permission on an organization or image, in the shape both share.

use serde::{Serialize, Serializer};

use crate::level::Level;
use crate::names::{UserId, UserName};
use crate::rights::Caller;
use crate::store::{Grant, Grants};
use crate::switches::{EmptyOthers, ImplicitSelfAuth, Switches};

/// The answer. What is `None` has no key at all.
#[derive(Serialize)]
pub(super) struct AccessList<'a> {
    pub(super) id: u64,
    pub(super) name: &'a str,
    /// Told of organizations only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) creator_name: Option<&'a UserName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) self_auth: Option<OrNull<UserAuth<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) others_auths: Option<OrNull<Vec<UserAuth<'a>>>>,
}

/// A value, or `null`.
pub(super) enum OrNull<T> {
    Value(T),
    Null,
}

impl<T: Serialize> Serialize for OrNull<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.serialize(serializer),
            Self::Null => serializer.serialize_none(),
        }
    }
}

/// A permission as SWR writes it.
#[derive(Serialize)]
pub(super) struct UserAuth<'a> {
    user_id: &'a UserId,
    user_name: &'a UserName,
    auth: Level,
}

impl<'a> From<&'a Grant> for UserAuth<'a> {
    fn from(grant: &'a Grant) -> Self {
        Self { user_id: &grant.user_id, user_name: &grant.user_name, auth: grant.level }
    }
}

/// The caller's own permission; `effective` is what they may do without an entry of their own.
pub(super) fn self_auth<'a>(
    grants: &'a Grants,
    caller: &'a Caller,
    effective: Option<Level>,
    switches: &Switches,
) -> Option<OrNull<UserAuth<'a>>> {
    if let Some(grant) = grants.of(&caller.id) {
        return Some(OrNull::Value(UserAuth::from(grant)));
    }
    match (switches.implicit_self_auth, effective) {
        (ImplicitSelfAuth::Absent, _) => None,
        (ImplicitSelfAuth::Null, _) | (ImplicitSelfAuth::Effective, None) => Some(OrNull::Null),
        (ImplicitSelfAuth::Effective, Some(auth)) => {
            Some(OrNull::Value(UserAuth { user_id: &caller.id, user_name: &caller.name, auth }))
        }
    }
}

/// Everyone's permissions, with or without the caller's.
pub(super) fn others_auths<'a>(
    grants: &'a Grants,
    caller: &Caller,
    with_caller: bool,
    switches: &Switches,
) -> Option<OrNull<Vec<UserAuth<'a>>>> {
    let is_told = |grant: &&Grant| with_caller || grant.user_id != caller.id;
    let others: Vec<UserAuth<'a>> =
        grants.in_order().into_iter().filter(is_told).map(UserAuth::from).collect();
    match switches.empty_others {
        EmptyOthers::Null if others.is_empty() => Some(OrNull::Null),
        EmptyOthers::Absent if others.is_empty() => None,
        EmptyOthers::Array | EmptyOthers::Null | EmptyOthers::Absent => Some(OrNull::Value(others)),
    }
}
