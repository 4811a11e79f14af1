//! What a list that was just read says of a write: before it is sent, whether things are still as the user saw them;
//! afterwards, what happened to every user. Writes have no answer per user, so the list is the only witness.

use crate::change::write::{Current, Edit, Present, is_as_desired};
use crate::model::access::AccessList;

/// The outcome of one edit. `T` is what can be there: for a user, what they have.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Outcome<T = Current> {
    /// The list shows what was wanted.
    Applied,
    /// The list shows what was there before.
    NotApplied,
    /// The list shows a third thing: someone else was here.
    Otherwise(T),
    /// The list could not be read, or has entries that can't be told from this person's.
    Unknown,
}

impl<T> Outcome<T> {
    /// Whether the list shows something else than what was asked for.
    pub const fn contradicts(&self) -> bool {
        matches!(self, Outcome::NotApplied | Outcome::Otherwise(_))
    }
}

impl Outcome {
    /// The outcome of an edit, by the list that was read after it.
    pub fn of(edit: &Edit, after: Option<&Present<'_>>) -> Self {
        let Some(present) = after.filter(|present| !present.may_hide(&edit.id)) else {
            return Outcome::Unknown;
        };
        match present.held(&edit.id) {
            held if is_as_desired(&held, edit.desired) => Outcome::Applied,
            held if held == edit.expected => Outcome::NotApplied,
            held => Outcome::Otherwise(held),
        }
    }
}

/// Someone else has changed a permission since the user saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What should be changed.
    pub edit: Edit,
    /// What the list shows now.
    pub now: Current,
}

/// The edits that expect something else than the list shows.
pub fn conflicts<'a>(edits: impl IntoIterator<Item = &'a Edit>, present: &AccessList) -> Vec<Conflict> {
    let present = Present::of(present);
    let conflict = |edit: &Edit| {
        let now = present.held(&edit.id);
        (now != edit.expected).then(|| Conflict { edit: edit.clone(), now })
    };
    edits.into_iter().filter_map(conflict).collect()
}

/// The same edits from what a list shows now: the user has seen it by then.
pub fn expected_from(edits: &[Edit], present: &AccessList) -> Vec<Edit> {
    let present = Present::of(present);
    edits.iter().map(|edit| Edit { expected: present.held(&edit.id), ..edit.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::access::list_of as list;
    use crate::model::level::Level;
    use crate::model::names::{UserId, UserName};

    fn to_write() -> Edit {
        Edit {
            id: UserId::new("a"),
            name: UserName::new("a"),
            expected: Some(Level::Read.into()),
            desired: Some(Level::Write),
        }
    }

    #[test]
    fn the_list_tells_what_became_of_an_edit() {
        let outcome = |people: &[(&str, Level)]| Outcome::of(&to_write(), Some(&Present::of(&list(people))));
        assert_eq!(outcome(&[("a", Level::Write)]), Outcome::Applied);
        assert_eq!(outcome(&[("a", Level::Read)]), Outcome::NotApplied);
        assert_eq!(outcome(&[("a", Level::Manage)]), Outcome::Otherwise(Some(Level::Manage.into())));
        assert_eq!(outcome(&[]), Outcome::Otherwise(None));
        assert_eq!(Outcome::of(&to_write(), None), Outcome::Unknown);
    }

    #[test]
    fn a_revocation_is_applied_when_nobody_is_listed() {
        let edit = Edit { desired: None, ..to_write() };
        assert_eq!(Outcome::of(&edit, Some(&Present::of(&list(&[])))), Outcome::Applied);
        assert_eq!(Outcome::of(&edit, Some(&Present::of(&list(&[("a", Level::Read)])))), Outcome::NotApplied);
    }

    #[test]
    fn a_list_with_an_entry_that_can_be_anybodys_proves_no_absence() {
        let edit = Edit { desired: None, ..to_write() };
        let odd = AccessList { unreadable: 1, ..list(&[("b", Level::Read)]) };
        assert_eq!(Outcome::of(&edit, Some(&Present::of(&odd))), Outcome::Unknown);
        let mut nameless = list(&[("b", Level::Read)]);
        nameless.others[0].id = None;
        assert_eq!(Outcome::of(&edit, Some(&Present::of(&nameless))), Outcome::Unknown);
        let listed = AccessList { unreadable: 1, ..list(&[("a", Level::Write)]) };
        assert_eq!(Outcome::of(&to_write(), Some(&Present::of(&listed))), Outcome::Applied);
    }

    #[test]
    fn a_change_by_somebody_else_is_noticed_before_it_is_overwritten() {
        assert_eq!(conflicts(&[to_write()], &list(&[("a", Level::Read)])), []);
        let now = Some(Level::Manage.into());
        assert_eq!(
            conflicts(&[to_write()], &list(&[("a", Level::Manage)])),
            [Conflict { edit: to_write(), now: now.clone() }]
        );
        assert_eq!(expected_from(&[to_write()], &list(&[("a", Level::Manage)]))[0].expected, now);
        assert_eq!(conflicts(&[to_write()], &list(&[]))[0].now, None);
    }
}
