//! A user's name and id belong together: whether they do in a row, and what typing does to that.

use crate::grant::directory::{Directory, Namesakes};
use crate::model::names::UserId;

use super::DraftRow;
use super::remarks::DraftField;

/// Where name and id of a row come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pair {
    /// Both were typed, or come from a list.
    Typed,
    /// Both were typed, they contradict the account's users, and the user has chosen to keep them.
    Kept,
    /// The user was picked: one value.
    Picked,
    /// The name was typed, and its id came along.
    IdCame,
    /// The id was typed, and its name came along.
    NameCame,
}

impl Pair {
    /// What typing into a field makes of the pair, and the other field if its value came along with the old one: it
    /// would be someone else's from now on.
    pub const fn after_typing(self, field: DraftField) -> (Self, Option<DraftField>) {
        let clears = match (self, field) {
            (Pair::Picked | Pair::IdCame, DraftField::Name) => Some(DraftField::Id),
            (Pair::Picked | Pair::NameCame, DraftField::Id) => Some(DraftField::Name),
            _ => None,
        };
        (Pair::Typed, clears)
    }
}

/// The row with its other half, where one half is there and only one person fits it; `None` where nothing changes. What
/// is there is never changed into something else: a name only takes the letter case that the account's user has.
pub fn completed(row: &DraftRow, directory: &Directory) -> Option<DraftRow> {
    let (name, id) = (row.name.trim(), row.id.trim());
    match (name.is_empty(), id.is_empty()) {
        (false, true) => {
            let Namesakes::One(person) = directory.named(name) else { return None };
            let name =
                if directory.is_called(person, name) { person.name.to_string() } else { row.name.clone() };
            Some(DraftRow { name, id: person.id.to_string(), pair: Pair::IdCame, ..row.clone() })
        }
        (true, false) => {
            let known = directory.of(&UserId::typed(id))?;
            Some(DraftRow { name: known.person.name.to_string(), pair: Pair::NameCame, ..row.clone() })
        }
        _ => None,
    }
}
