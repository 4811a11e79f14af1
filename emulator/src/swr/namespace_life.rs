//! `POST /v2/manage/namespaces` and `DELETE /v2/manage/namespaces/{organization}`.

use crate::call::Outcome;
use crate::error;
use crate::http::Response;
use crate::level::Level;
use crate::names::OrganizationName;
use crate::store::{Organization, Store};

use super::{Context, body, new_name, organization, quotas};

/// Everyone may make one: the guide counts the organizations of "each user".
pub(super) fn create(store: &mut Store, context: &Context<'_>) -> Outcome {
    let body = body::object(&context.call.request.body)?;
    let name = body::mandatory(&body, "namespace")?.as_str().ok_or(error::ORGANIZATION_NAME)?;
    let name = new_name::organization(name)?;
    if store.organization(name.as_str()).is_some() {
        return Err(error::ORGANIZATION_EXISTS.into());
    }
    if store.organizations.len() >= quotas::ORGANIZATIONS {
        return Err(error::TOO_MANY_ORGANIZATIONS.into());
    }
    let id = store.next_id();
    store.organizations.push(Organization::new(id, name, &context.caller.user(), context.call.now));
    Ok(context.done(201))
}

pub(super) fn delete(store: &mut Store, context: &Context<'_>, name: &OrganizationName) -> Outcome {
    let doomed = organization(store, name)?;
    if context.caller.on_organization(doomed) != Some(Level::Manage) {
        let is_seen = context.caller.sees(doomed);
        return Err(if is_seen {
            error::NO_RIGHT.into()
        } else {
            context.unseen(error::ORGANIZATION_MISSING)
        });
    }
    if doomed.listed_images().next().is_some() {
        return Err(error::ORGANIZATION_NOT_EMPTY.into());
    }
    store.organizations.retain(|organization| organization.name != *name);
    Ok(Response::empty(204))
}
