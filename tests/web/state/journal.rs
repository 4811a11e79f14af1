//! The journal: what was sent in this session, from the moment it was.

use domain::change::outcome::Outcome;
use domain::change::recorded::Recorded;
use domain::change::write::{Edit, Write};
use domain::model::level::Level;
use domain::model::names::{OrganizationName, Target, UserId, UserName};
use swr_console::state::clock::now;
use swr_console::state::journal::{Answer, BatchRecord, Entry, Journal, Note, Undoes};
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::rig::{outcomes_of, status};
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

fn judged(users: &[&str], outcomes: &[Outcome]) -> Recorded {
    Recorded::Permissions { write: revocation(users), outcomes: outcomes.to_vec() }
}

/// A batch of one write.
fn begin(journal: Journal, users: &[&str], undoes: Option<Undoes>) -> BatchRecord {
    let record = journal.open(UserName::new("me"), Note { undoes, ..Note::default() });
    record.begin(Recorded::permissions(revocation(users)));
    record
}

#[wasm_bindgen_test]
fn writes_are_numbered_from_one_in_the_order_in_which_they_were_sent() {
    let _stage = Stage::new();
    let journal = Journal::new();
    begin(journal, &["a"], None);
    begin(journal, &["b"], Some(Undoes::Entry(1)));
    let entries = untrack(|| journal.entries());
    assert_eq!(entries.iter().map(|entry| entry.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(
        entries.iter().map(|entry| entry.note.undoes).collect::<Vec<_>>(),
        [None, Some(Undoes::Entry(1))]
    );
    assert_eq!((entries[0].by.as_str(), entries[0].recorded.count()), ("me", 1));
    assert!(now().since(entries[0].at) < 10_000);
}

#[wasm_bindgen_test]
fn the_entries_of_a_batch_stay_together_whatever_is_sent_in_between() {
    let _stage = Stage::new();
    let journal = Journal::new();
    let run = journal.open(UserName::new("me"), Note::default());
    run.begin(Recorded::permissions(revocation(&["a"])));
    begin(journal, &["b"], None);
    run.begin(Recorded::permissions(revocation(&["c"])));
    let numbers = |batch: &Vec<std::sync::Arc<Entry>>| batch.iter().map(|one| one.number).collect::<Vec<_>>();
    assert_eq!(untrack(|| journal.batches()).iter().map(numbers).collect::<Vec<_>>(), [vec![1, 3], vec![2]]);
    assert_eq!(journal.numbers_of(run.id()), [1, 3]);
}

#[wasm_bindgen_test]
fn of_a_write_that_was_only_sent_nothing_is_claimed() {
    let _stage = Stage::new();
    let journal = Journal::new();
    begin(journal, &["a", "b"], None);
    let entry = journal.entry(1).unwrap();
    assert_eq!(entry.answer, Answer::Awaited);
    assert_eq!(outcomes_of(&entry), [Outcome::Unknown, Outcome::Unknown]);
}

#[wasm_bindgen_test]
fn what_becomes_known_is_added_to_its_own_entry_alone() {
    let _stage = Stage::new();
    let journal = Journal::new();
    let first = begin(journal, &["a"], None);
    begin(journal, &["b"], None);
    let before = journal.entry(1).unwrap();
    first.answered(0, Answer::Failure(status(403)));
    first.judged(0, judged(&["a"], &[Outcome::NotApplied]));
    let after = journal.entry(1).unwrap();
    assert_eq!(
        (after.answer.clone(), outcomes_of(&after)),
        (Answer::Failure(status(403)), vec![Outcome::NotApplied])
    );
    assert!(before.answer.is_awaited(), "who holds an entry holds it as it was");
    assert!(journal.entry(2).unwrap().answer.is_awaited());
}

#[wasm_bindgen_test]
fn numbers_that_no_entry_has_are_no_fault() {
    let _stage = Stage::new();
    let journal = Journal::new();
    let record = begin(journal, &["a"], None);
    for number in [0, 2, usize::MAX] {
        assert_eq!(journal.entry(number), None);
    }
    for write in [1, usize::MAX] {
        record.answered(write, Answer::Success(Some("an-id".to_owned())));
        record.judged(write, judged(&["a"], &[]));
    }
    assert!(journal.entry(1).unwrap().answer.is_awaited());
}

// The number of a batch that was undone as a whole counts for each of its entries.
#[wasm_bindgen_test]
fn what_was_undone_has_no_way_back_left() {
    let _stage = Stage::new();
    for by_batch in [true, false] {
        let journal = Journal::new();
        let record = begin(journal, &["a"], None);
        assert!(journal.has_way_back(), "its outcome is not known yet");
        let undoes = if by_batch { Undoes::Batch(record.id()) } else { Undoes::Entry(1) };
        begin(journal, &["a"], Some(undoes));
        assert!(!journal.has_way_back());
    }
}

#[wasm_bindgen_test]
fn a_journal_is_gone_with_its_session() {
    let _stage = Stage::new();
    let owner = Owner::new();
    let journal = owner.with(Journal::new);
    let record = begin(journal, &["a"], None);
    drop(owner);
    assert_eq!(journal.entry(1), None);
    record.judged(0, judged(&["a"], &[Outcome::Applied]));
    begin(journal, &["b"], None);
    assert_eq!(journal.entry(1), None, "there is nothing to take it down in");
}
