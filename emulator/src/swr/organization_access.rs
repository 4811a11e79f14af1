//! `/v2/manage/namespaces/{organization}/access`: who holds what on all images of an organization.

use crate::call::Outcome;
use crate::error;
use crate::http::Response;
use crate::names::OrganizationName;
use crate::store::{Organization, Store};
use crate::switches::{OrganizationGrantStatus, SelfInOrganizationOthers};

use super::access_edit::{AccessWrite, Subject};
use super::access_list::{self, AccessList};
use super::on_image::{Access, Edit};
use super::{Context, organization};

pub(super) fn answer(
    store: &mut Store,
    context: &Context<'_>,
    action: Access,
    name: &OrganizationName,
) -> Outcome {
    let shared = organization(store, name)?;
    match action {
        Access::Read => read(context, shared),
        Access::Edit(edit) => {
            if !context.caller.may_share_organization(shared) {
                let is_seen = context.caller.sees(shared);
                return Err(if is_seen {
                    error::NO_RIGHT.into()
                } else {
                    context.unseen(error::ORGANIZATION_MISSING)
                });
            }
            let write =
                AccessWrite { context, subject: Subject::Organization, creator: &shared.creator, store };
            let applied = write.apply(edit, &shared.grants);
            if let (Some(grants), Some(organization)) =
                (applied.grants, store.organization_mut(name.as_str()))
            {
                organization.grants = grants;
            }
            applied.outcome.map(|style| success(context, edit).given(style))
        }
    }
}

fn read(context: &Context<'_>, organization: &Organization) -> Outcome {
    let Context { switches, caller, .. } = *context;
    let Some(effective) = caller.on_organization(organization) else {
        let is_seen = caller.sees(organization);
        return Err(if is_seen {
            error::NO_RIGHT.into()
        } else {
            context.unseen(error::ORGANIZATION_MISSING)
        });
    };
    let with_caller = switches.self_in_organization_others == SelfInOrganizationOthers::Yes;
    let list = AccessList {
        id: organization.id,
        name: organization.name.as_str(),
        creator_name: Some(&organization.creator.name),
        self_auth: access_list::self_auth(&organization.grants, caller, Some(effective), switches),
        others_auths: access_list::others_auths(&organization.grants, caller, with_caller, switches),
    };
    Ok(Response::json(200, &list))
}

fn success(context: &Context<'_>, edit: Edit) -> Response {
    match edit {
        Edit::Grant => context.done(match context.switches.organization_grant_status {
            OrganizationGrantStatus::Created => 201,
            OrganizationGrantStatus::Ok => 200,
        }),
        Edit::Change => context.done(201),
        Edit::Revoke => Response::empty(204),
    }
}
