//! `/v2/manage/shared-repositories`: the images that this account shares, and those that others share with it.

use crate::call::Outcome;
use crate::http::Response;
use crate::store::{Image, Organization, Store};
use crate::switches::SharedStatus;

use super::Context;
use super::listed_repo::ListedRepo;
use super::shared_query::{Center, SharedQuery};

/// An image in the list, and whether the share with this account is valid.
struct Found<'a> {
    organization: &'a Organization,
    image: &'a Image,
    is_valid: Option<bool>,
}

pub(super) fn list(store: &Store, context: &Context<'_>) -> Outcome {
    let query = SharedQuery::of(&context.call.target)?;
    let mut found: Vec<Found<'_>> = store
        .listed_images()
        .filter(|(organization, image)| query.matches(organization, image, &store.account.name))
        .filter_map(|(organization, image)| match query.center {
            Center::Own => shared(context, organization, image),
            Center::Others => received(context, organization, image),
        })
        .filter(|found| query.matches_state(found.is_valid))
        .collect();
    found.sort_by(|left, right| {
        query.order.compare((left.organization, left.image), (right.organization, right.image))
    });

    let total = found.len();
    let repos: Vec<ListedRepo<'_>> =
        query.page.cut(found).iter().map(|found| listed(store, context, found, total)).collect();
    Ok(query.page.ranged(Response::json(200, &repos), repos.len(), total, context.switches))
}

/// An image that this account shares with any other, also if every share has ended.
fn shared<'a>(context: &Context<'_>, organization: &'a Organization, image: &'a Image) -> Option<Found<'a>> {
    let is_seen = context.caller.on_image(organization, image).is_some();
    let is_shared = !image.shares.in_order().is_empty();
    (is_seen && is_shared).then_some(Found { organization, image, is_valid: None })
}

/// An image that another account shares with this one. Every user of the account sees it.
fn received<'a>(
    context: &Context<'_>,
    organization: &'a Organization,
    image: &'a Image,
) -> Option<Found<'a>> {
    let share = image.shares.with(&context.caller.account.name)?;
    let is_valid = Some(!share.deadline.has_passed(context.call.now));
    Some(Found { organization, image, is_valid })
}

fn listed<'a>(store: &'a Store, context: &Context<'_>, found: &Found<'a>, total: usize) -> ListedRepo<'a> {
    let status = match (found.is_valid, context.switches.shared_status) {
        // The page says that it is false and means nothing.
        (None, _) => false,
        (Some(is_valid), SharedStatus::Valid) => is_valid,
        (Some(is_valid), SharedStatus::Expired) => !is_valid,
    };
    ListedRepo::of(store, found.organization, found.image, total).with_status(status)
}
