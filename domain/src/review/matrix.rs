//! The matrix: images down, users across, and in each cell what the lists of the image and of its organization give the user.
//!
//! It compares what a filter has chosen, never a whole account. Images of one organization with the same list can share a row.

mod cell;
mod compare;
mod cursor;
mod difference;
mod filter;
mod keys;
mod overlay;
mod page;
mod turn;
mod view;

use std::collections::HashMap;

use crate::text::reveal::visible;

use super::snapshot::{KnownUser, Snapshot, UserNumber};

pub use cell::{Cell, Held, Shown};
pub use compare::{Compared, MOST_CELLS, Rows, compare};
pub use cursor::{Block, Cursor, Extend, Move, Shape, Spot};
pub use filter::{Filter, LIKE, like};
pub use keys::{Action, With, action};
pub use overlay::Overlay;
pub use page::{COLUMNS_MOST, Form, Pages};
pub use turn::{Line, Turn};
pub use view::View;

/// Images of one organization in one row: one image, or several with the same list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The place of the organization among the subjects.
    pub organization: usize,
    /// The places of the images, in their order; never none.
    pub images: Vec<usize>,
}

impl Row {
    /// The image that the row is called by, and whose list is that of all.
    pub fn first(&self) -> usize {
        self.images.first().copied().unwrap_or_default()
    }
}

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matrix {
    /// The rows, in the order of their first images.
    pub rows: Vec<Row>,
    /// The users, those first whose cells differ most between the rows.
    pub users: Vec<UserNumber>,
}

impl Matrix {
    /// What is in the cell of a row and a user, without what is staged.
    pub fn cell(&self, snapshot: &Snapshot, row: usize, user: usize) -> Option<Cell> {
        let (row, user) = (self.rows.get(row)?, *self.users.get(user)?);
        Some(Cell::of(snapshot, row, user))
    }

    /// What each of the users is called. Where several have one name, the id tells them apart.
    pub fn called(&self, snapshot: &Snapshot) -> Vec<String> {
        let known = |user: &UserNumber| snapshot.people().get(*user);
        let mut count: HashMap<String, usize> = HashMap::new();
        for user in self.users.iter().filter_map(known) {
            *count.entry(user.called()).or_default() += 1;
        }
        let name = |user: &KnownUser| {
            let called = user.called();
            let is_shared = count.get(&called).is_some_and(|count| *count > 1);
            if is_shared { format!("{called} · {}", visible(user.id.as_str())) } else { called }
        };
        self.users.iter().map(|user| known(user).map(name).unwrap_or_default()).collect()
    }
}

#[cfg(test)]
mod tests;
