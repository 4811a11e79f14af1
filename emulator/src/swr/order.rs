//! The order of a list of images.

use std::cmp::Ordering;

use crate::error::{self, Refusal};
use crate::store::{Image, Organization};

use super::parameters::Parameters;

/// A column that images can be ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Updated,
    Name,
    TagCount,
    Organization,
    IsPublic,
    /// The account that an image belongs to, which is the same for all images here.
    Owner,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Ascending,
    Descending,
}

/// An order, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Order(Option<(Column, Direction)>);

impl Order {
    /// The order asked for; `columns` are the names on the wire.
    pub(super) fn of(parameters: &Parameters<'_>, columns: &[(&str, Column)]) -> Result<Self, Refusal> {
        let direction = parameters.get("order_type");
        let Some(name) = parameters.get("order_column") else {
            // A direction without a column orders nothing; the pages allow it only beside one.
            return if direction.is_none() { Ok(Self(None)) } else { Err(error::INVALID_QUERY.into()) };
        };
        let known = columns.iter().find(|(known, _)| *known == name);
        let column = known.map(|(_, column)| *column).ok_or(error::ORDER_COLUMN)?;
        let direction = match direction {
            Some("asc") => Direction::Ascending,
            Some("desc") | None => Direction::Descending,
            Some(_) => return Err(error::INVALID_QUERY.into()),
        };
        Ok(Self(Some((column, direction))))
    }

    /// Without an order, images come by organization and name.
    pub(super) fn compare(self, left: (&Organization, &Image), right: (&Organization, &Image)) -> Ordering {
        let Some((column, direction)) = self.0 else { return Ordering::Equal };
        let ordering = match column {
            Column::Updated => left.1.updated.cmp(&right.1.updated),
            Column::Name => left.1.name.cmp(&right.1.name),
            Column::TagCount => left.1.tags.len().cmp(&right.1.tags.len()),
            Column::Organization => left.0.name.cmp(&right.0.name),
            Column::IsPublic => left.1.is_public.cmp(&right.1.is_public),
            Column::Owner => Ordering::Equal,
        };
        if direction == Direction::Descending { ordering.reverse() } else { ordering }
    }
}
