//! The lists that were not read to their ends: what is on them that nobody has seen, no sum shows.

use crate::model::names::Target;
use crate::review::snapshot::{Facts, ListReading, Reading, Shares, Snapshot};

/// A list that was not read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenList {
    /// The organizations.
    Organizations,
    /// The images of this organization.
    Images(Target),
    /// The images that are shared with other accounts.
    Shared,
    /// The account's users, for another reason than a denial.
    Users,
    /// The accounts that this image is shared with.
    Shares(Target),
}

pub(super) fn open_lists(snapshot: &Snapshot) -> Vec<OpenList> {
    let mut open = Vec::new();
    let mut note = |listing: &ListReading, list| {
        if !listing.is_whole() {
            open.push(list);
        }
    };
    note(&snapshot.lists.organizations, OpenList::Organizations);
    note(&snapshot.lists.shared, OpenList::Shared);
    // Most callers may not read the users, which takes nothing away from the lists of targets.
    if !matches!(snapshot.lists.users.reading, Reading::Denied { .. }) {
        note(&snapshot.lists.users, OpenList::Users);
    }
    for subject in snapshot.subjects().iter().filter(|subject| subject.reading != Reading::Gone) {
        match &subject.facts {
            Facts::Organization(facts) if !facts.images.is_whole() => {
                open.push(OpenList::Images(subject.target.clone()));
            }
            Facts::Image(facts) if !matches!(facts.shares, Shares::Read(_)) => {
                open.push(OpenList::Shares(subject.target.clone()));
            }
            Facts::Organization(_) | Facts::Image(_) => {}
        }
    }
    open
}
