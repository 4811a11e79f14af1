//! How much of an account a snapshot has: a sum that must come out, held against what the service counts.
//!
//! Listed = read + denied + gone + failed + not yet, always. "Complete" needs more than that: nothing unread, not even
//! one entry, and totals that agree. What the caller may not see is on no list, and only a total can betray it.

mod open;
mod totals;

use std::ops::AddAssign;

use super::snapshot::{Facts, ListReading, Reading, Snapshot, Subject};

pub use open::OpenList;
pub use totals::{Counted, Total};

use open::open_lists;
use totals::{has_total, totals};

/// How reading the subjects of one kind has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Read.
    pub read: u64,
    /// Refused to the caller.
    pub denied: u64,
    /// Deleted during the scan.
    pub gone: u64,
    /// Failed, or listed under a name that can't be asked for.
    pub failed: u64,
    /// Not asked for yet, or never, if the scan was stopped.
    pub not_yet: u64,
    /// How many entries of the lists that were read can't be assigned to a user.
    pub unreadable_entries: u64,
}

impl Counts {
    /// How many the lists name.
    pub const fn listed(&self) -> u64 {
        self.read + self.unread() + self.gone
    }

    /// How many are there and were not read.
    pub const fn unread(&self) -> u64 {
        self.denied + self.failed + self.not_yet
    }

    fn add(&mut self, reading: &Reading) {
        match reading {
            Reading::NotYet => self.not_yet += 1,
            Reading::Read { unreadable, .. } => {
                self.read += 1;
                self.unreadable_entries += u64::from(*unreadable);
            }
            Reading::Denied { .. } => self.denied += 1,
            Reading::Gone => self.gone += 1,
            Reading::Failed(_) => self.failed += 1,
        }
    }

    /// Records of a list that have no name to ask for.
    fn add_nameless(&mut self, listing: &ListReading) {
        self.failed += u64::from(listing.reading.unreadable());
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.read += other.read;
        self.denied += other.denied;
        self.gone += other.gone;
        self.failed += other.failed;
        self.not_yet += other.not_yet;
        self.unreadable_entries += other.unreadable_entries;
    }
}

/// What a snapshot may say of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing is unread, and the service's totals agree.
    Complete,
    /// Nothing that was listed is unread, but a total says that more or fewer exist: the lists show what the caller may
    /// see, and totals may lag behind.
    TotalsDiffer,
    /// Nothing that was listed is unread, but no total proves that the lists had everything.
    WithoutTotal,
    /// Something is unread.
    Partial,
}

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The organizations.
    pub organizations: Counts,
    /// The images.
    pub images: Counts,
    /// The lists that were not read to their ends.
    pub open_lists: Vec<OpenList>,
    /// The totals that the service gives.
    pub totals: Vec<Total>,
    /// What may be said.
    pub verdict: Verdict,
}

impl Coverage {
    /// What a snapshot has.
    pub fn of(snapshot: &Snapshot) -> Self {
        let (organizations, images) = counts(snapshot);
        let open_lists = open_lists(snapshot);
        let totals = totals(snapshot, organizations, images);
        let mut all = organizations;
        all += images;
        let is_partial =
            snapshot.is_stopped || all.unread() > 0 || all.unreadable_entries > 0 || !open_lists.is_empty();
        let verdict = match () {
            () if is_partial => Verdict::Partial,
            () if !totals.iter().all(Total::agrees) => Verdict::TotalsDiffer,
            () if !has_total(snapshot) => Verdict::WithoutTotal,
            () => Verdict::Complete,
        };
        Self { organizations, images, open_lists, totals, verdict }
    }

    /// Organizations and images together.
    pub fn all(&self) -> Counts {
        let mut all = self.organizations;
        all += self.images;
        all
    }
}

fn counts(snapshot: &Snapshot) -> (Counts, Counts) {
    let (mut organizations, mut images) = (Counts::default(), Counts::default());
    organizations.add_nameless(&snapshot.lists.organizations);
    for Subject { reading, facts, .. } in snapshot.subjects() {
        match facts {
            Facts::Organization(facts) => {
                organizations.add(reading);
                images.add_nameless(&facts.images);
            }
            Facts::Image(_) => images.add(reading),
        }
    }
    (organizations, images)
}

#[cfg(test)]
mod tests;
