//! What images say that are there for a fault: what an honest image would say about the first users of the account, or the
//! accounts that the seed knows, and then the fault.

use crate::faults::Fault;
use crate::http::Response;
use crate::level::Level;
use crate::names::{AccountName, ImageName, OrganizationName};
use crate::store::{Deadline, Grant, Grants, Share, Store};

use super::Context;
use super::access_list::{self, AccessList};
use super::on_image::{OnImage, OnShares};
use super::share_list::{self, ShareBody};

pub(super) fn answer(
    context: &Context<'_>,
    fault: Fault,
    store: &Store,
    on: &OnImage,
    organization: &OrganizationName,
    name: &ImageName,
) -> Response {
    let honest = match on {
        OnImage::Shares(OnShares::List) => shares(context, store, organization, name),
        OnImage::Shares(OnShares::Show(account)) => {
            share_list::shown(&share(context, account), organization, name, context.call.now)
        }
        OnImage::Shares(OnShares::Edit(_))
        | OnImage::Itself
        | OnImage::Attributes
        | OnImage::Deletion
        | OnImage::Tags
        | OnImage::Access(_) => access(context, store, name),
    };
    let answer = fault.corrupt(honest);
    // A client that follows is shown the permissions on something else.
    let elsewhere = format!("/v2/manage/namespaces/{organization}/access");
    if fault == Fault::Redirect { answer.replacing_header("Location", &elsewhere) } else { answer }
}

fn access(context: &Context<'_>, store: &Store, name: &ImageName) -> Response {
    let levels = [Level::Manage, Level::Manage, Level::Write, Level::Read];
    let mut grants = Grants::default();
    for (user, level) in store.users.iter().zip(levels) {
        // No user is there twice.
        let _ = grants.grant(Grant { user_id: user.id.clone(), user_name: user.name.clone(), level });
    }
    let Context { switches, caller, .. } = *context;
    let list = AccessList {
        id: 1,
        name: name.as_str(),
        creator_name: None,
        self_auth: access_list::self_auth(&grants, caller, None, switches),
        others_auths: access_list::others_auths(&grants, caller, false, switches),
    };
    Response::json(200, &list)
}

fn shares(
    context: &Context<'_>,
    store: &Store,
    organization: &OrganizationName,
    name: &ImageName,
) -> Response {
    let now = context.call.now;
    let shares: Vec<Share> = store.outsiders.iter().map(|account| share(context, account)).collect();
    let bodies: Vec<ShareBody<'_>> =
        shares.iter().map(|share| share_list::body(share, organization, name, now)).collect();
    Response::json(200, &bodies)
}

fn share(context: &Context<'_>, account: &AccountName) -> Share {
    Share {
        account: account.clone(),
        deadline: Deadline::Forever,
        description: String::new(),
        creator: context.caller.user(),
        created: context.call.now,
        updated: context.call.now,
    }
}
