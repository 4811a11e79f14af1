//! What a long draft comes to: how many users are new, hold something already, or need a look.

use std::collections::HashMap;

use crate::domain::level::Permission;

use super::{DraftRow, Remark};

/// What a row of a draft is, for counting and filtering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Category {
    /// The user holds nothing here yet.
    New,
    /// The user holds another level already.
    HasOther,
    /// The user holds this level already.
    HasSame,
    /// Something about the row needs a look.
    Attention,
}

impl Category {
    /// All of them, in the order in which a summary names them.
    pub const ALL: [Category; 4] =
        [Category::New, Category::HasOther, Category::HasSame, Category::Attention];
}

/// The category of a row with its remarks; `None` for a blank one.
pub fn category(row: &DraftRow, remarks: &[Remark]) -> Option<Category> {
    if row.is_blank() {
        return None;
    }
    let mut held = None;
    for remark in remarks {
        match remark {
            Remark::AlreadyHas(permission) => held = Some(permission),
            _ => return Some(Category::Attention),
        }
    }
    Some(match held {
        None => Category::New,
        Some(Permission::Known(level)) if Some(*level) == row.level => Category::HasSame,
        Some(_) => Category::HasOther,
    })
}

/// How many rows of each category a draft has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary(HashMap<Category, usize>);

impl Summary {
    /// Counts categories.
    pub fn of(categories: impl IntoIterator<Item = Option<Category>>) -> Self {
        let mut counts = HashMap::new();
        for category in categories.into_iter().flatten() {
            *counts.entry(category).or_default() += 1;
        }
        Self(counts)
    }

    /// How many are in a category.
    pub fn count(&self, category: Category) -> usize {
        self.0.get(&category).copied().unwrap_or_default()
    }

    /// How many there are in all.
    pub fn all(&self) -> usize {
        self.0.values().sum()
    }
}
