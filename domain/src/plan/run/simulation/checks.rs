//! What holds of a run, by what an onlooker between it and the service has seen.

use std::collections::BTreeMap;

use crate::change::write::{Current, Edit, Write, is_as_desired};
use crate::model::access::AccessList;
use crate::model::level::{Level, Permission};
use crate::model::names::{Target, UserId};
use crate::plan::staging::Plan;

use super::super::command::{Answer, Command, Failure};
use super::super::word::{NotSent, Said, Word};
use super::super::{Run, State};
use super::server::{Server, USERS, shown};

type Place = (Target, UserId);

/// What was seen of one run.
#[derive(Default)]
pub(super) struct Onlooker {
    /// The lists of each target as the run has read them before it sent anything, the last one at the end.
    looked: BTreeMap<Target, Vec<AccessList>>,
    /// What was sent for whom, and what a list said afterwards.
    sent: BTreeMap<Place, Truth>,
}

/// What a list said of an edit that was sent.
#[derive(Debug)]
enum Truth {
    Awaited,
    Seen(Current),
    Unseen,
}

impl Onlooker {
    /// The run sends something.
    pub(super) fn sends(&mut self, write: &Write, seed: u64) {
        for edit in &write.edits {
            let place = (write.target.clone(), edit.id.clone());
            assert!(!self.sent.contains_key(&place), "seed {seed}: sent twice for {place:?}");
            let looks = self.looked.get(&write.target);
            let held = looks.and_then(|looks| looks.last()).and_then(|list| shown(list, &edit.id));
            assert_eq!(held.as_ref(), Some(&edit.expected), "seed {seed}: a write on a changed item");
            assert!(!is_as_desired(&edit.expected, edit.desired), "seed {seed}: it was so already");
            self.sent.insert(place, Truth::Awaited);
        }
    }

    /// The run takes an answer.
    pub(super) fn takes(&mut self, command: &Command, answer: &Answer) {
        match (command, answer) {
            (Command::Look(target), Answer::List(list)) => {
                self.looked.entry(target.clone()).or_default().push(list.clone());
            }
            (Command::Witness(target), Answer::List(list)) => {
                self.judge(target, |user| shown(list, user).map_or(Truth::Unseen, Truth::Seen));
            }
            (Command::Witness(target), answer) if !is_read_again(answer) => {
                self.judge(target, |_| Truth::Unseen);
            }
            _ => {}
        }
    }

    fn judge(&mut self, target: &Target, of: impl Fn(&UserId) -> Truth) {
        let awaited =
            self.sent.iter_mut().filter(|((on, _), truth)| on == target && matches!(truth, Truth::Awaited));
        awaited.for_each(|((_, user), truth)| *truth = of(user));
    }

    /// Each word is what the lists have said.
    pub(super) fn check(&self, run: &Run, seed: u64) {
        for item in run.items() {
            let (target, edit) = (&item.staged.target, &item.staged.edit);
            let truth = self.sent.get(&(target.clone(), edit.id.clone()));
            let looks = self.looked.get(target).into_iter().flatten();
            let shown_before: Vec<Current> = looks.filter_map(|list| shown(list, &edit.id)).collect();
            let fits = match (item.word, truth) {
                (None, _) => !run.is_over(),
                (Some(Word::Applied(_)), Some(Truth::Seen(held))) => is_as_desired(held, edit.desired),
                (Some(Word::NotApplied(_)), Some(Truth::Seen(held))) => held == &edit.expected,
                (Some(Word::AlreadySo(Some(said))), Some(Truth::Seen(held))) => {
                    is_as_desired(held, edit.desired) && is_refused(said)
                }
                (Some(Word::ChangedMeanwhile { now, said: Some(_) }), Some(Truth::Seen(held))) => {
                    now == held && is_third(held, edit)
                }
                (Some(Word::Unknown { .. }), Some(Truth::Unseen | Truth::Awaited))
                | (Some(Word::NotSent(_)), None) => true,
                (Some(Word::AlreadySo(None)), None) => {
                    shown_before.iter().any(|held| is_as_desired(held, edit.desired))
                }
                (Some(Word::ChangedMeanwhile { now, said: None }), None) => {
                    shown_before.contains(now) && is_third(now, edit)
                }
                _ => false,
            };
            assert!(
                fits,
                "seed {seed}: {edit:?} on {target} is {:?}, but {truth:?} {shown_before:?}",
                item.word
            );
        }
        let is_whole = run.counts().open == 0;
        assert!(run.state() != State::Finished || is_whole, "seed {seed}: finished, and not done");
    }
}

fn is_read_again(answer: &Answer) -> bool {
    matches!(answer, Answer::Interrupted | Answer::Failed(Failure::Throttled | Failure::SessionEnded))
}

fn is_refused(said: &Said) -> bool {
    matches!(said, Said::Failed(Failure::Conflict | Failure::Missing))
}

fn is_third(held: &Current, edit: &Edit) -> bool {
    *held != edit.expected && !is_as_desired(held, edit.desired)
}

/// Where nobody else has changed anything: each edit has taken effect once at most, and what its word says is so in the end.
pub(super) fn check_end(run: &Run, server: &Server, seed: u64) {
    for item in run.items() {
        let (target, edit) = (&item.staged.target, &item.staged.edit);
        let held = server.held(target, &edit.id);
        let fits = match item.word {
            Some(Word::Applied(_) | Word::AlreadySo(_)) => is_as_desired(&held, edit.desired),
            Some(Word::ChangedMeanwhile { .. }) => false,
            // An earlier run may have done it.
            Some(Word::Unknown { .. } | Word::NotSent(NotSent::MayHide)) | None => {
                held == edit.expected || is_as_desired(&held, edit.desired)
            }
            Some(Word::NotApplied(_) | Word::NotSent(_)) => held == edit.expected,
        };
        assert!(fits, "seed {seed}: {edit:?} on {target} is {:?}, but {held:?}", item.word);
    }
    check_effects(server, seed);
}

pub(super) fn check_effects(server: &Server, seed: u64) {
    for (place, effects) in &server.effects {
        assert!(*effects <= 1, "seed {seed}: {place:?} was written {effects} times");
    }
}

fn level(server: &Server, target: &Target, user: &str) -> Option<Level> {
    server.held(target, &UserId::new(user)).as_ref().and_then(Permission::level)
}

fn effective(server: &Server, target: &Target, user: &str) -> Option<Level> {
    let organization = Target::Organization(target.organization().clone());
    level(server, target, user).max(level(server, &organization, user))
}

fn is_managed(server: &Server, target: &Target) -> bool {
    USERS.into_iter().any(|user| effective(server, target, user) == Some(Level::Manage))
}

/// The state that a plan leads to.
fn planned(plan: &Plan, before: &Server) -> Server {
    let mut after = before.clone();
    for staged in plan.edits() {
        let list = after.lists.get_mut(&staged.target).unwrap();
        match staged.edit.desired {
            Some(level) => drop(list.insert(staged.edit.id.clone(), level.into())),
            None => drop(list.remove(&staged.edit.id)),
        }
    }
    after
}

/// Wherever a run has stopped: nobody can do less than both before and as planned, and what is managed before and after is
/// managed.
pub(super) fn check_least(plan: &Plan, before: &Server, now: &Server, seed: u64) {
    let after = planned(plan, before);
    for target in before.lists.keys() {
        for user in USERS {
            let least = effective(before, target, user).min(effective(&after, target, user));
            assert!(effective(now, target, user) >= least, "seed {seed}: {user} has too little of {target}");
        }
        let is_kept = is_managed(now, target) || !is_managed(before, target) || !is_managed(&after, target);
        assert!(is_kept, "seed {seed}: nobody manages {target}");
    }
}
