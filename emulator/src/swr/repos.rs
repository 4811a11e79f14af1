//! `/v2/manage/repos` and one image in detail.

use serde::Serialize;

use crate::call::Outcome;
use crate::error;
use crate::http::Response;
use crate::names::{AccountId, ImageName, OrganizationName, UserId, UserName};
use crate::store::{Image, Organization, Store};

use super::listed_repo::{ListedRepo, pull_path};
use super::repo_query::RepoQuery;
use super::{Context, image, organization};

#[derive(Serialize)]
struct Repo<'a> {
    id: u64,
    ns_id: u64,
    name: &'a ImageName,
    category: &'a str,
    description: &'a str,
    creator_id: &'a UserId,
    creator_name: &'a UserName,
    size: u64,
    is_public: bool,
    num_images: usize,
    num_download: u64,
    url: &'a str,
    path: String,
    internal_path: String,
    created: String,
    updated: String,
    domain_id: &'a AccountId,
    priority: u8,
}

pub(super) fn list(store: &Store, context: &Context<'_>) -> Outcome {
    let query = RepoQuery::of(&context.call.target)?;
    let mut found: Vec<(&Organization, &Image)> = store
        .listed_images()
        .filter(|(organization, image)| query.matches(organization, image))
        .filter(|(organization, image)| context.caller.on_image(organization, image).is_some())
        .collect();
    found.sort_by(|left, right| query.order.compare(*left, *right));

    let total = found.len();
    let listed = |(organization, image)| ListedRepo::of(store, organization, image, total);
    let repos: Vec<ListedRepo<'_>> = query.page.cut(found).into_iter().map(listed).collect();
    Ok(query.page.ranged(Response::json(200, &repos), repos.len(), total, context.switches))
}

pub(super) fn show(
    store: &Store,
    context: &Context<'_>,
    organization_name: &OrganizationName,
    name: &ImageName,
) -> Outcome {
    let organization = organization(store, organization_name)?;
    let image = image(organization, name)?;
    if context.caller.on_image(organization, image).is_none() {
        return Err(context.unseen(error::IMAGE_MISSING));
    }
    let repo = Repo {
        id: image.id,
        ns_id: organization.id,
        name: &image.name,
        category: image.category,
        description: &image.description,
        creator_id: &image.creator.id,
        creator_name: &image.creator.name,
        size: image.size,
        is_public: image.is_public,
        num_images: image.tags.len(),
        num_download: image.downloads,
        url: "",
        path: pull_path(organization, image),
        internal_path: pull_path(organization, image),
        created: image.created.rfc3339(),
        updated: image.updated.rfc3339(),
        domain_id: &store.account.id,
        priority: 0,
    };
    Ok(Response::json(200, &repo))
}
