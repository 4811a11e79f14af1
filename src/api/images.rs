//! Images of an organization, read page by page.
//!
//! Source: SWR API reference, "querying the image list": a flat array, and a `Content-Range` header in the
//! vendor's own form, `offset-count/total`.

use std::collections::HashSet;

use serde_json::Value;

use crate::domain::catalog::{Completeness, Image, Listing, Visibility};
use crate::domain::names::{ImageName, OrganizationName, Target};
use crate::domain::time::UnixMillis;
use crate::paths;

use super::cancel::Cancel;
use super::client::Client;
use super::error::ApiError;
use super::request::{Call, send};
use super::wire;

/// The most pages that are asked for, so that a service that never ends a list does not keep the console busy.
const PAGES_MOST: u64 = 200;

impl Client {
    /// Reads all images of an organization.
    ///
    /// # Errors
    /// See [`ApiError`]. A page that fails fails the whole: half a list would look like a whole one.
    pub async fn images(
        &self,
        organization: &OrganizationName,
        cancel: &Cancel,
    ) -> Result<Listing<Image>, ApiError> {
        let mut pages = Pages::new(organization);
        while let Some(offset) = pages.next_offset() {
            let url = self.endpoints.swr.join(&paths::api::images(organization, offset));
            let answer = send(Call::get(url, &self.token), cancel).await?;
            let range = answer.content_range.as_deref();
            match answer.json()? {
                Value::Array(page) => pages.take(&page, total(range).or_else(|| total_in(&page))),
                Value::Null => pages.take(&[], total(range)),
                _ => return Err(answer.unexpected()),
            }
        }
        let listing = pages.finish();
        if listing.items.is_empty() {
            self.must_exist(organization, cancel).await?;
        }
        Ok(listing)
    }

    /// Reads whether everybody may pull an image. Of an organization there is nothing to read.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn image_visibility(&self, target: &Target, cancel: &Cancel) -> Result<Visibility, ApiError> {
        let Target::Image(organization, image) = target else { return Ok(Visibility::Unknown) };
        let url = self.endpoints.swr.join(&paths::api::image(organization, image));
        let answer = send(Call::get(url, &self.token), cancel).await?;
        // An answer in another form says nothing of visibility, which is no reason to call it a failure.
        Ok(visibility(&answer.json()?))
    }

    /// Fails if there is no such organization. The list of images is empty for those too, so it can't tell them
    /// from organizations without images.
    async fn must_exist(&self, organization: &OrganizationName, cancel: &Cancel) -> Result<(), ApiError> {
        match self.organization_right(organization, cancel).await {
            Err(error)
                if error.status() == Some(404) || error.ends_session() || error == ApiError::Aborted =>
            {
                Err(error)
            }
            // Whatever else stands in the way of this question is no answer to it.
            _ => Ok(()),
        }
    }
}

/// A listing that grows page by page.
struct Pages<'a> {
    organization: &'a OrganizationName,
    items: Vec<Image>,
    seen: HashSet<String>,
    received: u64,
    asked: u64,
    total: Option<u64>,
    done: bool,
}

impl<'a> Pages<'a> {
    fn new(organization: &'a OrganizationName) -> Self {
        let (items, seen) = (Vec::new(), HashSet::new());
        Self { organization, items, seen, received: 0, asked: 0, total: None, done: false }
    }

    /// Where the next page starts, or `None` when there is nothing more to ask for.
    fn next_offset(&self) -> Option<u64> {
        (!self.done && self.asked < PAGES_MOST).then_some(self.received)
    }

    /// Takes one page. A short page is the last one unless the announced total says otherwise; an empty page
    /// always is.
    fn take(&mut self, page: &[Value], total: Option<u64>) {
        self.asked += 1;
        self.total = total.or(self.total);
        let length = u64::try_from(page.len()).unwrap_or(u64::MAX);
        self.received = self.received.saturating_add(length);
        let more = match self.total {
            Some(total) => self.received < total,
            None => length == paths::api::IMAGES_PER_PAGE,
        };
        self.done = length == 0 || !more;
        for value in page {
            if let Some(image) = image(value, self.organization)
                && self.seen.insert(image.label.clone())
            {
                self.items.push(image);
            }
        }
    }

    fn finish(self) -> Listing<Image> {
        let completeness = match self.total {
            Some(announced) if self.received < announced => Completeness::Short { announced },
            _ => Completeness::Whole,
        };
        Listing { items: self.items, completeness }
    }
}

/// One image; `None` for what has no name or lies in another organization (the service's match of
/// organization names may be a fuzzy one).
fn image(value: &Value, organization: &OrganizationName) -> Option<Image> {
    let label = wire::text(value, "name")?;
    if wire::text(value, "namespace").is_some_and(|other| other != organization.as_str()) {
        return None;
    }
    Some(Image {
        name: ImageName::new(label.as_str()).ok(),
        label,
        visibility: visibility(value),
        tags: wire::count(value, "num_images"),
        updated: wire::text(value, "updated_at").and_then(|text| UnixMillis::from_rfc3339(&text)),
    })
}

fn visibility(value: &Value) -> Visibility {
    match value.get("is_public").and_then(Value::as_bool) {
        Some(true) => Visibility::Public,
        Some(false) => Visibility::Private,
        None => Visibility::Unknown,
    }
}

/// The total of the vendor's `Content-Range`.
fn total(header: Option<&str>) -> Option<u64> {
    header?.rsplit_once('/')?.1.trim().parse().ok()
}

/// The total that each element carries, for answers whose header a proxy dropped.
fn total_in(page: &[Value]) -> Option<u64> {
    page.first().and_then(|first| wire::count(first, "total_range"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn organization() -> OrganizationName {
        OrganizationName::new("group").unwrap()
    }

    fn page(from: u64, length: u64) -> Vec<Value> {
        (from..from + length).map(|n| json!({"name": format!("image-{n}"), "namespace": "group"})).collect()
    }

    /// Feeds pages until the listing has enough; returns the offsets that were asked for.
    fn run(total: Option<u64>, held: u64) -> (Vec<u64>, Listing<Image>) {
        let organization = organization();
        let (mut pages, mut offsets) = (Pages::new(&organization), Vec::new());
        while let Some(offset) = pages.next_offset() {
            offsets.push(offset);
            pages.take(&page(offset, held.saturating_sub(offset).min(1000)), total);
        }
        (offsets, pages.finish())
    }

    #[test]
    fn pages_are_asked_for_until_the_total_is_there() {
        let (offsets, listing) = run(Some(2000), 2000);
        assert_eq!(offsets, [0, 1000]);
        assert_eq!((listing.items.len(), listing.completeness), (2000, Completeness::Whole));
    }

    #[test]
    fn without_a_total_a_short_page_is_the_last() {
        assert_eq!(run(None, 1500).0, [0, 1000]);
        assert_eq!(run(None, 1000).0, [0, 1000]);
        assert_eq!(run(None, 0).0, [0]);
    }

    #[test]
    fn a_total_that_is_never_reached_ends_and_is_told() {
        let (offsets, listing) = run(Some(5000), 1200);
        assert_eq!(offsets, [0, 1000, 1200]);
        assert_eq!(listing.completeness, Completeness::Short { announced: 5000 });
    }

    #[test]
    fn a_service_that_never_ends_is_left_after_a_while() {
        assert_eq!(run(Some(u64::MAX), u64::MAX / 2).0.len(), 200);
    }

    #[test]
    fn the_vendors_range_is_a_count_and_a_total() {
        assert_eq!(total(Some("0-10/57")), Some(57));
        assert_eq!(total(Some("nonsense")), None);
        assert_eq!(total(None), None);
    }

    #[test]
    fn only_a_plain_yes_or_no_tells_who_may_pull() {
        assert_eq!(visibility(&json!({"name": "test", "is_public": true})), Visibility::Public);
        assert_eq!(visibility(&json!({"name": "test", "is_public": false})), Visibility::Private);
        for odd in [json!({"name": "test"}), json!({"is_public": "true"}), json!({"is_public": 1}), json!([])]
        {
            assert_eq!(visibility(&odd), Visibility::Unknown, "{odd}");
        }
    }

    #[test]
    fn images_of_other_organizations_are_not_shown() {
        let organization = organization();
        let other = json!({"name": "a", "namespace": "group-2"});
        assert_eq!(image(&other, &organization), None);
        let own = image(
            &json!({"name": "a/b", "is_public": true, "num_images": 3,
            "updated_at": "2026-01-01T00:00:00Z"}),
            &organization,
        )
        .unwrap();
        assert_eq!((own.visibility, own.tags, own.updated.is_some()), (Visibility::Public, Some(3), true));
    }
}
