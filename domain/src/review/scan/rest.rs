//! Reading the rest: what a scan, or a file with its snapshot, has left unread.

use std::collections::HashMap;

use crate::model::names::Target;
use crate::review::snapshot::{Builder, Facts, ListReading, Reading, Shares, Snapshot, Subject};
use crate::text::time::UnixMillis;

use super::request::Request;
use super::rounds::Round;
use super::shared::{SharedList, is_open};
use super::{Scan, State, Stop};

impl Scan {
    /// The scan of a snapshot that was opened: as it was at its end. What it has read keeps its time.
    pub fn open(snapshot: &Snapshot) -> Self {
        let state = if snapshot.is_stopped { State::Stopped(Stop::Asked) } else { State::Finished };
        Self { state, ..Self::with(Builder::reopen(snapshot), snapshot.ended) }
    }

    /// Asks for everything again that was not read, whatever the reason was, unless it is gone, and for what the service
    /// counts now. Then the lists of images are read once more, as at the end of each scan.
    pub fn read_the_rest(&mut self, now: UnixMillis) {
        self.queue.clear();
        self.pagings = HashMap::new();
        (self.state, self.round, self.shared, self.heard) =
            (State::Running, Round::First, SharedList::NotAsked, now);
        self.ask_lists();
        let by_one = matches!(self.shared, SharedList::NotAsked);
        let open: Vec<Request> =
            self.builder.subjects().flat_map(|subject| open_requests(subject, by_one)).collect();
        for request in open {
            match request {
                Request::Images { organization, .. } => self.ask_images(&organization),
                request => self.queue.add(request),
            }
        }
        self.advance();
    }

    fn ask_lists(&mut self) {
        let lists = self.builder.lists();
        let wants = |listing: &ListReading| is_open(listing) || listing.reading.unreadable() > 0;
        let (users, shared) = (wants(&lists.users), wants(&lists.shared));
        // What the service counts may be days old.
        self.queue.add(Request::Organizations);
        self.queue.add(Request::Overview);
        if users {
            self.queue.add(Request::Users);
        }
        if shared {
            self.ask_shared();
        }
    }
}

/// What is unread of a subject. The list of shared images speaks of all that are shared; where it is not asked for, each
/// image is.
fn open_requests(subject: &Subject, is_each_asked: bool) -> Vec<Request> {
    if subject.reading == Reading::Gone {
        return Vec::new();
    }
    let mut open = Vec::new();
    if subject.reading.is_open() || subject.reading.unreadable() > 0 {
        open.push(Request::Access(subject.target.clone()));
    }
    match (&subject.facts, &subject.target) {
        (Facts::Organization(facts), Target::Organization(organization)) if !facts.images.is_whole() => {
            open.push(Request::Images { organization: organization.clone(), offset: 0 });
        }
        (Facts::Image(facts), image)
            if facts.shares == Shares::Listed || (is_each_asked && facts.shares == Shares::NotRead) =>
        {
            open.push(Request::Shares(image.clone()));
        }
        _ => {}
    }
    open
}
