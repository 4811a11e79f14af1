//! `/v2/manage/namespaces`: which organizations there are, and one of them.

use serde::Serialize;

use crate::call::Outcome;
use crate::error::{self, Refusal};
use crate::http::Response;
use crate::names::{OrganizationName, UserName};
use crate::store::{Organization, Store};
use crate::switches::{EmptyMode, VisibleAuth};

use super::Context;

#[derive(Serialize)]
struct Namespaces<'a> {
    namespaces: Vec<ListedNamespace<'a>>,
}

#[derive(Serialize)]
struct ListedNamespace<'a> {
    #[serde(flatten)]
    namespace: Namespace<'a>,
    access_user_count: usize,
    repo_count: usize,
}

#[derive(Serialize)]
struct Namespace<'a> {
    id: u64,
    name: &'a OrganizationName,
    creator_name: &'a UserName,
    #[serde(skip_serializing_if = "Option::is_none")]
    auth: Option<u8>,
}

/// What a list is narrowed to.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wanted<'a> {
    name: Option<&'a str>,
    /// Also organizations that are seen only through a permission on one of their images.
    with_visible: bool,
}

pub(super) fn list(store: &Store, context: &Context<'_>) -> Outcome {
    let wanted = wanted(context)?;
    let is_wanted = |organization: &&Organization| {
        let is_told = if wanted.with_visible {
            context.caller.sees(organization)
        } else {
            context.caller.on_organization(organization).is_some()
        };
        is_told && wanted.name.is_none_or(|name| organization.name.as_str() == name)
    };
    let namespaces = store.organizations.iter().filter(is_wanted).map(|organization| ListedNamespace {
        namespace: namespace(organization, context),
        access_user_count: organization.grants.len(),
        repo_count: organization.listed_images().count(),
    });
    Ok(Response::json(200, &Namespaces { namespaces: namespaces.collect() }))
}

pub(super) fn show(organization: &Organization, context: &Context<'_>) -> Outcome {
    if context.caller.sees(organization) {
        Ok(Response::json(200, &namespace(organization, context)))
    } else {
        Err(context.unseen(error::ORGANIZATION_MISSING))
    }
}

fn namespace<'a>(organization: &'a Organization, context: &Context<'_>) -> Namespace<'a> {
    let auth = match (context.caller.on_organization(organization), context.switches.visible_auth) {
        (Some(level), _) => Some(level.number()),
        (None, VisibleAuth::Zero) => Some(0),
        (None, VisibleAuth::Absent) => None,
    };
    Namespace {
        id: organization.id,
        name: &organization.name,
        creator_name: &organization.creator.name,
        auth,
    }
}

/// The `filter`, if given, overrides the direct parameter.
fn wanted<'a>(context: &Context<'a>) -> Result<Wanted<'a>, Refusal> {
    let mut wanted = Wanted { name: context.call.target.parameter("namespace"), ..Wanted::default() };
    for part in context.call.target.parameter("filter").into_iter().flat_map(|filter| filter.split('|')) {
        match part.split_once("::") {
            Some(("namespace", name)) => wanted.name = Some(name),
            Some(("mode", "visible")) => wanted.with_visible = true,
            Some(("mode", "")) if context.switches.empty_mode == EmptyMode::Accept => {}
            _ => return Err(error::INVALID_FILTER.into()),
        }
    }
    Ok(wanted)
}
