//! An image as lists show it.

use serde::Serialize;

use crate::names::{AccountName, ImageName, OrganizationName};
use crate::store::{Image, Organization, Store};

/// The registry in paths to pull from. No such host exists; the top-level domain is reserved for that.
const REGISTRY: &str = "swr.local.example";

/// An image in a list. It has other names for its times than the detail, and neither an id nor the caller's level.
///
/// Source: OTC API reference, `ShowReposResp` of "Querying Image Repositories" and "Querying Shared Images".
#[derive(Serialize)]
pub(super) struct ListedRepo<'a> {
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
    /// The state of a share, in a list of what others share; without a meaning in all other lists.
    status: bool,
    total_range: usize,
}

impl<'a> ListedRepo<'a> {
    /// In a list of that many.
    pub(super) fn of(
        store: &'a Store,
        organization: &'a Organization,
        image: &'a Image,
        total: usize,
    ) -> Self {
        Self {
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
            path: pull_path(organization, image),
            internal_path: pull_path(organization, image),
            domain_name: &store.account.name,
            namespace: &organization.name,
            tags: &image.tags,
            status: false,
            total_range: total,
        }
    }

    pub(super) fn with_status(self, status: bool) -> Self {
        Self { status, ..self }
    }
}

/// Where an image is pulled from.
pub(super) fn pull_path(organization: &Organization, image: &Image) -> String {
    format!("{REGISTRY}/{}/{}", organization.name, image.name)
}
