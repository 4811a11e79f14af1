//! Permissions of images and organizations.
//!
//! Source: SWR API reference, "image permission management" and "organization permission management".

use gloo_net::http::Method;
use serde::Serialize;
use serde_json::Value;

use domain::change::write::{Action, Edit, Write};
use domain::model::access::{AccessList, RawAccess};
use domain::model::names::{Target, UserId, UserName};
use domain::model::user::UserGrant;
use domain::paths;

use super::cancel::Cancel;
use super::client::Client;
use super::error::ApiError;
use super::json;
use super::request::{Call, send};
use super::wire;

/// A write, ready to be shown and to be sent: what is shown is what is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreparedWrite {
    /// The method.
    pub method: Verb,
    /// The path without the region's prefix.
    pub path: String,
    /// The JSON body, where there is one.
    pub body: Option<String>,
}

/// The methods that write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Grants, or shares.
    Post,
    /// Changes.
    Patch,
    /// Revokes, or stops sharing.
    Delete,
}

impl Verb {
    /// As HTTP writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Verb::Post => "POST",
            Verb::Patch => "PATCH",
            Verb::Delete => "DELETE",
        }
    }
}

/// `UserAuth` of a request. `auth` is a number on the wire, and the order of the fields is the documented one.
#[derive(Serialize)]
struct UserAuth<'a> {
    user_id: &'a str,
    user_name: &'a str,
    auth: u8,
}

/// The request of a write: a bare array, of one entry per user or, when revoking, of the users' ids. What can't be
/// seen is written as an escape, since what is sent is what is shown.
pub fn prepare(write: &Write) -> PreparedWrite {
    let method = match write.action {
        Action::Grant => Verb::Post,
        Action::Change => Verb::Patch,
        Action::Revoke => Verb::Delete,
    };
    // Text and numbers always serialise.
    let entry = |edit: &Edit| match edit.desired {
        Some(level) => serde_json::to_string(&UserAuth {
            user_id: edit.id.as_str(),
            user_name: edit.name.as_str(),
            auth: level.auth(),
        })
        .ok(),
        None => serde_json::to_string(edit.id.as_str()).ok(),
    };
    let entries: Vec<String> = write.edits.iter().filter_map(entry).collect();
    PreparedWrite {
        method,
        path: paths::api::access(&write.target),
        body: Some(json::visible(&format!("[{}]", entries.join(",")))),
    }
}

impl Client {
    /// Reads the access list of a target as a caller sees it: `GET …/access`.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn access(
        &self,
        target: &Target,
        caller: &UserId,
        cancel: &Cancel,
    ) -> Result<AccessList, ApiError> {
        let url = self.endpoints.swr.join(&paths::api::access(target));
        let answer = send(Call::get(url, &self.token), cancel).await?;
        answer.read(|body| decode(body, caller))
    }

    /// Sends a prepared write, once. Returns the request ID of the answer, by which CTS (Cloud Trace Service) finds the
    /// change; the answer's body says nothing and is not read.
    ///
    /// # Errors
    /// See [`ApiError`]. After [`ApiError::Network`] and [`ApiError::Timeout`] the write may have been applied.
    pub async fn write(&self, write: &PreparedWrite, cancel: &Cancel) -> Result<Option<String>, ApiError> {
        let call = Call {
            method: match write.method {
                Verb::Post => Method::POST,
                Verb::Patch => Method::PATCH,
                Verb::Delete => Method::DELETE,
            },
            body: write.body.clone(),
            ..Call::get(self.endpoints.swr.join(&write.path), &self.token)
        };
        send(call, cancel).await.map(|answer| answer.request_id)
    }
}

/// Reads the body of `GET …/access` as a caller sees it; `None` where it is no such body at all.
pub fn decode(body: &str, caller: &UserId) -> Option<AccessList> {
    Some(AccessList::assemble(raw(&json::read(body)?)?, caller))
}

/// The plural `others_auths` is what every client reads; an old page calls it `others_auth`, so both are taken
/// together. Both lists and `self_auth` may be missing or null. Items that are no entries are counted.
fn raw(value: &Value) -> Option<RawAccess> {
    let known = ["id", "name", "self_auth", "others_auths", "others_auth"];
    if !value.is_object() || known.iter().all(|key| value.get(key).is_none()) {
        return None;
    }
    let entries = || ["others_auths", "others_auth"].iter().flat_map(|key| wire::entries(value, key));
    let others: Vec<UserGrant> = entries().filter_map(wire::user_grant).collect();
    let own = value.get("self_auth").filter(|own| !own.is_null());
    let odd = |entry: &&Value| !entry.is_object();
    Some(RawAccess {
        id: wire::text(value, "id"),
        creator: wire::text(value, "creator_name").map(UserName::new),
        unreadable: entries().chain(own).filter(odd).count(),
        own: own.and_then(wire::user_grant),
        others,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use domain::change::write::Desired;
    use domain::model::level::{Level, Permission};
    use domain::model::names::{ImageName, OrganizationName};

    fn image() -> Target {
        Target::Image(OrganizationName::new("group").unwrap(), ImageName::new("team/app").unwrap())
    }

    fn edit(id: &str, desired: Desired) -> Edit {
        let expected = Some(Level::Read.into());
        Edit { id: UserId::new(id), name: UserName::new(r#"a"b"#), expected, desired }
    }

    #[test]
    fn grants_and_changes_are_the_documented_array() {
        let edits = [("1", Level::Read), ("2", Level::Manage)].map(|(id, level)| edit(id, Some(level)));
        for (action, method) in [(Action::Grant, "POST"), (Action::Change, "PATCH")] {
            let write = prepare(&Write { target: image(), action, edits: edits.to_vec() });
            assert_eq!(write.method.as_str(), method);
            assert_eq!(write.path, "/v2/manage/namespaces/group/repos/team$app/access");
            assert_eq!(
                write.body.as_deref(),
                Some(
                    r#"[{"user_id":"1","user_name":"a\"b","auth":1},{"user_id":"2","user_name":"a\"b","auth":7}]"#
                )
            );
        }
    }

    #[test]
    fn a_revocation_is_an_array_of_ids() {
        let edits = ["1", r#"2""#].map(|id| edit(id, None)).to_vec();
        let write = prepare(&Write { target: image(), action: Action::Revoke, edits });
        assert_eq!((write.method, write.body.as_deref()), (Verb::Delete, Some(r#"["1","2\""]"#)));
    }

    #[test]
    fn the_documented_answer_is_read() {
        let raw = raw(&json!({
            "id": 1422, "name": "test", "creator_name": "admin",
            "self_auth": {"user_id": "1", "user_name": "me", "auth": 7},
            "others_auths": [{"user_id": "2", "user_name": "other", "auth": 1}],
        }))
        .unwrap();
        assert_eq!(raw.id.as_deref(), Some("1422"));
        assert_eq!(raw.creator, Some(UserName::new("admin")));
        assert_eq!(raw.own.unwrap().permission, Permission::Known(Level::Manage));
        assert_eq!(raw.others.len(), 1);
    }

    #[test]
    fn lists_may_be_missing_null_single_or_under_the_old_name() {
        let others = |value: Value| raw(&value).map(|raw| (raw.others.len(), raw.unreadable)).unwrap();
        let user = json!({"user_id": "2", "user_name": "other", "auth": 1});
        assert_eq!(others(json!({"id": 1, "self_auth": null, "others_auths": null})), (0, 0));
        assert_eq!(others(json!({"id": 1})), (0, 0));
        assert_eq!(others(json!({"others_auths": user})), (1, 0));
        assert_eq!(others(json!({"others_auth": [user], "others_auths": [user]})), (2, 0));
    }

    #[test]
    fn what_is_no_entry_is_counted() {
        let unreadable = |value: Value| raw(&value).unwrap().unreadable;
        assert_eq!(unreadable(json!({"others_auths": [{}, null, 7, "x", []]})), 4);
        assert_eq!(unreadable(json!({"others_auths": "x", "others_auth": 7})), 2);
        assert_eq!(unreadable(json!({"id": 1, "self_auth": "x"})), 1);
    }

    #[test]
    fn both_names_of_the_list_are_one_list_by_id() {
        let body = r#"{"self_auth": {"user_id": "me", "user_name": "me", "auth": 7},
            "others_auths": [{"user_id": "a", "user_name": "a", "auth": 1}, {"user_id": "me", "auth": 1}],
            "others_auth": [{"user_id": "a", "user_name": "b", "auth": 3}, {"user_id": "b", "auth": 1}]}"#;
        let list = decode(body, &UserId::new("me")).unwrap();
        assert_eq!((list.others.len(), list.repeated, list.unreadable), (2, 1, 0));
        assert_eq!(list.own.unwrap().permission, Permission::Known(Level::Manage));
        assert_eq!(list.others[0].permission, Permission::Known(Level::Read));
        assert!(list.others[1].is_incomplete());
    }

    #[test]
    fn what_is_no_access_list_is_not_taken_for_an_empty_one() {
        for body in
            ["", " ", "\u{FEFF}", "null", "[]", "\"x\"", "{}", r#"{"error":"x"}"#, r#"{"id":1"#, "<html>"]
        {
            assert!(decode(body, &UserId::new("me")).is_none(), "{body}");
        }
        assert!(decode("\u{FEFF} {\"id\":1}\n", &UserId::new("me")).is_some());
    }
}
