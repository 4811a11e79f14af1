//! Images of an organization, read page by page.
//!
//! Source: SWR API reference, "querying the image list": a flat array, and a `Content-Range` header in the
//! vendor's own form, `offset-count/total`.

use std::collections::HashSet;

use serde_json::Value;

use domain::model::catalog::{Collection, Completeness, Image, Visibility};
use domain::model::names::{ImageName, OrganizationName};
use domain::paths;
use domain::text::time::UnixMillis;

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
    ) -> Result<Collection<Image>, ApiError> {
        let listing = self.image_pages(organization, paths::api::images, cancel).await?;
        if listing.items.is_empty() {
            self.must_exist(organization, cancel).await?;
        }
        Ok(listing)
    }

    /// Reads a list of images page by page; `path` is the address of the page that begins with so many images.
    pub(super) async fn image_pages(
        &self,
        organization: &OrganizationName,
        path: fn(&OrganizationName, u64) -> String,
        cancel: &Cancel,
    ) -> Result<Collection<Image>, ApiError> {
        let mut pages = Pages::new(organization);
        while let Some(offset) = pages.next_offset() {
            let url = self.endpoints.swr.join(&path(organization, offset));
            let answer = send(Call::get(url, &self.token), cancel).await?;
            answer.read(|body| pages.read(body, answer.content_range.as_deref()))?;
        }
        Ok(pages.finish())
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
            // Any other failure does not answer the question.
            _ => Ok(()),
        }
    }
}

/// Reads the bodies of the pages of a list of images, each with its `Content-Range`; `None` where one is no such body.
pub fn decode(organization: &OrganizationName, bodies: &[(&str, Option<&str>)]) -> Option<Collection<Image>> {
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

    fn finish(self) -> Collection<Image> {
        let completeness = match self.total {
            Some(announced) if self.new < announced => Completeness::Short { announced },
            _ if self.end == End::Reached || self.asked == 0 => Completeness::Whole,
            _ => Completeness::Endless,
        };
        Collection { items: self.items.into(), completeness, unreadable: self.unreadable }
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

/// Whether everyone may pull an image, as its record or an entry of the list says it.
pub(super) fn visibility(value: &Value) -> Visibility {
    match value.get("is_public").and_then(Value::as_bool) {
        Some(true) => Visibility::Public,
        Some(false) => Visibility::Private,
        None => Visibility::Unknown,
    }
}

/// The total of the vendor's `Content-Range`.
pub(super) fn total(header: Option<&str>) -> Option<u64> {
    header?.rsplit_once('/')?.1.trim().parse().ok()
}

/// The total that each element carries, for answers whose header a proxy dropped.
pub(super) fn total_in(page: &[Value]) -> Option<u64> {
    page.first().and_then(|first| wire::count(first, "total_range"))
}

#[cfg(test)]
mod tests;
