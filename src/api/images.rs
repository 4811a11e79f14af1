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
use super::json;
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
            answer.read(|body| pages.read(body, answer.content_range.as_deref()))?;
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
        answer.read(|body| Some(visibility(&json::read(body)?)))
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

/// Reads the bodies of the pages of a list of images, each with its `Content-Range`; `None` where one is no such body.
pub fn decode(organization: &OrganizationName, bodies: &[(&str, Option<&str>)]) -> Option<Listing<Image>> {
    let mut pages = Pages::new(organization);
    bodies.iter().try_for_each(|(body, range)| pages.read(body, *range))?;
    Some(pages.finish())
}

/// A listing that grows page by page.
struct Pages<'a> {
    organization: &'a OrganizationName,
    items: Vec<Image>,
    /// The names of all records, of other organizations too.
    seen: HashSet<String>,
    unreadable: usize,
    received: u64,
    /// How many of them were none that had come already.
    new: u64,
    asked: u64,
    total: Option<u64>,
    end: End,
}

/// Whether there is more to ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    NotYet,
    Reached,
    /// There was none: the same page came again.
    Nowhere,
}

impl<'a> Pages<'a> {
    fn new(organization: &'a OrganizationName) -> Self {
        let (items, seen) = (Vec::new(), HashSet::new());
        let (unreadable, received, new, asked) = (0, 0, 0, 0);
        Self { organization, items, seen, unreadable, received, new, asked, total: None, end: End::NotYet }
    }

    /// Where the next page starts, or `None` when there is nothing more to ask for.
    fn next_offset(&self) -> Option<u64> {
        (self.end == End::NotYet && self.asked < PAGES_MOST).then_some(self.received)
    }

    /// Takes the body of one page; `None` where it is no such body.
    fn read(&mut self, body: &str, range: Option<&str>) -> Option<()> {
        match json::read(body)? {
            Value::Array(page) => self.take(&page, total(range).or_else(|| total_in(&page))),
            Value::Null => self.take(&[], total(range)),
            _ => return None,
        }
        Some(())
    }

    /// Takes one page. An empty page is the last one, and so is a short one unless the announced total says that
    /// there is more. A total that is smaller than what has come already is wrong, and then says nothing.
    fn take(&mut self, page: &[Value], total: Option<u64>) {
        self.asked += 1;
        self.total = total.or(self.total);
        let length = count(page.len());
        self.received = self.received.saturating_add(length);
        let before = self.new;
        for value in page {
            self.add(value);
        }
        let more = match self.total {
            Some(total) if self.received <= total => self.received < total,
            _ => length >= paths::api::IMAGES_PER_PAGE,
        };
        self.end = match () {
            () if length == 0 || !more => End::Reached,
            () if self.new == before => End::Nowhere,
            () => End::NotYet,
        };
    }

    fn add(&mut self, value: &Value) {
        let Some(label) = wire::text(value, "name") else {
            self.unreadable += 1;
            self.new += 1;
            return;
        };
        // The service's match of organization names may be a fuzzy one.
        let other = wire::text(value, "namespace").filter(|other| other != self.organization.as_str());
        let key = other.as_ref().map_or_else(|| label.clone(), |other| format!("{other}\n{label}"));
        if self.seen.insert(key) {
            self.new += 1;
            if other.is_none() {
                self.items.push(image(value, label));
            }
        }
    }

    fn finish(self) -> Listing<Image> {
        let completeness = match self.total {
            Some(announced) if self.new < announced => Completeness::Short { announced },
            _ if self.end == End::Reached || self.asked == 0 => Completeness::Whole,
            _ => Completeness::Endless,
        };
        Listing { items: self.items, completeness, unreadable: self.unreadable }
    }
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// One image of this name.
fn image(value: &Value, label: String) -> Image {
    Image {
        name: ImageName::new(label.as_str()).ok(),
        label,
        visibility: visibility(value),
        tags: wire::count(value, "num_images"),
        updated: wire::text(value, "updated_at").and_then(|text| UnixMillis::from_rfc3339(&text)),
    }
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
    fn a_service_that_never_ends_is_left_after_a_while_and_that_is_told() {
        let (offsets, listing) = run(Some(u64::MAX), u64::MAX / 2);
        assert_eq!((offsets.len(), listing.completeness), (200, Completeness::Short { announced: u64::MAX }));
        assert_eq!(run(None, u64::MAX / 2).1.completeness, Completeness::Endless);
    }

    #[test]
    fn a_total_that_is_too_small_does_not_cut_the_list() {
        let (offsets, listing) = run(Some(57), 1500);
        assert_eq!((offsets, listing.items.len()), (vec![0, 1000], 1500));
        assert_eq!(listing.completeness, Completeness::Whole);
        assert_eq!(run(Some(0), 3).1.items.len(), 3);
    }

    /// Feeds the same first page again and again; returns how often it was asked for.
    fn same_again(total: Option<u64>) -> (usize, Completeness) {
        let organization = organization();
        let (mut pages, mut asked) = (Pages::new(&organization), 0);
        while pages.next_offset().is_some() {
            asked += 1;
            pages.take(&page(0, 1000), total);
        }
        (asked, pages.finish().completeness)
    }

    #[test]
    fn a_service_that_forgets_the_offset_is_found_out() {
        assert_eq!(same_again(None), (2, Completeness::Endless));
        assert_eq!(same_again(Some(5000)), (2, Completeness::Short { announced: 5000 }));
    }

    #[test]
    fn the_vendors_range_is_a_count_and_a_total() {
        let table = [
            (Some("0-10/57"), Some(57)),
            (Some("0-0/0"), Some(0)),
            (Some("items 0-9/57"), Some(57)),
            (Some("0-10/57, 0-10/57"), Some(57)),
            (Some("0-10/ 57 "), Some(57)),
            (Some("0-10/*"), None),
            (Some("0-10/-1"), None),
            (Some("0-10/1e3"), None),
            (Some("0-10/99999999999999999999999"), None),
            (Some("0-10/"), None),
            (Some("57"), None),
            (Some(""), None),
            (None, None),
        ];
        for (header, expected) in table {
            assert_eq!(total(header), expected, "{header:?}");
        }
    }

    #[test]
    fn an_empty_list_is_told_from_no_list() {
        let length = |body: &str| decode(&organization(), &[(body, None)]).map(|list| list.items.len());
        for body in ["[]", "null", " [ ] ", "\u{FEFF}[]"] {
            assert_eq!(length(body), Some(0), "{body}");
        }
        for body in ["", " ", "\u{FEFF}", "{}", "7", "\"x\"", "[", "<html>", r#"{"repos":[]}"#] {
            assert_eq!(length(body), None, "{body}");
        }
    }

    #[test]
    fn a_record_without_a_name_hides_no_other_and_is_counted() {
        let body = r#"[null,7,{"namespace":"group"},{"name":""},{"name":"a"},{"name":7},{"name":".."},{"name":"a$b"}]"#;
        let listing = decode(&organization(), &[(body, Some("0-8/8"))]).unwrap();
        let shown: Vec<_> =
            listing.items.iter().map(|one| (one.label.as_str(), one.name.is_some())).collect();
        assert_eq!(shown, [("a", true), ("7", true), ("..", false), ("a$b", false)]);
        assert_eq!((listing.unreadable, listing.completeness), (4, Completeness::Whole));
    }

    #[test]
    fn odd_values_are_not_known() {
        for odd in ["-1", "3.0", "\"3\"", "1e308", "null", "{}", "[]", "true"] {
            let body = format!(r#"[{{"name":"a","num_images":{odd},"updated_at":{odd},"namespace":{{}}}}]"#);
            let listing = decode(&organization(), &[(&body, None)]).unwrap();
            assert_eq!((listing.items[0].tags, listing.items[0].updated), (None, None), "{odd}");
        }
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
        let own = r#"{"name":"a/b","is_public":true,"num_images":3,"updated_at":"2026-01-01T00:00:00Z"}"#;
        let body = format!(r#"[{{"name":"a/b","namespace":"group-2"}},{own}]"#);
        let listing = decode(&organization(), &[(&body, Some("0-2/2"))]).unwrap();
        let [own] = listing.items.as_slice() else { panic!("{:?}", listing.items) };
        assert_eq!((own.visibility, own.tags, own.updated.is_some()), (Visibility::Public, Some(3), true));
        assert_eq!((listing.unreadable, listing.completeness), (0, Completeness::Whole));
    }
}
