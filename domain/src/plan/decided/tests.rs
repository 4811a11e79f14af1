//! From decisions to edits.

use super::*;
use crate::change::reason::Reason;
use crate::model::level::Level::{Manage, Read, Write};
use crate::plan::sketch::shown;
use crate::review::decisions::agenda;
use crate::review::sketch::{AT, Sketch};

fn by(verdict: Verdict, reason: Option<Reason>) -> Decided {
    Decided { verdict, reason, at: AT }
}

#[test]
fn what_is_removed_or_lowered_is_staged() {
    let users = [("ann", Manage), ("bob", Manage), ("eve", Write), ("zoe", Read)];
    let snapshot = Sketch::new().with("a", &users).with("a/1", &users[2..]).with("a/2", &users[2..]).freeze();
    let mut decisions = Decisions::new(agenda(&snapshot, &[], None));
    assert_eq!(decided(&decisions, &snapshot), []);
    decisions.decide(0, by(Verdict::Remove, Reason::new("OPS-1"))).unwrap();
    decisions.decide(1, by(Verdict::Keep, Reason::new("owner"))).unwrap();
    decisions.open(1);
    decisions.decide_group(1, by(Verdict::Lower(Read), None)).unwrap();
    let edits = decided(&decisions, &snapshot);
    assert_eq!(shown(&edits), ["a ann manage>-", "a/1 eve write>read", "a/2 eve write>read"]);
    assert_eq!(edits[0].reason, Reason::new("OPS-1"));
    decisions.decide(1, by(Verdict::Ask, None)).unwrap();
    assert_eq!(decided(&decisions, &snapshot).len(), 3);
}
