//! How a matrix is looked at, as the address says it.

use super::{Rows, Turn};

/// See the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct View {
    /// Whether images with the same list share a row.
    pub rows: Rows,
    /// What runs down.
    pub turn: Turn,
}

impl View {
    const ALL: [(View, &'static str); 4] = [
        (View { rows: Rows::Grouped, turn: Turn::ImagesDown }, ""),
        (View { rows: Rows::Single, turn: Turn::ImagesDown }, "images"),
        (View { rows: Rows::Grouped, turn: Turn::UsersDown }, "turned"),
        (View { rows: Rows::Single, turn: Turn::UsersDown }, "images-turned"),
    ];

    /// The word in an address; empty for the usual view.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(view, _)| *view == self).map_or("", |(_, key)| key)
    }

    /// The view of a word; the usual one for a word that is none.
    pub fn from_key(key: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == key).map(|(view, _)| *view).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_view_comes_back_from_its_word() {
        for (view, key) in View::ALL {
            assert_eq!((View::from_key(key), view.key()), (view, key));
        }
        assert_eq!(View::from_key("nonsense"), View::default());
    }
}
