//! What of a plan is about the cells of a matrix. Worked out once for each change of the plan, in proportion to its edits.

use std::collections::HashMap;

use crate::change::write::Desired;
use crate::plan::staged_on::StagedOn;
use crate::plan::staging::Plan;
use crate::review::snapshot::{Snapshot, UserNumber};

use super::{Cell, Matrix};

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overlay {
    /// By row and user.
    images: HashMap<(usize, UserNumber), Edits>,
    /// By the place of the organization and user.
    organizations: HashMap<(usize, UserNumber), Desired>,
}

/// The edits on the images of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Edits {
    count: usize,
    /// What all of them want; `None` if they differ.
    desired: Option<Desired>,
}

impl Overlay {
    /// What a plan has for a matrix.
    pub fn of(plan: &Plan, matrix: &Matrix, snapshot: &Snapshot) -> Self {
        let places = matrix.rows.iter().enumerate();
        let rows: HashMap<usize, usize> =
            places.flat_map(|(row, images)| images.images.iter().map(move |place| (*place, row))).collect();
        let mut overlay = Self::default();
        for staged in plan.edits() {
            let place = snapshot.place(&staged.target);
            let (Some(place), Some(user)) = (place, snapshot.people().find(&staged.edit.id)) else {
                continue;
            };
            let desired = staged.edit.desired;
            match rows.get(&place) {
                Some(row) => overlay.add((*row, user), desired),
                None => drop(overlay.organizations.insert((place, user), desired)),
            }
        }
        overlay
    }

    fn add(&mut self, cell: (usize, UserNumber), desired: Desired) {
        let edits = self.images.entry(cell).or_insert(Edits { count: 0, desired: Some(desired) });
        edits.count += 1;
        edits.desired = edits.desired.filter(|known| *known == desired);
    }

    /// A cell with what is staged over it.
    pub fn cell(&self, matrix: &Matrix, snapshot: &Snapshot, row: usize, user: usize) -> Option<Cell> {
        let cell = matrix.cell(snapshot, row, user)?;
        let (images, user) = (matrix.rows.get(row)?, *matrix.users.get(user)?);
        let planned = match self.images.get(&(row, user)) {
            None => StagedOn::Nothing,
            Some(Edits { count, desired: Some(desired) }) if *count == cell.images => StagedOn::All(*desired),
            Some(edits) => StagedOn::Some(edits.count),
        };
        let on_organization = self.organizations.get(&(images.organization, user)).copied();
        Some(Cell { planned, on_organization, ..cell })
    }
}
