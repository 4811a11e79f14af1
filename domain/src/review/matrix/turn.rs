//! The matrix turned round: users down and images across.

use super::{Matrix, Row, Spot};
use crate::review::snapshot::UserNumber;

/// What runs down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Turn {
    /// Images down, users across.
    #[default]
    ImagesDown,
    /// Users down, images across.
    UsersDown,
}

/// What a row or column of the grid is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'a> {
    /// These images.
    Images(&'a Row),
    /// This user.
    User(UserNumber),
}

impl Turn {
    /// The row and the user of a cell, each by its place in the matrix.
    pub const fn pair(self, spot: Spot) -> (usize, usize) {
        match self {
            Self::ImagesDown => (spot.row, spot.column),
            Self::UsersDown => (spot.column, spot.row),
        }
    }
}

impl Matrix {
    /// How many rows and columns the grid has.
    pub const fn size(&self, turn: Turn) -> (usize, usize) {
        let (images, users) = (self.rows.len(), self.users.len());
        match turn {
            Turn::ImagesDown => (images, users),
            Turn::UsersDown => (users, images),
        }
    }

    /// What a row of the grid is about.
    pub fn down(&self, turn: Turn, row: usize) -> Option<Line<'_>> {
        match turn {
            Turn::ImagesDown => self.rows.get(row).map(Line::Images),
            Turn::UsersDown => self.users.get(row).copied().map(Line::User),
        }
    }

    /// What a column of the grid is about.
    pub fn across(&self, turn: Turn, column: usize) -> Option<Line<'_>> {
        match turn {
            Turn::ImagesDown => self.down(Turn::UsersDown, column),
            Turn::UsersDown => self.down(Turn::ImagesDown, column),
        }
    }
}
