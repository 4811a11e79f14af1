//! Writing: what is sent, how often, and what is known of it afterwards.

use domain::change::batch::{Batch, Precaution};
use domain::change::outcome::Outcome;
use domain::change::write::{Current, Desired, Edit, Write, current};
use domain::model::level::Level;
use domain::model::names::{ImageName, OrganizationName, Target, UserId, UserName};
use swr_console::api::ApiError;
use swr_console::state::execute::{BatchResult, BatchStatus};
use swr_console::state::journal::{Answer, Journal, Note};
use swr_console::state::session::{Session, SessionState};
use swr_console::state::writer::Writer;
use swr_console::view::prelude::*;
use swr_emulator::browser::Installed;
use wasm_bindgen_test::wasm_bindgen_test;

use super::rig::{administrator, outcomes_of};
use crate::support::clock::later;
use crate::support::console::SLOWLY;
use crate::support::{Stage, drain, hurry, until};

/// A writer of the administrator's session, the parts that it uses, and what it reported. Every answer takes its time,
/// so that something can happen before it.
struct Harness {
    cloud: Installed,
    session: Session,
    journal: Journal,
    writer: Writer,
    results: StoredValue<Vec<BatchResult>>,
    /// What the session's pages live in.
    pages: Option<Owner>,
    /// What the page with the writer lives in.
    page: Option<Owner>,
}

impl Harness {
    fn new() -> Self {
        let (cloud, session, signed_in) = administrator();
        let results = StoredValue::new(Vec::new());
        let pages = Owner::new();
        let journal = pages.with(|| {
            provide_context(signed_in());
            let journal = Journal::new();
            provide_context(journal);
            journal
        });
        let page = pages.with(Owner::new);
        let writer = page.with(Writer::new);
        Self { cloud, session, journal, writer, results, pages: Some(pages), page: Some(page) }
    }

    /// Submits a batch of the page.
    fn submit(&self, writes: Vec<Write>, precaution: Precaution) {
        let results = self.results;
        let then = move |result| results.update_value(|results| results.push(result));
        let then = self.page.as_ref().unwrap().with(|| Callback::new(then));
        self.writer.submit(Batch { target: target(), writes, precaution }, Note::default(), then);
    }

    /// Waits for the end of the only batch.
    async fn end(&self) -> BatchResult {
        until("the end of the batch", || self.results.with_value(Vec::len) == 1).await;
        self.results.get_value().remove(0)
    }

    /// The edit of someone on the list.
    fn edit(&self, user: &str, expected: Current, desired: Desired) -> Edit {
        let id = self.cloud.read(|emulator| emulator.store().user_named(user).unwrap().id.to_string());
        Edit { id: UserId::new(id), name: UserName::new(user), expected, desired }
    }

    /// The methods of the requests so far.
    fn methods(&self) -> Vec<String> {
        self.cloud.requests().into_iter().map(|request| request.method).collect()
    }

    fn writes(&self) -> usize {
        self.methods().iter().filter(|method| *method != "GET").count()
    }

    /// Gives someone another level behind the user's back.
    fn interfere(&mut self, user: &str, level: swr_emulator::Level) {
        self.cloud.with(|emulator| {
            let id = emulator.store().user_named(user).unwrap().id.clone();
            let image = emulator.store_mut().image_mut("group", "test").unwrap();
            let user_name = swr_emulator::UserName::new(user);
            image.grants.change(swr_emulator::store::Grant { user_id: id, user_name, level }).unwrap();
        });
    }
}

fn target() -> Target {
    Target::Image(OrganizationName::new("group").unwrap(), ImageName::new("test").unwrap())
}

/// Someone with a name that makes the emulator do something, and any id.
fn grant_to(name: &str) -> Write {
    let id = UserId::new("0".repeat(32));
    let desired = Some(Level::Read);
    all(&[Edit { id, name: UserName::new(name), expected: None, desired }]).remove(0)
}

fn all(edits: &[Edit]) -> Vec<Write> {
    Write::all(&target(), edits)
}

fn outcomes(result: &BatchResult) -> Vec<Outcome> {
    result.results().iter().map(|(_, outcome)| outcome.clone()).collect()
}

#[wasm_bindgen_test]
async fn the_list_is_read_before_and_after_and_tells_what_became_of_everybody() {
    let _stage = Stage::new();
    let harness = Harness::new();
    let edits = [
        harness.edit("user02", Some(Level::Write.into()), Some(Level::Read)),
        harness.edit("user03", Some(Level::Read.into()), None),
    ];
    harness.submit(all(&edits), Precaution::CompareFirst);
    let result = harness.end().await;
    assert!(result.all_applied());
    assert_eq!(outcomes(&result), [Outcome::Applied, Outcome::Applied]);
    assert_eq!(harness.methods(), ["GET", "PATCH", "DELETE", "GET"]);
    assert_eq!(current(result.list.as_ref().unwrap(), &edits[0].id), Some(Level::Read.into()));
}

#[wasm_bindgen_test]
async fn one_batch_runs_at_a_time() {
    let _stage = Stage::new();
    let harness = Harness::new();
    let edit = harness.edit("user02", Some(Level::Write.into()), Some(Level::Read));
    for _ in 0..3 {
        harness.submit(all(std::slice::from_ref(&edit)), Precaution::CompareFirst);
        assert!(untrack(|| harness.writer.is_running()));
    }
    harness.writer.reset();
    assert!(untrack(|| harness.writer.is_running()), "what is under way is not forgotten");
    harness.end().await;
    drain().await;
    assert_eq!((harness.writes(), harness.results.with_value(Vec::len)), (1, 1));
    assert!(untrack(|| harness.writer.result()).is_some());
    harness.writer.reset();
    assert!(untrack(|| harness.writer.result()).is_none());
    harness.submit(all(&[harness.edit("user03", Some(Level::Read.into()), None)]), Precaution::CompareFirst);
    until("the next batch", || harness.results.with_value(Vec::len) == 2).await;
    assert_eq!(harness.writes(), 2);
}

#[wasm_bindgen_test]
async fn nothing_is_sent_where_somebody_is_not_as_the_user_saw_them() {
    let _stage = Stage::new();
    let mut harness = Harness::new();
    harness.interfere("user02", swr_emulator::Level::Manage);
    let edits = [
        harness.edit("user02", Some(Level::Write.into()), Some(Level::Read)),
        harness.edit("user03", Some(Level::Read.into()), None),
    ];
    harness.submit(all(&edits), Precaution::CompareFirst);
    let result = harness.end().await;
    let BatchStatus::Conflict(conflicts) = &result.status else { panic!("{result:?}") };
    assert_eq!(
        conflicts.iter().map(|conflict| &conflict.now).collect::<Vec<_>>(),
        [&Some(Level::Manage.into())]
    );
    assert!(result.list.is_some(), "the list is there to be looked at");
    assert_eq!(harness.methods(), ["GET"]);
    assert!(harness.journal.entry(1).is_none(), "what was not sent is not in the journal");
}

#[wasm_bindgen_test]
async fn nothing_is_sent_where_the_list_cannot_be_read_first() {
    let _stage = Stage::new();
    let mut harness = Harness::new();
    harness.cloud.set_offline(true);
    harness.submit(all(&[harness.edit("user03", Some(Level::Read.into()), None)]), Precaution::CompareFirst);
    let result = harness.end().await;
    assert!(matches!(result.status, BatchStatus::NotSent(ApiError::Network)), "{result:?}");
    assert_eq!(harness.writes(), 0);
    assert!(harness.journal.entry(1).is_none());
}

#[wasm_bindgen_test]
async fn after_a_write_that_failed_the_rest_is_not_sent() {
    let _stage = Stage::new();
    let harness = Harness::new();
    let revocation = all(&[harness.edit("user03", Some(Level::Read.into()), None)]).remove(0);
    harness.submit(vec![grant_to("denied"), revocation], Precaution::CompareFirst);
    let result = harness.end().await;
    assert_eq!(harness.methods(), ["GET", "POST", "GET"]);
    assert_eq!(outcomes(&result), [Outcome::NotApplied, Outcome::NotApplied]);
    assert!(result.error().and_then(ApiError::status) == Some(403));
    assert!(result.list.is_some() && !result.all_applied() && !result.ended_session());
    assert!(matches!(harness.journal.entry(1).unwrap().answer, Answer::Failure(_)));
    assert!(harness.journal.entry(2).is_none());
}

#[wasm_bindgen_test]
async fn a_write_without_an_answer_is_judged_by_the_list_and_never_repeated() {
    let _stage = Stage::new();
    let _hurry = hurry();
    let harness = Harness::new();
    harness.submit(vec![grant_to("hang")], Precaution::None);
    let result = harness.end().await;
    assert_eq!(harness.methods(), ["POST", "GET"]);
    assert_eq!(outcomes(&result), [Outcome::Applied]);
    assert!(result.error() == Some(&ApiError::Timeout), "{result:?}");
}

#[wasm_bindgen_test]
async fn a_refused_token_ends_the_session_and_has_changed_nothing() {
    let _stage = Stage::new();
    let mut harness = Harness::new();
    harness.cloud.with(swr_emulator::Emulator::end_sessions);
    harness.submit(all(&[harness.edit("user03", Some(Level::Read.into()), None)]), Precaution::None);
    let result = harness.end().await;
    assert!(result.ended_session() && result.list.is_none());
    assert_eq!(outcomes(&result), [Outcome::NotApplied]);
    assert_eq!(harness.methods(), ["DELETE"], "nothing can be read with that token either");
    assert!(matches!(harness.session.state_untracked(), SessionState::Ended(_)));
    assert_eq!(outcomes_of(&harness.journal.entry(1).unwrap()), [Outcome::NotApplied]);
}

#[wasm_bindgen_test]
async fn what_was_sent_before_the_token_was_refused_is_not_called_undone() {
    // The whole batch was said to be without effect, though the service had confirmed the first half of it.
    let _stage = Stage::new();
    let mut harness = Harness::new();
    let revocation = all(&[harness.edit("user03", Some(Level::Read.into()), None)]).remove(0);
    harness.submit(vec![grant_to("somebody"), revocation], Precaution::None);
    until("the first write", || harness.writes() == 1).await;
    harness.cloud.with(swr_emulator::Emulator::end_sessions);
    let result = harness.end().await;
    assert_eq!(harness.methods(), ["POST", "DELETE"]);
    assert_eq!(outcomes(&result), [Outcome::Unknown, Outcome::NotApplied]);
    let entry = |number| harness.journal.entry(number).unwrap();
    assert!(matches!(entry(1).answer, Answer::Success(Some(_))), "the request ID is kept");
    assert_eq!(outcomes_of(&entry(1)), [Outcome::Unknown]);
    assert_eq!(outcomes_of(&entry(2)), [Outcome::NotApplied]);
}

#[wasm_bindgen_test]
async fn where_the_list_cannot_be_read_afterwards_nothing_is_claimed() {
    let _stage = Stage::new();
    let mut harness = Harness::new();
    harness.submit(vec![grant_to("somebody")], Precaution::None);
    until("the write", || harness.writes() == 1).await;
    harness.cloud.set_offline(true);
    let result = harness.end().await;
    assert!(result.is_confirmed(), "{result:?}");
    assert_eq!(outcomes(&result), [Outcome::Unknown]);
    assert!(result.list.is_none() && !result.all_applied());
}

#[wasm_bindgen_test]
async fn the_journal_knows_a_write_from_the_moment_it_is_sent() {
    let _stage = Stage::new();
    let harness = Harness::new();
    harness.submit(vec![grant_to("somebody")], Precaution::None);
    until("the write", || harness.writes() == 1).await;
    let entry = || harness.journal.entry(1).unwrap();
    assert_eq!((&entry().answer, &outcomes_of(&entry())[..]), (&Answer::Awaited, &[Outcome::Unknown][..]));
    assert_eq!(entry().by, UserName::new("admin"));
    harness.end().await;
    assert!(matches!(entry().answer, Answer::Success(Some(_))), "the request ID is kept");
    assert_eq!(outcomes_of(&entry()), [Outcome::Applied]);
}

#[wasm_bindgen_test]
async fn a_page_that_is_left_in_the_middle_hears_nothing_and_the_journal_all() {
    let _stage = Stage::new();
    let mut harness = Harness::new();
    harness.submit(vec![grant_to("somebody")], Precaution::None);
    until("the write", || harness.writes() == 1).await;
    drop(harness.page.take());
    until("the journal", || outcomes_of(&harness.journal.entry(1).unwrap()) == [Outcome::Applied]).await;
    drain().await;
    assert_eq!(harness.results.with_value(Vec::len), 0);
}

#[wasm_bindgen_test]
async fn nothing_more_is_sent_for_somebody_who_has_signed_out() {
    // The caller was asked for after the answer, when the session was gone: the program stopped.
    let _stage = Stage::new();
    let mut harness = Harness::new();
    let revocation = all(&[harness.edit("user03", Some(Level::Read.into()), None)]).remove(0);
    harness.submit(vec![grant_to("somebody"), revocation], Precaution::None);
    until("the first write", || harness.writes() == 1).await;
    drop(harness.page.take());
    drop(harness.pages.take());
    until("the look afterwards", || harness.methods() == ["POST", "GET"]).await;
    later(SLOWLY).await;
    drain().await;
    assert_eq!(harness.methods(), ["POST", "GET"]);
}
