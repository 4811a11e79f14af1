//! What has changed of each organization and image, besides its access list.

use crate::model::catalog::Visibility;
use crate::model::names::{AccountName, Target};
use crate::review::snapshot::{Shares, Snapshot, Subject};

use super::existence::{Existence, Proof, Side};

/// An organization or image of two snapshots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetChange {
    /// Which.
    pub target: Target,
    /// Whether it was in the older snapshot.
    pub before: Side,
    /// Whether it is in the newer one.
    pub after: Side,
    /// What follows from both.
    pub existence: Existence,
    /// The service's numbers, where they differ: it was deleted and made anew under the same name.
    pub made_anew: Option<Numbers>,
    /// Whether the service's numbers of both are known.
    pub are_numbered: bool,
    /// Whether it became public or private; `None` if neither, or if that is not known.
    pub visibility: Option<VisibilityChange>,
    /// With whom it is shared now and was not, and the other way round.
    pub shares: SharesChange,
    /// Whether both access lists can be compared.
    pub lists: Lists,
}

/// Two numbers of what has one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    /// The older one.
    pub before: String,
    /// The newer one.
    pub after: String,
}

/// Who can pull an image has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisibilityChange {
    /// Everyone can now.
    MadePublic,
    /// Not everyone can any more.
    MadePrivate,
}

/// The accounts with which an image is shared have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SharesChange {
    /// In this way; both lists are empty if nothing has changed.
    Known {
        /// New accounts.
        shared: Vec<AccountName>,
        /// Accounts that are no more.
        unshared: Vec<AccountName>,
    },
    /// Nobody knows.
    Unknown,
}

/// Whether two access lists can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lists {
    /// Yes. Where the target existed on one side only, the other list is empty.
    Compared,
    /// One of them was not read.
    NotRead {
        /// The older one.
        before: bool,
        /// The newer one.
        after: bool,
    },
}

/// The targets of both snapshots, sorted.
pub(super) fn targets(
    before: &Snapshot,
    after: &Snapshot,
    proof_before: &Proof<'_>,
    proof_after: &Proof<'_>,
) -> Vec<TargetChange> {
    let mut names: Vec<&Target> =
        before.subjects().iter().chain(after.subjects()).map(|subject| &subject.target).collect();
    names.sort_unstable();
    names.dedup();
    let change = |target: &&Target| {
        let (old, new) = (proof_before.side(target), proof_after.side(target));
        let existence = Existence::of(old, new)?;
        Some(change(target, (old, subject(before, old)), (new, subject(after, new)), existence))
    };
    names.iter().filter_map(change).collect()
}

fn subject(snapshot: &Snapshot, side: Side) -> Option<&Subject> {
    match side {
        Side::At(place) => snapshot.subject(place),
        Side::Absent | Side::Unknown => None,
    }
}

fn change(
    target: &Target,
    (before, old): (Side, Option<&Subject>),
    (after, new): (Side, Option<&Subject>),
    existence: Existence,
) -> TargetChange {
    let numbers = (old.and_then(|one| one.number.as_ref()), new.and_then(|one| one.number.as_ref()));
    let made_anew = match numbers {
        (Some(before), Some(after)) if before != after => {
            Some(Numbers { before: before.clone(), after: after.clone() })
        }
        _ => None,
    };
    let are_numbered = matches!(numbers, (Some(_), Some(_)));
    let visibility = match (old.map(Subject::visibility), new.map(Subject::visibility)) {
        (Some(Visibility::Private), Some(Visibility::Public)) => Some(VisibilityChange::MadePublic),
        (Some(Visibility::Public), Some(Visibility::Private)) => Some(VisibilityChange::MadePrivate),
        _ => None,
    };
    let is_read = |side, subject: Option<&Subject>| {
        side == Side::Absent || subject.is_some_and(|subject| subject.reading.is_read())
    };
    let lists = match (is_read(before, old), is_read(after, new)) {
        (true, true) => Lists::Compared,
        (before, after) => Lists::NotRead { before: !before, after: !after },
    };
    let shares = shares_change(accounts(before, old), accounts(after, new));
    let target = target.clone();
    TargetChange { target, before, after, existence, made_anew, are_numbered, visibility, shares, lists }
}

/// The accounts with which something is shared; `None` if that is not known, or not of all.
fn accounts(side: Side, subject: Option<&Subject>) -> Option<Vec<&AccountName>> {
    if side == Side::Absent {
        return Some(Vec::new());
    }
    match subject?.image().map(|facts| &facts.shares) {
        None => Some(Vec::new()),
        Some(Shares::Read(shares)) => shares.iter().map(|share| share.account.as_ref()).collect(),
        Some(Shares::NotRead | Shares::Listed) => None,
    }
}

fn shares_change(before: Option<Vec<&AccountName>>, after: Option<Vec<&AccountName>>) -> SharesChange {
    let (Some(before), Some(after)) = (before, after) else { return SharesChange::Unknown };
    let without = |all: &[&AccountName], others: &[&AccountName]| {
        all.iter().filter(|one| !others.contains(one)).map(|one| (*one).clone()).collect()
    };
    SharesChange::Known { shared: without(&after, &before), unshared: without(&before, &after) }
}
