//! `GET /v2/manage/namespaces/{organization}/repos/{image}/tags`: the tags of an image.

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::call::Outcome;
use crate::error::{self, Refusal};
use crate::hex;
use crate::http::Response;
use crate::names::{AccountId, ImageName, OrganizationName};
use crate::store::{Image, Organization, Store};

use super::listed_repo::pull_path;
use super::page::Page;
use super::parameters::Parameters;
use super::{Context, image, organization};

const KEYS: [&str; 5] = ["limit", "offset", "order_column", "order_type", "tag"];

/// A tag. Its content is made up: the emulator holds no layers, so it has no manifest, and its digest is only one of names.
///
/// Source: OTC API reference, "Querying Image Tags", with a capital `Tag`.
#[derive(Serialize)]
struct TagBody<'a> {
    id: u64,
    repo_id: u64,
    #[serde(rename = "Tag")]
    name: &'a str,
    image_id: String,
    manifest: &'a str,
    digest: String,
    schema: u8,
    path: String,
    internal_path: String,
    size: u64,
    is_trusted: bool,
    created: String,
    updated: String,
    deleted: Option<String>,
    domain_id: &'a AccountId,
    scanned: bool,
    tag_type: u8,
}

pub(super) fn list(
    store: &Store,
    context: &Context<'_>,
    organization_name: &OrganizationName,
    name: &ImageName,
) -> Outcome {
    let holder = organization(store, organization_name)?;
    let image = image(holder, name)?;
    if context.caller.on_image(holder, image).is_none() {
        return Err(context.unseen(error::IMAGE_MISSING));
    }
    let parameters = Parameters::of(&context.call.target, &KEYS)?;
    let page = Page::of(&parameters)?;
    let part = parameters.get("tag");
    let fits = |name: &&str| part.is_none_or(|part| name.contains(part));
    let mut names: Vec<&str> = image.tags.iter().map(String::as_str).filter(fits).collect();
    order(&mut names, &parameters)?;

    let total = names.len();
    let tags: Vec<TagBody<'_>> =
        page.cut(names).into_iter().map(|name| described(store, holder, image, name)).collect();
    Ok(page.ranged(Response::json(200, &tags), tags.len(), total, context.switches))
}

/// Newest first, unless asked for otherwise. The store has them in that order.
fn order(names: &mut [&str], parameters: &Parameters<'_>) -> Result<(), Refusal> {
    let is_ascending = match parameters.get("order_type") {
        Some("asc") => true,
        Some("desc") | None => false,
        Some(_) => return Err(error::INVALID_QUERY.into()),
    };
    match parameters.get("order_column") {
        Some("tag") => {
            names.sort_unstable();
            if !is_ascending {
                names.reverse();
            }
        }
        Some("updated_at") if is_ascending => names.reverse(),
        Some("updated_at") => {}
        None if parameters.get("order_type").is_none() => {}
        None => return Err(error::INVALID_QUERY.into()),
        Some(_) => return Err(error::ORDER_COLUMN.into()),
    }
    Ok(())
}

fn described<'a>(
    store: &'a Store,
    organization: &Organization,
    image: &'a Image,
    name: &'a str,
) -> TagBody<'a> {
    let path = format!("{}:{name}", pull_path(organization, image));
    let digest = hex::lower(&Sha256::digest(path.as_bytes()));
    let position = image.tags.iter().position(|tag| tag == name).unwrap_or_default();
    let count = u64::try_from(image.tags.len()).unwrap_or(u64::MAX);
    TagBody {
        id: image.id * 1000 + u64::try_from(position).unwrap_or_default(),
        repo_id: image.id,
        name,
        image_id: digest.clone(),
        manifest: "",
        digest: format!("sha256:{digest}"),
        schema: 2,
        internal_path: path.clone(),
        path,
        size: image.size.checked_div(count).unwrap_or_default(),
        is_trusted: false,
        created: image.created.rfc3339(),
        updated: image.updated.rfc3339(),
        deleted: None,
        domain_id: &store.account.id,
        scanned: false,
        tag_type: 0,
    }
}
