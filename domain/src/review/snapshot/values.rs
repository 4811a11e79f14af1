//! The distinct values of permissions, so that a grant names its own with one byte.

use crate::model::level::{Level, Permission};

/// So many values have a number.
const MOST: usize = 256;

/// The values as they came. The three levels and "no value" always have the first numbers.
#[derive(Debug, Clone)]
pub(super) struct Values(Vec<Permission>);

impl Values {
    pub(super) fn new() -> Self {
        Self(Level::ALL.map(Permission::Known).into_iter().chain([Permission::Missing]).collect())
    }

    /// The number of a value, a new one if it is new; `None` if there are no more numbers.
    pub(super) fn number(&mut self, value: &Permission) -> Option<u8> {
        let known = self.0.iter().position(|known| known == value);
        let place = known.unwrap_or_else(|| {
            if self.0.len() < MOST {
                self.0.push(value.clone());
                self.0.len() - 1
            } else {
                MOST
            }
        });
        u8::try_from(place).ok()
    }

    /// The value of a number.
    pub(super) fn get(&self, number: u8) -> Option<&Permission> {
        self.0.get(usize::from(number))
    }

    /// The values that these numbers name, in an order that does not depend on how they came, and the new number of each.
    /// A value that only an earlier reading had is gone with it.
    pub(super) fn sorted(&self, used: impl Iterator<Item = u8>) -> (Vec<Permission>, Vec<u8>) {
        let standard = Level::ALL.len() + 1;
        let mut is_used = vec![false; self.0.len()];
        for number in used {
            if let Some(is_used) = is_used.get_mut(usize::from(number)) {
                *is_used = true;
            }
        }
        let named = is_used.into_iter().enumerate();
        let mut order: Vec<usize> =
            named.filter_map(|(place, is_used)| (is_used || place < standard).then_some(place)).collect();
        order.sort_by_key(|place| {
            let value = self.0.get(*place);
            if *place < standard { (*place, None) } else { (standard, value.and_then(Permission::key)) }
        });
        let mut numbers = vec![0; self.0.len()];
        for (new, old) in order.iter().enumerate() {
            if let (Some(number), Ok(new)) = (numbers.get_mut(*old), u8::try_from(new)) {
                *number = new;
            }
        }
        let values = order.into_iter().filter_map(|place| self.0.get(place)).cloned().collect();
        (values, numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_one_number_until_there_are_no_more() {
        let mut values = Values::new();
        assert_eq!(values.number(&Level::Write.into()), Some(1));
        assert_eq!(values.number(&Permission::Missing), Some(3));
        let odd = |n: usize| Permission::Unknown(n.to_string());
        let numbers: Vec<_> = (0..300).map(|n| values.number(&odd(n))).collect();
        assert_eq!((numbers[0], numbers[251], numbers[252]), (Some(4), Some(255), None));
        assert_eq!(values.number(&odd(251)), Some(255));
    }

    #[test]
    fn odd_values_are_sorted_behind_the_levels() {
        let mut values = Values::new();
        for odd in ["9", "2"] {
            values.number(&Permission::Unknown(odd.into()));
        }
        let (sorted, numbers) = values.sorted([4, 5].into_iter());
        assert_eq!(sorted[4..], [Permission::Unknown("2".into()), Permission::Unknown("9".into())]);
        assert_eq!(numbers, [0, 1, 2, 3, 5, 4]);
        let (sorted, numbers) = values.sorted([5, 0].into_iter());
        assert_eq!(sorted[4..], [Permission::Unknown("2".into())]);
        assert_eq!((sorted.len(), numbers[5]), (5, 4));
    }
}
