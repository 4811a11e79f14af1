//! The accounts that an image is shared with, as SWR writes them.

use serde::Serialize;

use crate::call::Outcome;
use crate::error;
use crate::http::Response;
use crate::names::{AccountName, ImageName, OrganizationName, UserId, UserName};
use crate::store::{Image, Organization, Share};
use crate::switches::{ShareList, ShareMissing};
use crate::time::UnixMillis;

use super::Context;
use super::page::Page;
use super::parameters::Parameters;

/// One of the accounts.
///
/// Source: OTC API reference, `ShowRepoDomainsResponse` of "Querying Accounts an Image Is Shared With".
#[derive(Serialize)]
pub(super) struct ShareBody<'a> {
    namespace: &'a OrganizationName,
    repository: &'a ImageName,
    access_domain: &'a AccountName,
    permit: &'a str,
    deadline: &'a str,
    description: &'a str,
    creator_id: &'a UserId,
    creator_name: &'a UserName,
    created: String,
    updated: String,
    /// False once the deadline has passed.
    status: bool,
}

/// One account that was asked for.
///
/// Source: OTC API reference, "Checking Whether an Account Exists for Receiving a Shared Image".
#[derive(Serialize)]
struct ShownShare<'a> {
    exist: bool,
    #[serde(flatten)]
    share: ShareBody<'a>,
}

/// An account that an image is not shared with. Every field of the answer is optional in the vendor's SDK.
#[derive(Serialize)]
struct NoShare<'a> {
    exist: bool,
    namespace: &'a OrganizationName,
    repository: &'a ImageName,
    access_domain: &'a AccountName,
}

/// The page names no parameters and says that 100 records are returned by default; the emulator takes the parameters that
/// other lists have.
pub(super) fn list(context: &Context<'_>, organization: &Organization, image: &Image) -> Outcome {
    let all = image.shares.in_order().iter();
    let shares: Vec<&Share> = match context.switches.share_list {
        ShareList::All => all.collect(),
        ShareList::Paged => Page::of(&Parameters::Direct(&context.call.target))?.cut(all),
    };
    let now = context.call.now;
    let bodies: Vec<ShareBody<'_>> =
        shares.into_iter().map(|share| body(share, &organization.name, &image.name, now)).collect();
    Ok(Response::json(200, &bodies))
}

pub(super) fn show(
    context: &Context<'_>,
    organization: &Organization,
    image: &Image,
    account: &AccountName,
) -> Outcome {
    let (namespace, repository) = (&organization.name, &image.name);
    match (image.shares.with(account), context.switches.share_missing) {
        (Some(share), _) => Ok(shown(share, namespace, repository, context.call.now)),
        (None, ShareMissing::ExistFalse) => {
            Ok(Response::json(200, &NoShare { exist: false, namespace, repository, access_domain: account }))
        }
        (None, ShareMissing::BadRequest) => Err(error::SHARE_MISSING.into()),
    }
}

pub(super) fn shown(
    share: &Share,
    organization: &OrganizationName,
    image: &ImageName,
    now: UnixMillis,
) -> Response {
    Response::json(200, &ShownShare { exist: true, share: body(share, organization, image, now) })
}

pub(super) fn body<'a>(
    share: &'a Share,
    organization: &'a OrganizationName,
    image: &'a ImageName,
    now: UnixMillis,
) -> ShareBody<'a> {
    ShareBody {
        namespace: organization,
        repository: image,
        access_domain: &share.account,
        permit: "read",
        deadline: share.deadline.text(),
        description: &share.description,
        creator_id: &share.creator.id,
        creator_name: &share.creator.name,
        created: share.created.rfc3339(),
        updated: share.updated.rfc3339(),
        status: !share.deadline.has_passed(now),
    }
}
