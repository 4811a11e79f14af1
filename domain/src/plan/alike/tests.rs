//! Images made alike by example, and twice.

use proptest::prelude::*;

use super::*;
use crate::model::level::Level::{Manage, Read, Write};
use crate::model::level::Permission;
use crate::plan::sketch::{ran, shown};
use crate::review::sketch::{Sketch, any_unread, any_world, denied, draw, grant, list, target};

fn like(fit: Fit, images: &[&str]) -> Alike {
    let images = images.iter().map(|name| target(name)).collect();
    Alike { model: target("a/1"), images, fit, reason: None }
}

fn sketch() -> Sketch {
    Sketch::new()
        .with("a/1", &[("ann", Manage), ("bob", Read), ("admin", Read)])
        .with("a/2", &[("ann", Read), ("bob", Write), ("eve", Read), ("admin", Manage)])
        .with("a/3", &[])
        .unread("a/4", denied())
}

#[test]
fn what_is_missing_is_added() {
    let proposal = alike(&like(Fit::AddOnly, &["a/3", "a/2", "a/2", "a/1"]), &sketch().freeze());
    assert_eq!(shown(&proposal.edits), ["a/2 ann read>manage", "a/3 ann ->manage", "a/3 bob ->read"]);
    assert_eq!(proposal.obstacles, []);
}

#[test]
fn exactly_alike_takes_away_too_and_leaves_ones_own_right() {
    let proposal = alike(&like(Fit::Exactly, &["a/2", "a/4", "c"]), &sketch().freeze());
    assert_eq!(shown(&proposal.edits), ["a/2 ann read>manage", "a/2 bob write>read", "a/2 eve read>-"]);
    let not_read = |on: &str, reading| Obstacle::NotRead { target: target(on), reading };
    assert_eq!(proposal.obstacles, [not_read("a/4", denied()), not_read("c", Reading::NotYet)]);
}

#[test]
fn a_model_that_is_not_known_is_no_model() {
    let mut hiding = list(&[grant("ann", Read)]);
    hiding.unreadable = 1;
    let of = |fit, model: Sketch| alike(&like(fit, &["a/2"]), &model.with("a/2", &[("eve", Read)]).freeze());
    let unread = of(Fit::AddOnly, Sketch::new().unread("a/1", denied()));
    assert_eq!((unread.edits.len(), unread.obstacles.len()), (0, 1));
    let may_hide = [Obstacle::MayHide(target("a/1"))];
    let exactly = of(Fit::Exactly, Sketch::new().with_list("a/1", &hiding));
    assert_eq!((exactly.edits.len(), &exactly.obstacles[..]), (0, &may_hide[..]), "eve may be on it");
    let add = of(Fit::AddOnly, Sketch::new().with_list("a/1", &hiding));
    assert_eq!((shown(&add.edits), &add.obstacles[..]), (vec!["a/2 ann ->read".to_owned()], &may_hide[..]));
}

#[test]
fn values_that_are_no_levels_are_not_copied() {
    let odd = || grant("ann", Permission::Unknown("9".into()));
    let model = Sketch::new().with_list("a/1", &list(&[odd(), grant("bob", Read)]));
    let snapshot = model.with("a/2", &[("ann", Read)]).with_list("a/3", &list(&[odd()])).freeze();
    let proposal = alike(&like(Fit::Exactly, &["a/2", "a/3"]), &snapshot);
    assert_eq!(shown(&proposal.edits), ["a/2 bob ->read", "a/3 bob ->read"]);
    assert_eq!(proposal.obstacles, [Obstacle::NoLevel { target: target("a/1"), user: UserId::new("ann") }]);
}

proptest! {
    #[test]
    fn planning_again_after_the_run_gives_nothing(world in any_world(), unread in any_unread(), exactly: bool) {
        let snapshot = draw(&world, &unread);
        let images = snapshot.subjects().iter().filter(|subject| subject.is_image());
        let images: Vec<Target> = images.map(|subject| subject.target.clone()).collect();
        let Some(model) = images.first().cloned() else { return Ok(()) };
        let fit = if exactly { Fit::Exactly } else { Fit::AddOnly };
        let like = Alike { model, images, fit, reason: None };
        let proposal = alike(&like, &snapshot);
        let after = ran(&snapshot, &proposal.edits);
        prop_assert_eq!(alike(&like, &after).edits, []);
        for staged in &proposal.edits {
            let held = staged.edit.expected.as_ref().and_then(Permission::level);
            prop_assert!(exactly || staged.edit.desired > held);
            prop_assert!(staged.target != like.model);
        }
    }
}
