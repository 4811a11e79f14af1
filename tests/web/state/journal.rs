//! The journal: what was sent in this session, from the moment it was.

use leptos::prelude::*;
use swr_console::domain::level::Level;
use swr_console::domain::names::{OrganizationName, Target, UserId, UserName};
use swr_console::domain::outcome::Outcome;
use swr_console::domain::write::{Edit, Write};
use swr_console::state::clock::now;
use swr_console::state::journal::{Answer, Journal};
use wasm_bindgen_test::wasm_bindgen_test;

use super::rig::status;
use crate::support::Stage;

fn revocation(users: &[&str]) -> Write {
    let edit = |user: &&str| Edit {
        id: UserId::new(*user),
        name: UserName::new(*user),
        expected: Some(Level::Read.into()),
        desired: None,
    };
    let edits: Vec<Edit> = users.iter().map(edit).collect();
    let target = Target::Organization(OrganizationName::new("group").unwrap());
    Write::all(&target, &edits).remove(0)
}

fn begin(journal: Journal, users: &[&str], undoes: Option<usize>) -> usize {
    journal.begin(UserName::new("me"), revocation(users), undoes)
}

#[wasm_bindgen_test]
fn writes_are_numbered_from_one_in_the_order_in_which_they_were_sent() {
    let _stage = Stage::new();
    let journal = Journal::new();
    assert_eq!((begin(journal, &["a"], None), begin(journal, &["b"], Some(1))), (1, 2));
    let entries = untrack(|| journal.entries());
    assert_eq!(entries.iter().map(|entry| entry.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(entries.iter().map(|entry| entry.undoes).collect::<Vec<_>>(), [None, Some(1)]);
    assert_eq!((entries[0].by.as_str(), entries[0].write.edits[0].id.as_str()), ("me", "a"));
    assert!(now().since(entries[0].at) < 10_000);
}

#[wasm_bindgen_test]
fn of_a_write_that_was_only_sent_nothing_is_claimed() {
    let _stage = Stage::new();
    let journal = Journal::new();
    let entry = journal.entry(begin(journal, &["a", "b"], None)).unwrap();
    assert_eq!(entry.answer, Answer::Awaited);
    assert_eq!(entry.outcomes, [Outcome::Unknown, Outcome::Unknown]);
}

#[wasm_bindgen_test]
fn what_becomes_known_is_added_to_its_own_entry_alone() {
    let _stage = Stage::new();
    let journal = Journal::new();
    begin(journal, &["a"], None);
    begin(journal, &["b"], None);
    let before = journal.entry(1).unwrap();
    journal.answered(1, Answer::Failure(status(403)));
    journal.settled(1, vec![Outcome::NotApplied]);
    let after = journal.entry(1).unwrap();
    assert_eq!(
        (after.answer.clone(), after.outcomes.clone()),
        (Answer::Failure(status(403)), vec![Outcome::NotApplied])
    );
    assert!(before.answer.is_awaited(), "who holds an entry holds it as it was");
    assert!(journal.entry(2).unwrap().answer.is_awaited());
}

#[wasm_bindgen_test]
fn numbers_that_no_entry_has_are_no_fault() {
    let _stage = Stage::new();
    let journal = Journal::new();
    begin(journal, &["a"], None);
    for number in [0, 2, usize::MAX] {
        assert_eq!(journal.entry(number), None);
        journal.answered(number, Answer::Success);
        journal.settled(number, Vec::new());
    }
    assert!(journal.entry(1).unwrap().answer.is_awaited());
}

#[wasm_bindgen_test]
fn a_journal_is_gone_with_its_session() {
    let _stage = Stage::new();
    let owner = Owner::new();
    let journal = owner.with(Journal::new);
    begin(journal, &["a"], None);
    drop(owner);
    assert_eq!(journal.entry(1), None);
    journal.settled(1, vec![Outcome::Applied]);
    assert_eq!(begin(journal, &["b"], None), 0, "no number: there is nothing to take it down in");
}
