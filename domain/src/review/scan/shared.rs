//! Which images are shared with other accounts: one list names them, and only these are asked for the accounts.

use std::collections::HashSet;

use crate::model::catalog::Completeness;
use crate::model::names::{OrganizationName, Target};
use crate::review::snapshot::{ListReading, Reading, Shares};
use crate::text::time::UnixMillis;

use super::Scan;
use super::paging::Paging;
use super::request::{ImagePage, Request};

/// The list of shared images, as far as this scan has read it.
#[derive(Debug, Clone)]
pub(super) enum SharedList {
    /// It was read before, by another scan: what it said of images that it did not know is not known.
    NotAsked,
    /// It is being read.
    Coming(Paging, HashSet<Target>),
    /// It was read.
    Here {
        /// The images on it.
        images: HashSet<Target>,
        /// Whether an image that is not on it is not shared.
        is_whole: bool,
    },
}

impl Scan {
    /// Asks for the list from its beginning.
    pub(super) fn ask_shared(&mut self) {
        self.shared = SharedList::Coming(Paging::default(), HashSet::new());
        self.queue.add(Request::Shared { offset: 0 });
    }

    /// Takes a page of it.
    pub(super) fn take_shared(&mut self, page: &ImagePage, now: UnixMillis) {
        let SharedList::Coming(paging, images) = &mut self.shared else { return };
        for record in paging.take(page) {
            match record.organization.map(OrganizationName::new) {
                Some(Ok(organization)) => {
                    images.insert(Target::Image(organization, record.image));
                }
                // Any image may be the one that it means.
                Some(Err(_)) | None => paging.add_unreadable(),
            }
        }
        if let Some(offset) = paging.next_offset() {
            self.queue.add(Request::Shared { offset });
            return;
        }
        let listing = ListReading::read(now, paging.unreadable(), paging.completeness());
        let (images, is_whole) = (std::mem::take(images), listing.is_whole());
        self.builder.lists_mut().shared = listing;
        self.settle_all_shares(images, is_whole);
    }

    /// Takes that it was not read. What its first pages name is shared anyway.
    pub(super) fn fail_shared(&mut self, reading: Reading) {
        self.builder.lists_mut().shared = ListReading::not_read(reading);
        if let SharedList::Coming(_, images) = &mut self.shared {
            let images = std::mem::take(images);
            self.settle_all_shares(images, false);
        }
    }

    fn settle_all_shares(&mut self, images: HashSet<Target>, is_whole: bool) {
        self.shared = SharedList::Here { images, is_whole };
        let targets: Vec<Target> = self.builder.subjects().map(|subject| subject.target.clone()).collect();
        for target in targets {
            self.settle_shares(&target);
        }
    }

    /// Records what the list says of an image of which nothing else is known, and asks for the accounts if it is shared.
    pub(super) fn settle_shares(&mut self, image: &Target) {
        let facts = self.builder.subject(image).and_then(|subject| subject.image());
        if facts.is_none_or(|facts| facts.shares != Shares::NotRead) {
            return;
        }
        match &self.shared {
            SharedList::Coming(..) => {}
            SharedList::Here { images, is_whole } => {
                if images.contains(image) {
                    self.builder.shares(image, Shares::Listed);
                    self.queue.add(Request::Shares(image.clone()));
                } else if *is_whole {
                    self.builder.shares(image, Shares::Read(Vec::new()));
                }
            }
            SharedList::NotAsked => self.queue.add(Request::Shares(image.clone())),
        }
    }

    /// Asks for the accounts that an image is shared with, unless they are known.
    pub(super) fn ask_shares(&mut self, image: &Target) {
        let facts = self.builder.subject(image).and_then(|subject| subject.image());
        if facts.is_some_and(|facts| !matches!(facts.shares, Shares::Read(_))) {
            self.queue.add(Request::Shares(image.clone()));
        }
    }
}

/// Whether the list has to be read again to be whole.
pub(super) fn is_open(listing: &ListReading) -> bool {
    !listing.reading.is_read() || listing.completeness != Completeness::Whole
}
