//! How far a scan is, in requests.

use crate::paths::api::IMAGES_PER_PAGE;
use crate::review::snapshot::{Facts, ListedOrganization, Reading, Scope};

use super::rounds::Round;
use super::{Scan, State};

/// How many records a page adds to the one before, whose last record it begins with.
const NEW_PER_PAGE: u64 = IMAGES_PER_PAGE - 1;

/// Requests that were answered, of those that are known to be necessary. More may become known on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Answered.
    pub done: u64,
    /// Known.
    pub known: u64,
}

impl Scan {
    /// How far it is.
    pub fn progress(&self) -> Progress {
        let waiting = u64::try_from(self.queue.len()).unwrap_or(u64::MAX);
        let to_come = if self.state == State::Finished { 0 } else { self.to_come() };
        Progress { done: self.done, known: self.done.saturating_add(waiting).saturating_add(to_come) }
    }

    /// Requests that are not in the queue yet: for images that were counted but not listed, and for the last round.
    fn to_come(&self) -> u64 {
        let mut to_come = 0_u64;
        for subject in self.builder.subjects() {
            let Facts::Organization(facts) = &subject.facts else { continue };
            let is_first = self.round == Round::First;
            let is_listed = facts.images.reading != Reading::NotYet;
            let paging = self.pagings.get(subject.target.organization());
            let images = match paging {
                Some(paging) if paging.to_come() > 0 => paging.to_come(),
                _ if is_listed => 0,
                _ => facts.counted.unwrap_or_default(),
            };
            let images = if is_first { images } else { 0 };
            to_come = to_come.saturating_add(images).saturating_add(u64::from(is_first));
        }
        to_come
    }
}

/// What a scan will take, before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    /// How many organizations are in its scope.
    pub organizations: u64,
    /// How many images the service counts in them.
    pub images: u64,
    /// How many requests that takes at least.
    pub requests: u64,
    /// Whether the service counts the images of each of them.
    pub is_known: bool,
}

impl Expected {
    /// How long that takes, in milliseconds, if the service limits nothing: by how long an answer takes, and how many requests
    /// are under way at once.
    pub const fn milliseconds(&self, answer: u64, at_once: u64) -> u64 {
        let at_once = if at_once > 0 { at_once } else { 1 };
        self.requests.saturating_mul(answer).div_ceil(at_once)
    }
}

/// What a scan of some organizations will take.
pub fn expected(listed: &[ListedOrganization], scope: &Scope) -> Expected {
    // Organizations, overview, users, shared images.
    let mut expected = Expected { organizations: 0, images: 0, requests: 4, is_known: true };
    for organization in listed.iter().filter(|listed| scope.includes(&listed.name)) {
        let images = organization.counted.unwrap_or_default();
        expected.organizations += 1;
        expected.images = expected.images.saturating_add(images);
        // Its list, its pages twice, and the list of each image.
        let pages = images.saturating_sub(1).div_ceil(NEW_PER_PAGE).max(1);
        expected.requests = expected
            .requests
            .saturating_add(images)
            .saturating_add(1)
            .saturating_add(pages.saturating_mul(2));
        expected.is_known &= organization.counted.is_some();
    }
    expected
}
