//! What the service counts by itself, held against what was listed.

use crate::model::names::Target;
use crate::review::snapshot::{Reading, Scope, Section, Snapshot};

use super::Counts;

/// What a total of the service counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counted {
    /// The account's organizations.
    Organizations,
    /// The account's images.
    Images,
    /// The images of one organization.
    ImagesOf(Target),
}

/// A total that the service gives, beside what was listed. Something may have appeared or gone while the scan ran, so that
/// more than one total fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// Of what.
    pub counted: Counted,
    /// What the service says.
    pub service: u64,
    /// The smallest number that fits what was listed.
    pub least: u64,
    /// The largest one.
    pub most: u64,
}

impl Total {
    /// Whether the service's number fits what was listed.
    pub const fn agrees(&self) -> bool {
        self.least <= self.service && self.service <= self.most
    }
}

pub(super) fn totals(snapshot: &Snapshot, organizations: Counts, images: Counts) -> Vec<Total> {
    let mut totals = Vec::new();
    if snapshot.about.scope == Scope::All {
        let of = &snapshot.totals;
        let appeared = snapshot.organizations().map(|section| u64::from(section.facts.appeared)).sum();
        totals
            .extend(of.organizations.map(|service| total(Counted::Organizations, service, organizations, 0)));
        totals.extend(of.images.map(|service| total(Counted::Images, service, images, appeared)));
    }
    totals.extend(snapshot.organizations().filter_map(|section| total_of(snapshot, &section)));
    totals
}

fn total(counted: Counted, service: u64, counts: Counts, appeared: u64) -> Total {
    let most = counts.listed();
    Total { counted, service, least: most.saturating_sub(counts.gone).saturating_sub(appeared), most }
}

/// The total of one organization. What was deleted during the scan says nothing of itself.
pub(in crate::review) fn total_of(snapshot: &Snapshot, section: &Section<'_>) -> Option<Total> {
    let service = section.facts.counted.filter(|_| section.subject.reading != Reading::Gone)?;
    let mut counts = Counts::default();
    counts.add_nameless(&section.facts.images);
    let images = snapshot.subjects().get(section.images.clone()).unwrap_or_default();
    for image in images {
        counts.add(&image.reading);
    }
    let counted = Counted::ImagesOf(section.subject.target.clone());
    Some(total(counted, service, counts, section.facts.appeared.into()))
}

/// Whether the service counts everything that was to be read.
pub(super) fn has_total(snapshot: &Snapshot) -> bool {
    let present = snapshot.organizations().filter(|section| section.subject.reading != Reading::Gone);
    let mut counted = present.map(|section| section.facts.counted.is_some());
    let is_each_counted = counted.next() == Some(true) && counted.all(|is_counted| is_counted);
    is_each_counted || (snapshot.about.scope == Scope::All && snapshot.totals.images.is_some())
}
