//! What is proven, and what is not.

use super::*;
use crate::model::level::Level::Read;
use crate::review::sketch::{Sketch, denied, grant, list, organization, target};
use crate::review::snapshot::ListReading;

fn prove(sketch: Sketch) -> Proof {
    proof(&[UserId::new("ann"), UserId::new("ann2")], &sketch.freeze())
}

#[test]
fn on_no_list_is_proven_by_every_list() {
    let proof =
        prove(Sketch::new().with("a", &[("bob", Read)]).with("a/1", &[]).unread("a/2", Reading::Gone));
    assert_eq!((proof.on_none_of, proof.lists(), proof.is_whole()), (2, 2, true));
}

#[test]
fn what_was_not_read_proves_nothing() {
    let mut hiding = list(&[grant("bob", Read)]);
    hiding.unreadable = 1;
    let proof = prove(Sketch::new().with("a", &[]).unread("a/1", denied()).with_list("a/2", &hiding));
    assert_eq!((proof.on_none_of, proof.lists(), proof.is_whole()), (1, 3, false));
    assert_eq!(proof.not_read, [(target("a/1"), denied())]);
    assert_eq!(proof.may_hide, [target("a/2")]);
}

#[test]
fn neither_does_a_list_of_images_that_was_not_read() {
    let sketch = Sketch::new().with("a", &[]).also(|one| {
        one.organization_facts(&organization("a")).unwrap().images = ListReading::not_read(denied());
    });
    let proof = prove(sketch);
    assert_eq!((proof.on_none_of, proof.is_whole()), (1, false));
    assert_eq!(proof.not_listed, [Some(organization("a"))]);
}

#[test]
fn a_list_with_any_of_the_users_is_named() {
    let proof = prove(Sketch::new().with("a", &[("ann2", Read)]).with("a/1", &[("bob", Read)]));
    assert_eq!((proof.on, proof.on_none_of), (vec![target("a")], 1));
}
