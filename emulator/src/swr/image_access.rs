//! `/v2/manage/namespaces/{organization}/repos/{image}/access`: who holds what on an image.

use crate::call::Outcome;
use crate::error::{self, Refusal};
use crate::faults;
use crate::http::Response;
use crate::names::{ImageName, OrganizationName};
use crate::store::{Image, ListFault, Organization, Store};
use crate::switches::SelfInImageOthers;

use super::access_edit::{AccessWrite, Subject};
use super::access_list::{self, AccessList};
use super::on_image::{Access, Edit};
use super::{Context, image, organization};

pub(super) fn answer(
    store: &mut Store,
    context: &Context<'_>,
    action: Access,
    organization_name: &OrganizationName,
    name: &ImageName,
) -> Outcome {
    let holder = organization(store, organization_name)?;
    let shared = image(holder, name)?;
    match action {
        Access::Read => read(context, holder, shared),
        Access::Edit(edit) => {
            if !context.caller.may_share(holder, shared) {
                let is_seen = context.caller.on_image(holder, shared).is_some();
                return Err(if is_seen {
                    error::NO_RIGHT.into()
                } else {
                    context.unseen(error::IMAGE_MISSING)
                });
            }
            let write = AccessWrite { context, subject: Subject::Image, creator: &shared.creator, store };
            let applied = write.apply(edit, &shared.grants);
            if let (Some(grants), Some(image)) =
                (applied.grants, store.image_mut(organization_name.as_str(), name.as_str()))
            {
                image.grants = grants;
            }
            applied.outcome.map(|style| success(context, edit).given(style))
        }
    }
}

fn read(context: &Context<'_>, organization: &Organization, image: &Image) -> Outcome {
    let Context { switches, caller, .. } = *context;
    // No page says who may read the list. The emulator lets everyone who has access to the image.
    let Some(effective) = caller.on_image(organization, image) else {
        return Err(context.unseen(error::IMAGE_MISSING));
    };
    if let Some(refused) = image.list_fault.and_then(refusal) {
        return Err(refused);
    }
    let with_caller = switches.self_in_image_others == SelfInImageOthers::Yes;
    let list = AccessList {
        id: image.id,
        name: image.name.as_str(),
        creator_name: None,
        self_auth: access_list::self_auth(&image.grants, caller, Some(effective), switches),
        others_auths: access_list::others_auths(&image.grants, caller, with_caller, switches),
    };
    let answer = Response::json(200, &list);
    Ok(if image.list_fault == Some(ListFault::OddEntry) { faults::with_odd_entry(answer) } else { answer })
}

/// Why the list is not given; `None` if it is.
fn refusal(fault: ListFault) -> Option<Refusal> {
    match fault {
        ListFault::Denied => Some(error::NO_RIGHT.into()),
        ListFault::Refused => Some(Refusal::SwrStatus(403)),
        ListFault::Missing => Some(error::IMAGE_MISSING.into()),
        ListFault::Failing => Some(error::READ_FAILED.into()),
        ListFault::OddEntry => None,
    }
}

fn success(context: &Context<'_>, edit: Edit) -> Response {
    match edit {
        Edit::Grant | Edit::Change => context.done(201),
        Edit::Revoke => Response::empty(204),
    }
}
