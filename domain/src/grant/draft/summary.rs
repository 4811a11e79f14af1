//! A long draft in numbers: how many users are new, hold something already, or need a look.

use crate::model::level::Permission;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    new: usize,
    has_other: usize,
    has_same: usize,
    attention: usize,
}

impl Summary {
    /// Counts categories.
    pub fn of(categories: impl IntoIterator<Item = Option<Category>>) -> Self {
        let mut summary = Self::default();
        for category in categories.into_iter().flatten() {
            *match category {
                Category::New => &mut summary.new,
                Category::HasOther => &mut summary.has_other,
                Category::HasSame => &mut summary.has_same,
                Category::Attention => &mut summary.attention,
            } += 1;
        }
        summary
    }

    /// How many are in a category.
    pub const fn count(&self, category: Category) -> usize {
        match category {
            Category::New => self.new,
            Category::HasOther => self.has_other,
            Category::HasSame => self.has_same,
            Category::Attention => self.attention,
        }
    }

    /// How many there are in all.
    pub const fn all(&self) -> usize {
        self.new + self.has_other + self.has_same + self.attention
    }
}
