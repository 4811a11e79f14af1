//! `GET /v2/manage/overview`: how much the account holds.

use serde::Serialize;

use crate::http::Response;
use crate::names::{AccountId, AccountName};
use crate::store::{Image, Store};

use super::Context;

/// How many bytes a unit of `store_space` and `downflow_size` has. No page names the unit.
const UNIT: u64 = 1_000_000_000;

/// Source: OTC API reference, "Querying the Tenant Resource Overview". `namspace_num` is its spelling.
#[derive(Serialize)]
struct Overview<'a> {
    domain_id: &'a AccountId,
    domain_name: &'a AccountName,
    namspace_num: usize,
    repo_num: usize,
    image_num: usize,
    store_space: f64,
    downflow_size: f64,
}

/// Counts what the account has, whatever the caller sees of it.
pub(super) fn show(store: &Store, context: &Context<'_>) -> Response {
    let account = &context.caller.account;
    let images: Vec<&Image> = store.listed_images().map(|(_, image)| image).collect();
    let overview = Overview {
        domain_id: &account.id,
        domain_name: &account.name,
        namspace_num: store.organizations.len(),
        repo_num: images.len(),
        image_num: images.iter().map(|image| image.tags.len()).sum(),
        store_space: units(images.iter().map(|image| image.size).sum()),
        downflow_size: units(images.iter().map(|image| pulled(image)).sum()),
    };
    Response::json(200, &overview)
}

/// About how many bytes were pulled: every pull gets one tag, and the tags are taken to be of the same size.
fn pulled(image: &Image) -> u64 {
    let tags = u64::try_from(image.tags.len()).unwrap_or(u64::MAX);
    image.size.checked_div(tags).unwrap_or_default().saturating_mul(image.downloads)
}

/// Bytes in units, to two digits as in the page's example.
fn units(bytes: u64) -> f64 {
    let hundredths = u32::try_from(bytes / (UNIT / 100)).unwrap_or(u32::MAX);
    f64::from(hundredths) / 100.0
}
