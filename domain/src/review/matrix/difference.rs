//! The order of the users: those first whose cells differ most between the rows, since that is what one looks for.

use crate::effective::Part;
use crate::review::reach::Parts;
use crate::review::snapshot::{KnownUser, Snapshot, UserNumber};
use crate::table::collation::Collation;
use crate::table::rows::sort;

use super::Row;

/// Users by how many of their cells are not as most of them are; equal ones by name.
pub(super) fn by_difference(
    snapshot: &Snapshot,
    parts: &Parts<'_>,
    rows: &[Row],
    users: &[UserNumber],
    collation: &dyn Collation,
) -> Vec<UserNumber> {
    let differing: Vec<usize> = users.iter().map(|user| differing(parts, rows, *user)).collect();
    let called = |user: &UserNumber| snapshot.people().get(*user).map(KnownUser::called).unwrap_or_default();
    let names: Vec<String> = users.iter().map(called).collect();
    let ranks = collation.ranks(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let mut order: Vec<usize> = (0..users.len()).collect();
    sort(&mut order, &|a, b| {
        let by_difference = differing.get(b).cmp(&differing.get(a));
        by_difference.then_with(|| ranks.get(a).cmp(&ranks.get(b)))
    });
    order.into_iter().filter_map(|index| users.get(index).copied()).collect()
}

/// How many cells of a user are not as most of them are.
fn differing(parts: &Parts<'_>, rows: &[Row], user: UserNumber) -> usize {
    let mut kinds: Vec<((Part, Part), usize)> = Vec::new();
    for row in rows {
        let kind = (parts.part(row.organization, user), parts.part(row.first(), user));
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind, 1)),
        }
    }
    rows.len() - kinds.into_iter().map(|(_, count)| count).max().unwrap_or_default()
}
