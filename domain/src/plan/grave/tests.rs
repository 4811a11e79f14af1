//! What is grave, by example.

use super::*;
use crate::model::level::Level::{Manage, Read, Write};
use crate::plan::sketch::staged;
use crate::review::sketch::{Sketch, denied};

fn snapshot() -> Snapshot {
    Sketch::new()
        .with("a", &[("ann", Manage), ("me", Write)])
        .with("a/1", &[("bob", Manage)])
        .with("b", &[("bob", Read)])
        .with("b/1", &[("bob", Manage), ("eve", Read)])
        .unread("b/2", denied())
        .freeze()
}

fn shown(edits: impl IntoIterator<Item = Staged>) -> Vec<(String, Vec<Grave>)> {
    let plan: Plan = edits.into_iter().collect();
    let all = grave(&plan, &snapshot(), &UserId::new("me"));
    all.into_iter().map(|one| (format!("{} {}", one.target, one.user), one.kinds)).collect()
}

#[test]
fn the_last_manager_is_the_last_by_both_lists() {
    assert_eq!(shown([staged("a/1", "bob", Some(Manage), None)]), [], "the organization has a manager");
    let last = [("b/1 bob".to_owned(), vec![Grave::LastManager])];
    assert_eq!(shown([staged("b/1", "bob", Some(Manage), Some(Read))]), last);
    let both = [staged("a", "ann", Some(Manage), None), staged("a/1", "bob", Some(Manage), None)];
    assert_eq!(shown(both).len(), 2, "afterwards nobody manages either of them");
    let successor =
        [staged("b/1", "bob", Some(Manage), None), staged("b/1", "eve", Some(Read), Some(Manage))];
    assert_eq!(shown(successor), [("b/1 eve".to_owned(), vec![Grave::ManageGranted])]);
}

#[test]
fn ones_own_rights_are_grave_where_they_are_lost() {
    assert_eq!(shown([staged("a", "me", Some(Write), None)]), [("a me".to_owned(), vec![Grave::OwnRights])]);
    assert_eq!(shown([staged("b", "me", None, Some(Read))]), []);
}

#[test]
fn what_was_not_read_is_grave() {
    let not_read = |on: &str| [(format!("{on} eve"), vec![Grave::NotRead])];
    assert_eq!(shown([staged("b/2", "eve", Some(Read), None)]), not_read("b/2"));
    assert_eq!(shown([staged("c", "eve", Some(Read), None)]), not_read("c"));
    assert_eq!(shown([staged("b/1", "eve", Some(Read), None)]), []);
}
