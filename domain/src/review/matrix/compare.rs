//! What a filter chooses: the rows and the users of a matrix, or why there is none.

use crate::effective::Part;
use crate::review::groups::Group;
use crate::review::reach::Parts;
use crate::review::snapshot::{Snapshot, UserNumber};
use crate::table::collation::Collation;

use super::difference::by_difference;
use super::{Filter, Matrix, Row};

/// So many cells are compared at most, on all pages together: 1,000 rows of 100 users, or 100 rows of 1,000. It takes a
/// blink, and nobody reads more.
pub const MOST_CELLS: usize = 100_000;

/// Whether images with the same list share a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rows {
    /// Those of one organization do.
    #[default]
    Grouped,
    /// Each image has a row of its own.
    Single,
}

/// What a filter comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compared {
    /// Nothing was chosen yet.
    Unfiltered,
    /// The filter fits no image, or no user.
    Nothing,
    /// It fits so many rows and users that they make more than [`MOST_CELLS`] cells.
    TooMany {
        /// How many rows.
        rows: usize,
        /// How many users.
        users: usize,
    },
    /// A matrix, with at least one row and one user.
    Matrix(Matrix),
}

/// Compares what a filter chooses, of a snapshot with these groups. Where it chooses only users, the images are those that one of them may reach by a list.
/// Where it chooses only images, the users are those on their lists, and on those of their organizations.
pub fn compare(
    (snapshot, groups): (&Snapshot, &[Group]),
    filter: &Filter,
    rows: Rows,
    collation: &dyn Collation,
) -> Compared {
    let parts = Parts::of(snapshot);
    let shared = if rows == Rows::Grouped { groups } else { &[] };
    let chosen = |is_chosen: Vec<bool>| {
        let all = is_chosen.into_iter().enumerate();
        all.filter(|(_, is)| *is).map(|(index, _)| UserNumber::at(index)).collect::<Vec<_>>()
    };
    let (rows, users) = match (filter.chooses_images(), filter.chooses_people()) {
        (false, false) => return Compared::Unfiltered,
        (true, false) => {
            let rows = in_rows(snapshot, &filter.images(snapshot, groups, collation), shared);
            let users = chosen(listed(snapshot, &rows));
            (rows, users)
        }
        (false, true) => {
            let users = chosen(filter.people(snapshot, collation));
            (in_rows(snapshot, &reached(snapshot, &parts, &users), shared), users)
        }
        (true, true) => {
            let users = chosen(filter.people(snapshot, collation));
            (in_rows(snapshot, &filter.images(snapshot, groups, collation), shared), users)
        }
    };
    match rows.len().saturating_mul(users.len()) {
        0 => Compared::Nothing,
        cells if cells > MOST_CELLS => Compared::TooMany { rows: rows.len(), users: users.len() },
        _ => {
            let users = by_difference(snapshot, &parts, &rows, &users, collation);
            Compared::Matrix(Matrix { rows, users })
        }
    }
}

/// The rows of the images that are chosen, each by its place among the subjects. Those of a group share a row.
fn in_rows(snapshot: &Snapshot, is_chosen: &[bool], groups: &[Group]) -> Vec<Row> {
    let is_chosen = |place: &usize| is_chosen.get(*place).copied().unwrap_or_default();
    let sections: Vec<_> = snapshot.organizations().collect();
    let mut made: Vec<Row> = Vec::new();
    let mut add = |organization: usize, images: Vec<usize>| {
        if !images.is_empty() {
            made.push(Row { organization, images });
        }
    };
    let mut is_in_group = vec![false; snapshot.subjects().len()];
    for group in groups {
        for section in &sections {
            let images = group.images.iter().filter(|place| section.images.contains(place)).copied();
            add(section.place, images.filter(is_chosen).collect());
        }
        for place in &group.images {
            if let Some(is_in) = is_in_group.get_mut(*place) {
                *is_in = true;
            }
        }
    }
    let is_alone = |place: &usize| !is_in_group.get(*place).copied().unwrap_or_default();
    for section in &sections {
        let alone = section.images.clone().filter(|place| is_chosen(place) && is_alone(place));
        alone.for_each(|place| add(section.place, vec![place]));
    }
    made.sort_by_key(Row::first);
    made
}

/// For each user, whether they are on a list of the rows.
fn listed(snapshot: &Snapshot, rows: &[Row]) -> Vec<bool> {
    let mut is_listed = vec![false; snapshot.people().len()];
    for place in rows.iter().flat_map(|row| [row.organization, row.first()]) {
        for (user, _) in snapshot.list(place) {
            if let Some(is) = is_listed.get_mut(user.index()) {
                *is = true;
            }
        }
    }
    is_listed
}

/// For each subject, whether it is an image that one of the users may reach by a list. A list that was not read may name
/// anybody.
fn reached(snapshot: &Snapshot, parts: &Parts<'_>, users: &[UserNumber]) -> Vec<bool> {
    let mut is_reached = vec![false; snapshot.subjects().len()];
    let may_name = |place: usize| users.iter().any(|user| parts.part(place, *user) != Part::Nothing);
    for section in snapshot.organizations() {
        let is_by_organization = may_name(section.place);
        for place in section.images {
            if let Some(is) = is_reached.get_mut(place) {
                *is = parts.visibility(place).is_some() && (is_by_organization || may_name(place));
            }
        }
    }
    is_reached
}
