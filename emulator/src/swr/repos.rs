//! `/v2/manage/repos` and one image in detail.

use serde::Serialize;

use crate::call::Outcome;
use crate::error;
use crate::http::Response;
use crate::names::{AccountId, AccountName, ImageName, OrganizationName, UserId, UserName};
use crate::store::{Image, Organization, Store};
use crate::switches::ContentRange;

use super::repo_query::RepoQuery;
use super::{Context, image, organization};

/// The registry in paths to pull from. No such host exists; the top-level domain is reserved for that.
const REGISTRY: &str = "swr.local.example";

/// An image in a list. It has other names for its times than the detail, and neither an id nor the caller's level.
#[derive(Serialize)]
struct ListedRepo<'a> {
    name: &'a ImageName,
    category: &'a str,
    description: &'a str,
    size: u64,
    is_public: bool,
    num_images: usize,
    num_download: u64,
    created_at: String,
    updated_at: String,
    logo: &'a str,
    url: &'a str,
    path: String,
    internal_path: String,
    domain_name: &'a AccountName,
    namespace: &'a OrganizationName,
    tags: &'a [String],
    status: bool,
    total_range: usize,
}

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
        .organizations
        .iter()
        .flat_map(|organization| organization.listed_images().map(move |image| (organization, image)))
        .filter(|(organization, image)| query.matches(organization, image))
        .filter(|(organization, image)| context.caller.on_image(organization, image).is_some())
        .collect();
    found.sort_by(|left, right| query.compare(*left, *right));

    let total = found.len();
    let page = found.into_iter().skip(query.offset()).take(query.limit());
    let repos: Vec<ListedRepo<'_>> =
        page.map(|(organization, image)| listed(store, organization, image, total)).collect();
    let response = Response::json(200, &repos);
    let is_ranged = match context.switches.content_range {
        ContentRange::Always => true,
        ContentRange::Paged => query.is_paged(),
        ContentRange::Never => false,
    };
    // The second number counts the images on this page; HTTP's own header would name the last one.
    let range = || format!("{}-{}/{total}", query.offset(), repos.len());
    Ok(if is_ranged { response.with_header("Content-Range", range()) } else { response })
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
        path: path(organization, image),
        internal_path: path(organization, image),
        created: image.created.rfc3339(),
        updated: image.updated.rfc3339(),
        domain_id: &store.account.id,
        priority: 0,
    };
    Ok(Response::json(200, &repo))
}

fn listed<'a>(
    store: &'a Store,
    organization: &'a Organization,
    image: &'a Image,
    total: usize,
) -> ListedRepo<'a> {
    ListedRepo {
        name: &image.name,
        category: image.category,
        description: &image.description,
        size: image.size,
        is_public: image.is_public,
        num_images: image.tags.len(),
        num_download: image.downloads,
        created_at: image.created.rfc3339(),
        updated_at: image.updated.rfc3339(),
        logo: "",
        url: "",
        path: path(organization, image),
        internal_path: path(organization, image),
        domain_name: &store.account.name,
        namespace: &organization.name,
        tags: &image.tags,
        status: false,
        total_range: total,
    }
}

fn path(organization: &Organization, image: &Image) -> String {
    format!("{REGISTRY}/{}/{}", organization.name, image.name)
}
