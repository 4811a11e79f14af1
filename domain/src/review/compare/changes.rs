//! What has changed for each user on each target.

use crate::effective::Part;
use crate::model::level::Permission;
use crate::review::snapshot::{Row, Snapshot};

use super::existence::Side;
use super::targets::{Lists, TargetChange};
use super::users::{ComparedUser, Users};

/// How a user's permission has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The user had none.
    Granted,
    /// The user has none any more.
    Revoked,
    /// The level is higher.
    Raised,
    /// The level is lower.
    Lowered,
    /// The value is another one, and one of both is no level.
    Changed,
    /// The user is on one list, and the other one may name them in an entry that can't be read.
    Unknown,
}

/// A change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'a> {
    /// On what.
    pub target: &'a TargetChange,
    /// Of whom.
    pub user: &'a ComparedUser,
    /// How.
    pub kind: Kind,
    /// What the older list says.
    pub before: Option<&'a Permission>,
    /// What the newer list says.
    pub after: Option<&'a Permission>,
}

/// A change in sixteen bytes: there may be millions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Compact {
    target: u32,
    user: u32,
    before: Option<u8>,
    after: Option<u8>,
    pub(super) kind: Kind,
}

impl Compact {
    pub(super) fn shown<'a>(
        &self,
        targets: &'a [TargetChange],
        users: &'a [ComparedUser],
        values: &'a Values,
    ) -> Option<Change<'a>> {
        Some(Change {
            target: targets.get(self.target as usize)?,
            user: users.get(self.user as usize)?,
            kind: self.kind,
            before: self.before.and_then(|value| values.before.get(usize::from(value))),
            after: self.after.and_then(|value| values.after.get(usize::from(value))),
        })
    }
}

/// The values of both snapshots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Values {
    before: Vec<Permission>,
    after: Vec<Permission>,
}

impl Values {
    pub(super) fn of(before: &Snapshot, after: &Snapshot) -> Self {
        Self { before: before.values().to_vec(), after: after.values().to_vec() }
    }

    /// How a value has changed; `None` if it has not.
    fn kind(&self, before: u8, after: u8) -> Option<Kind> {
        let old = self.before.get(usize::from(before))?;
        let new = self.after.get(usize::from(after))?;
        if old == new {
            return None;
        }
        Some(match (Part::held(old), Part::held(new)) {
            (Part::Level(old), Part::Level(new)) if old < new => Kind::Raised,
            (Part::Level(_), Part::Level(_)) => Kind::Lowered,
            _ => Kind::Changed,
        })
    }
}

/// One side of a target: its row, and whether a user who is not in it is not on the list.
struct Listed<'a> {
    row: Row<'a>,
    is_whole: bool,
}

impl<'a> Listed<'a> {
    fn of(snapshot: &'a Snapshot, side: Side) -> Self {
        match side {
            Side::At(place) => Self {
                row: snapshot.grants().row(place),
                is_whole: snapshot.subject(place).is_some_and(|subject| subject.reading.is_whole()),
            },
            Side::Absent => Self { row: Row::default(), is_whole: true },
            Side::Unknown => Self { row: Row::default(), is_whole: false },
        }
    }
}

/// All changes, by target and user.
pub(super) fn changes(
    before: &Snapshot,
    after: &Snapshot,
    targets: &[TargetChange],
    users: &Users,
    values: &Values,
) -> Vec<Compact> {
    let mut changes = Vec::new();
    for (number, target) in (0_u32..).zip(targets).filter(|(_, target)| target.lists == Lists::Compared) {
        let (old, new) = (Listed::of(before, target.before), Listed::of(after, target.after));
        let add = |user, before: Option<u8>, after: Option<u8>| {
            let kind = match (before, after) {
                (Some(before), Some(after)) => values.kind(before, after),
                (None, Some(_)) if old.is_whole => Some(Kind::Granted),
                (Some(_), None) if new.is_whole => Some(Kind::Revoked),
                (None, None) => None,
                _ => Some(Kind::Unknown),
            };
            changes.extend(kind.map(|kind| Compact { target: number, user, before, after, kind }));
        };
        let old_row = old.row.iter().filter_map(|(user, value)| Some((users.of_before(user)?, value)));
        let new_row = new.row.iter().filter_map(|(user, value)| Some((users.of_after(user)?, value)));
        merge(old_row, new_row, add);
    }
    changes
}

/// Goes through two rows that are sorted by user at once.
fn merge(
    old: impl Iterator<Item = (u32, u8)>,
    new: impl Iterator<Item = (u32, u8)>,
    mut add: impl FnMut(u32, Option<u8>, Option<u8>),
) {
    let (mut old, mut new) = (old.peekable(), new.peekable());
    loop {
        let user = match (old.peek(), new.peek()) {
            (None, None) => return,
            (Some((a, _)), Some((b, _))) => *a.min(b),
            (Some((a, _)), None) => *a,
            (None, Some((b, _))) => *b,
        };
        let before = old.next_if(|(number, _)| *number == user).map(|(_, value)| value);
        let after = new.next_if(|(number, _)| *number == user).map(|(_, value)| value);
        add(user, before, after);
    }
}
