//! Numbers for values that come again and again.

use std::collections::HashMap;
use std::hash::Hash;

/// Each value once, numbered in the order of their first appearance.
#[derive(Debug, Clone)]
pub(super) struct Interned<T> {
    numbers: HashMap<T, u32>,
    items: Vec<T>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Self { numbers: HashMap::new(), items: Vec::new() }
    }
}

impl<T: Clone + Eq + Hash> Interned<T> {
    /// The number of a value, a new one if it is new.
    pub(super) fn number(&mut self, item: &T) -> u32 {
        if let Some(number) = self.numbers.get(item) {
            return *number;
        }
        let number = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        self.numbers.insert(item.clone(), number);
        self.items.push(item.clone());
        number
    }

    /// The value of a number.
    pub(super) fn get(&self, number: u32) -> Option<&T> {
        self.items.get(number as usize)
    }

    /// All values, by number.
    pub(super) fn items(&self) -> &[T] {
        &self.items
    }
}
