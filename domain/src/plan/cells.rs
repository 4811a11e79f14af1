//! What users hold on images, set cell by cell: the edits that a matrix stages.

use crate::change::write::Desired;
use crate::review::snapshot::{Snapshot, UserNumber};

use super::proposal::{Lens, Obstacle};
use super::staging::Staged;

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Set {
    /// The edits. One that wants what is so already takes back what is staged.
    pub edits: Vec<Staged>,
    /// How many were left out because it was not read what the user holds.
    pub not_read: usize,
    /// How many were left out because the caller would get a permission: the service lets nobody grant to themselves.
    pub oneself: usize,
}

/// Sets what users hold: each of a place among the subjects and a user is one edit.
pub fn set(
    snapshot: &Snapshot,
    cells: impl IntoIterator<Item = (usize, UserNumber)>,
    desired: Desired,
) -> Set {
    let lens = Lens::new(snapshot);
    let mut set = Set::default();
    for (place, user) in cells {
        let Some(person) = lens.person(user) else { continue };
        match lens.edit_by_hand(place, &person, desired, None) {
            Ok(edit) => set.edits.extend(edit),
            Err(Obstacle::Oneself(_)) => set.oneself += 1,
            Err(_) => set.not_read += 1,
        }
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::access::AccessList;
    use crate::model::level::Level::{Manage, Read, Write};
    use crate::model::level::Permission;
    use crate::plan::sketch::shown;
    use crate::plan::staging::Plan;
    use crate::review::sketch::{Sketch, denied, grant, list, person, target};

    fn snapshot() -> Snapshot {
        let odd = list(&[grant("eve", Permission::Unknown("9".into())), grant("admin", Manage)]);
        let hides = AccessList { unreadable: 1, ..list(&[grant("ann", Read)]) };
        Sketch::new()
            .users(&["ann", "bob", "eve"])
            .with("a", &[("bob", Write)])
            .with("a/1", &[("ann", Write)])
            .with_list("a/2", &odd)
            .unread("a/3", denied())
            .with_list("a/4", &hides)
            .freeze()
    }

    fn on(snapshot: &Snapshot, images: &[&str], user: &str, desired: Desired) -> Set {
        let user = snapshot.people().find(&person(user).id).unwrap();
        let places = images.iter().map(|image| (snapshot.place(&target(image)).unwrap(), user));
        set(snapshot, places.collect::<Vec<_>>(), desired)
    }

    #[test]
    fn an_edit_expects_what_was_read_and_what_was_not_is_left_out() {
        let snapshot = snapshot();
        let set = on(&snapshot, &["a/1", "a/2", "a/3", "a/4"], "bob", Some(Read));
        assert_eq!(
            (shown(&set.edits), set.not_read, set.oneself),
            (vec!["a/1 bob ->read".to_owned(), "a/2 bob ->read".to_owned()], 2, 0)
        );
        assert_eq!(shown(&on(&snapshot, &["a/4"], "ann", None).edits), ["a/4 ann read>-"]);
        assert_eq!(shown(&on(&snapshot, &["a/2"], "eve", Some(Read)).edits), ["a/2 eve 9>read"]);
    }

    #[test]
    fn nobody_grants_to_themselves_but_their_own_level_can_be_changed() {
        let snapshot = snapshot();
        let set = on(&snapshot, &["a/1", "a/2"], "admin", Some(Read));
        assert_eq!((shown(&set.edits), set.oneself), (vec!["a/2 admin manage>read".to_owned()], 1));
        assert_eq!(on(&snapshot, &["a/1"], "admin", None).oneself, 0);
    }

    #[test]
    fn what_is_so_already_takes_back_what_is_staged() {
        let (snapshot, mut plan) = (snapshot(), Plan::default());
        plan.stage(on(&snapshot, &["a/1"], "ann", Some(Manage)).edits);
        assert_eq!(plan.len(), 1);
        assert_eq!(plan.stage(on(&snapshot, &["a/1"], "ann", Some(Write)).edits).taken_back, 1);
        assert!(plan.is_empty());
        assert!(plan.stage(on(&snapshot, &["a/1"], "bob", None).edits).is_empty());
    }
}
