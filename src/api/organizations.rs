//! Organizations.
//!
//! Source: SWR API reference, "organization management"; `access_user_count` and `repo_count` are in live
//! answers and in the vendor's Terraform provider.

use std::collections::HashSet;

use serde_json::Value;

use domain::model::catalog::{Collection, Completeness, Organization, Standing};
use domain::model::level::Permission;
use domain::model::names::{OrganizationName, UserName};
use domain::model::policy::OrganizationRight;
use domain::paths;
use domain::review::snapshot::ListedOrganization;

use super::cancel::Cancel;
use super::client::Client;
use super::error::ApiError;
use super::json;
use super::request::{Call, send};
use super::wire;

impl Client {
    /// Reads every organization that the caller can see.
    ///
    /// Two lists are asked for, one after the other: what is in the wider but not in the narrower one is seen
    /// only through an image. What `auth` says of those is documented nowhere, so it is not relied on.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn organizations(&self, cancel: &Cancel) -> Result<Collection<Organization>, ApiError> {
        let visible = self.namespaces(&paths::api::organizations_visible(), cancel).await?;
        let held = self.namespaces(&paths::api::organizations_held(), cancel).await?;
        Ok(merge(records(&visible), records(&held)))
    }

    /// Reads the caller's right on one organization, for advice only.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn organization_right(
        &self,
        organization: &OrganizationName,
        cancel: &Cancel,
    ) -> Result<OrganizationRight, ApiError> {
        let url = self.endpoints.swr.join(&paths::api::organization(organization));
        let answer = send(Call::get(url, &self.token), cancel).await?;
        answer.read(decode_right)
    }

    async fn namespaces(&self, path: &str, cancel: &Cancel) -> Result<Value, ApiError> {
        let answer = send(Call::get(self.endpoints.swr.join(path), &self.token), cancel).await?;
        answer.read(list)
    }
}

/// Reads the bodies of both lists of organizations; `None` where one is no such body.
pub fn decode(visible: &str, held: &str) -> Option<Collection<Organization>> {
    Some(merge(records(&list(visible)?), records(&list(held)?)))
}

/// Reads the body of `GET /v2/manage/namespaces/{namespace}`; `None` where it is no JSON.
pub fn decode_right(body: &str) -> Option<OrganizationRight> {
    Some(match wire::permission(&json::read(body)?) {
        known @ Permission::Known(_) => OrganizationRight::Known(known),
        Permission::Unknown(text) if text == "0" => OrganizationRight::None,
        Permission::Unknown(_) | Permission::Missing => OrganizationRight::NotKnown,
    })
}

/// Reads the body of one list; `None` where it is no such body. An account without organizations may get null.
fn list(body: &str) -> Option<Value> {
    json::read(body).filter(|value| value.get("namespaces").is_some())
}

/// The records in the body of one list.
fn records(list: &Value) -> &[Value] {
    wire::entries(list, "namespaces")
}

/// Reads one list as a scan takes it: the organizations that have a name to ask for, and how many others there are.
pub(super) fn listed(body: &str) -> Option<(Vec<ListedOrganization>, u32)> {
    let list = list(body)?;
    let one = |value: &Value| {
        Some(ListedOrganization {
            name: OrganizationName::new(wire::text(value, "name")?).ok()?,
            number: wire::text(value, "id"),
            creator: wire::text(value, "creator_name").map(UserName::new),
            counted: wire::count(value, "repo_count"),
        })
    };
    let listed: Vec<ListedOrganization> = records(&list).iter().filter_map(one).collect();
    let nameless = records(&list).len() - listed.len();
    Some((listed, u32::try_from(nameless).unwrap_or(u32::MAX)))
}

/// One list of both: everything that is visible, and everything that is held.
fn merge(visible: &[Value], held: &[Value]) -> Collection<Organization> {
    let mut seen: HashSet<String> = HashSet::new();
    let nameless = |list: &[Value]| list.iter().filter(|value| wire::text(value, "name").is_none()).count();
    let through_image = |value| (value, Standing::ThroughImage);
    // The held ones first: where both lists name an organization, its own entry is the better witness.
    let items = held
        .iter()
        .map(|value| (value, Standing::Holds(wire::permission(value))))
        .chain(visible.iter().map(through_image))
        .filter_map(|(value, standing)| {
            let label = wire::text(value, "name")?;
            if !seen.insert(label.clone()) {
                return None;
            }
            Some(Organization {
                name: OrganizationName::new(label.as_str()).ok(),
                label,
                standing,
                images: wire::count(value, "repo_count"),
                users: wire::count(value, "access_user_count"),
                creator: wire::text(value, "creator_name").map(UserName::new),
            })
        })
        .collect();
    // What is held is visible too, so a record without a name is likely to be in both lists and is counted once.
    let unreadable = nameless(visible).max(nameless(held));
    Collection { items, completeness: Completeness::Whole, unreadable }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use domain::model::level::Level;

    #[test]
    fn what_is_only_visible_is_seen_through_an_image() {
        let group = json!({"id": 1, "name": "group", "creator_name": "admin", "auth": 7, "repo_count": 3});
        let other = json!({"id": 2, "name": "other", "auth": 1});
        let list = merge(&[group.clone(), other], &[group]).items;
        assert_eq!(list.len(), 2);
        assert_eq!(list[0].standing, Standing::Holds(Level::Manage.into()));
        assert_eq!((list[0].images, list[0].users), (Some(3), None));
        assert_eq!(list[1].standing, Standing::ThroughImage);
    }

    #[test]
    fn a_record_without_a_name_hides_no_other_and_is_counted() {
        let odd = [
            json!(null),
            json!({"auth": 7}),
            json!({"name": "a"}),
            json!({"name": ".."}),
            json!({"name": 7}),
        ];
        let list = merge(&odd, &odd[..2]);
        let shown: Vec<_> = list.items.iter().map(|one| (one.label.as_str(), one.name.is_some())).collect();
        assert_eq!((shown, list.unreadable), (vec![("a", true), ("..", false), ("7", true)], 2));
    }

    #[test]
    fn an_empty_list_is_told_from_no_list() {
        for body in [r#"{"namespaces":[]}"#, r#"{"namespaces":null}"#, "\u{FEFF}{\"namespaces\":[]} "] {
            assert_eq!(decode(body, body).map(|list| list.items.len()), Some(0), "{body}");
        }
        for body in
            ["", " ", "\u{FEFF}", "null", "[]", "{}", "[{\"name\":\"a\"}]", "{\"namespaces\":[", "<html>"]
        {
            assert!(decode(body, r#"{"namespaces":[]}"#).is_none(), "{body}");
        }
        let single = r#"{"namespaces":{"name":"a"}}"#;
        assert_eq!(
            decode(single, r#"{"namespaces":"x"}"#).map(|list| (list.items.len(), list.unreadable)),
            Some((1, 1))
        );
    }

    #[test]
    fn a_right_is_a_level_none_or_not_known() {
        let table = [
            (r#"{"auth":7}"#, Some(OrganizationRight::Known(Level::Manage.into()))),
            (r#"{"auth":0}"#, Some(OrganizationRight::None)),
            (r#"{"auth":2}"#, Some(OrganizationRight::NotKnown)),
            (r#"{"auth":"7"}"#, Some(OrganizationRight::NotKnown)),
            ("{}", Some(OrganizationRight::NotKnown)),
            ("[]", Some(OrganizationRight::NotKnown)),
            ("", None),
            ("{", None),
        ];
        for (body, expected) in table {
            assert_eq!(decode_right(body), expected, "{body}");
        }
    }
}
