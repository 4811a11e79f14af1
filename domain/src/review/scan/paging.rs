//! A list of images that is read page by page, while it may move: an image that is deleted shifts all behind it, and the
//! next page would begin one too late. So each page begins with the last record of the page before. If it does not, the
//! list has moved, and is read from its beginning.

use std::collections::HashSet;

use crate::model::catalog::Completeness;
use crate::model::names::ImageName;
use crate::paths::api::IMAGES_PER_PAGE;

use super::request::{ImagePage, ImageRecord};

/// The most pages that are asked for, so that a service that never ends a list does not keep the scan busy.
const PAGES_MOST: u32 = 200;

/// How often a list that moves is read from its beginning.
const RESTARTS_MOST: u32 = 3;

/// A record, by what makes it one: its organization, where it names one, and its image.
type Key = (Option<String>, ImageName);

/// See the module.
#[derive(Debug, Clone, Default)]
pub(super) struct Paging {
    /// The records that came, each once.
    seen: HashSet<Key>,
    last: Option<Key>,
    received: u64,
    total: Option<u64>,
    unreadable: u32,
    pages: u32,
    restarts: u32,
    end: End,
}

/// Whether there is more to ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum End {
    #[default]
    NotYet,
    Reached,
    /// There was none: it moves all the time, or the same page comes again and again.
    Nowhere,
}

impl Paging {
    /// Takes a page. Its new records come back.
    pub(super) fn take(&mut self, page: &ImagePage) -> Vec<ImageRecord> {
        self.pages += 1;
        let before = self.last.take();
        let overlap = u64::from(before.is_some());
        if before.is_some() && page.records.first().map(|first| first.as_ref().map(key)) != Some(before) {
            self.restart();
            return Vec::new();
        }
        let length = u64::try_from(page.records.len()).unwrap_or(u64::MAX);
        let (known, unreadable_before) = (self.seen.len(), self.unreadable);
        let new = self.new_records(page);
        self.received = self.received.saturating_add(length.saturating_sub(overlap));
        self.total = page.total.or(self.total);
        self.last = page.records.last().and_then(|last| last.as_ref().map(key));
        let has_new = self.seen.len() > known || self.unreadable > unreadable_before;
        // A total that is smaller than what has come is wrong, and then says nothing.
        let is_more = match self.total {
            Some(total) if self.received <= total => self.received < total,
            _ => length >= IMAGES_PER_PAGE,
        };
        self.end = match () {
            () if !is_more || length <= overlap => End::Reached,
            () if !has_new || self.pages >= PAGES_MOST => End::Nowhere,
            () => End::NotYet,
        };
        new
    }

    /// A record that came is of no use.
    pub(super) const fn add_unreadable(&mut self) {
        self.unreadable += 1;
    }

    fn new_records(&mut self, page: &ImagePage) -> Vec<ImageRecord> {
        let mut new = Vec::new();
        for record in &page.records {
            match record {
                Some(record) if self.seen.insert(key(record)) => new.push(record.clone()),
                Some(_) => {}
                None => self.unreadable += 1,
            }
        }
        new
    }

    fn restart(&mut self) {
        let (pages, restarts) = (self.pages, self.restarts + 1);
        let end = if restarts > RESTARTS_MOST { End::Nowhere } else { End::NotYet };
        *self = Self { pages, restarts, end, ..Self::default() };
    }

    /// Where the next page begins; `None` at the end.
    pub(super) fn next_offset(&self) -> Option<u64> {
        let overlap = u64::from(self.last.is_some());
        (self.end == End::NotYet).then(|| self.received.saturating_sub(overlap))
    }

    /// Whether the list has a record of this image, naming its organization so or not at all.
    pub(super) fn has(&self, organization: &str, image: &ImageName) -> bool {
        let named = (Some(organization.to_owned()), image.clone());
        self.seen.contains(&named) || self.seen.contains(&(None, image.clone()))
    }

    /// How many records are still to come, as far as the service says.
    pub(super) fn to_come(&self) -> u64 {
        if self.end == End::NotYet { self.total.unwrap_or_default().saturating_sub(self.received) } else { 0 }
    }

    /// How many records had no usable name.
    pub(super) const fn unreadable(&self) -> u32 {
        self.unreadable
    }

    /// Whether the list is whole, once there is no next page.
    pub(super) fn completeness(&self) -> Completeness {
        let new = u64::try_from(self.seen.len()).unwrap_or(u64::MAX).saturating_add(self.unreadable.into());
        match (self.end, self.total) {
            (End::Reached, Some(announced)) if new < announced => Completeness::Short { announced },
            (End::Reached, _) => Completeness::Whole,
            _ => Completeness::Endless,
        }
    }
}

fn key(record: &ImageRecord) -> Key {
    (record.organization.clone(), record.image.clone())
}

#[cfg(test)]
mod tests;
