//! Who is on which list with what, in five bytes a grant: rows of numbers, one after the other.

/// Rows of pairs: a column, and the number of a value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grants {
    /// Where each row ends.
    ends: Vec<u32>,
    columns: Vec<u32>,
    values: Vec<u8>,
}

/// One row, sorted by column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Row<'a> {
    /// The columns.
    pub columns: &'a [u32],
    /// Their values.
    pub values: &'a [u8],
}

impl<'a> Row<'a> {
    /// How many grants there are in it.
    pub const fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Its columns with their values.
    pub fn iter(&self) -> impl Iterator<Item = (u32, u8)> + use<'a> {
        self.columns.iter().copied().zip(self.values.iter().copied())
    }

    /// The value in a column.
    pub fn value(&self, column: u32) -> Option<u8> {
        let place = self.columns.binary_search(&column).ok()?;
        self.values.get(place).copied()
    }
}

impl Grants {
    /// Adds a row.
    pub(super) fn push(&mut self, row: impl IntoIterator<Item = (u32, u8)>) {
        for (column, value) in row {
            self.columns.push(column);
            self.values.push(value);
        }
        self.ends.push(length(self.columns.len()));
    }

    /// Gives each value the number that has its place in a list.
    pub(super) fn renumber_values(&mut self, numbers: &[u8]) {
        for value in &mut self.values {
            *value = numbers.get(usize::from(*value)).copied().unwrap_or(*value);
        }
    }

    /// How many grants there are.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// The number of the value of each grant.
    pub(super) fn values(&self) -> impl Iterator<Item = u8> {
        self.values.iter().copied()
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// A row; an empty one where there is none.
    pub fn row(&self, row: usize) -> Row<'_> {
        let start = row.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before));
        let (Some(start), Some(end)) = (start, self.ends.get(row)) else { return Row::default() };
        let range = *start as usize..*end as usize;
        Row {
            columns: self.columns.get(range.clone()).unwrap_or_default(),
            values: self.values.get(range).unwrap_or_default(),
        }
    }

    /// The same grants with columns as rows, sorted.
    #[must_use]
    pub fn transposed(&self, columns: usize) -> Grants {
        let mut counts = vec![0; columns];
        for column in &self.columns {
            if let Some(count) = counts.get_mut(*column as usize) {
                *count += 1;
            }
        }
        self.turned_again(counts)
    }

    /// The same as [`Grants::transposed`], for someone who knows how many grants each column has.
    pub(super) fn turned_again(&self, counts: impl IntoIterator<Item = u32>) -> Grants {
        Self::turned((0..self.rows()).map(|row| self.row(row).iter()), counts)
    }

    /// The grants of these rows with columns as rows, sorted: by counting, so that it takes time in proportion to the
    /// grants. `counts` says how many each column has; a grant of any other column is left out.
    pub(super) fn turned<R>(rows: impl Iterator<Item = R>, counts: impl IntoIterator<Item = u32>) -> Grants
    where
        R: Iterator<Item = (u32, u8)>,
    {
        let mut places: Vec<u32> = counts.into_iter().collect();
        let mut all = 0;
        for place in &mut places {
            all += std::mem::replace(place, all);
        }
        let mut turned =
            Grants { ends: Vec::new(), columns: vec![0; all as usize], values: vec![0; all as usize] };
        for (row, grants) in rows.enumerate() {
            let row = length(row);
            for (column, value) in grants {
                let Some(place) = places.get_mut(column as usize) else { continue };
                let slot = *place as usize;
                *place += 1;
                if let (Some(to), Some(at)) = (turned.columns.get_mut(slot), turned.values.get_mut(slot)) {
                    (*to, *at) = (row, value);
                }
            }
        }
        // Each column's place is now behind its last grant.
        turned.ends = places;
        turned
    }
}

/// A length as it is stored. No scan reads as many grants as four bytes can count.
pub(super) fn length(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_does_not_exist_is_empty() {
        let mut grants = Grants::default();
        assert!(grants.is_empty() && grants.row(0).is_empty());
        grants.push([(2, 7), (5, 8)]);
        grants.push([]);
        assert_eq!((grants.rows(), grants.len(), grants.row(0).len()), (2, 2, 2));
        assert_eq!(grants.row(0).iter().collect::<Vec<_>>(), [(2, 7), (5, 8)]);
        assert_eq!((grants.row(0).value(5), grants.row(0).value(3)), (Some(8), None));
        assert!(grants.row(1).is_empty() && grants.row(2).is_empty());
    }

    mod properties {
        use proptest::collection::{btree_map, vec};
        use proptest::prelude::*;

        use super::*;

        proptest! {
            #[test]
            fn turned_twice_it_is_the_same_again(rows in vec(btree_map(0u32..9, any::<u8>(), 0..9), 0..9)) {
                let mut grants = Grants::default();
                for row in &rows {
                    grants.push(row.iter().map(|(column, value)| (*column, *value)));
                }
                let turned = grants.transposed(9);
                prop_assert_eq!((turned.rows(), turned.len()), (9, grants.len()));
                for (row, entries) in rows.iter().enumerate() {
                    for (column, value) in entries {
                        let number = u32::try_from(row).unwrap();
                        prop_assert_eq!(turned.row(*column as usize).value(number), Some(*value));
                    }
                }
                prop_assert_eq!(turned.transposed(rows.len()), grants);
            }

            #[test]
            fn turning_twice_sorts_each_row(row in vec(0u32..50, 0..20)) {
                let mut grants = Grants::default();
                grants.push(row.iter().map(|column| (*column, 1)));
                let mut sorted = row;
                sorted.sort_unstable();
                let turned = grants.transposed(50).transposed(1);
                prop_assert_eq!(turned.row(0).columns, sorted);
            }
        }
    }
}
