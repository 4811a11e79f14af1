//! The run of a plan, and the lock that lets one tab of a browser run one at a time.

use domain::change::recorded::Recorded;
use domain::change::write::{Current, Desired, Edit};
use domain::model::level::Level;
use domain::model::names::{ImageName, OrganizationName, Target, UserId, UserName};
use domain::plan::run::{Kind, State, Word};
use domain::plan::staging::{Plan, Staged};
use swr_console::state::journal::Journal;
use swr_console::state::plan::{Planning, lock};
use swr_console::state::planned::Planned;
use swr_console::state::readings::Readings;
use swr_console::state::session_owner::SessionOwner;
use swr_console::view::prelude::*;
use swr_emulator::browser::Installed;
use wasm_bindgen_test::wasm_bindgen_test;

use super::rig::administrator;
use crate::support::{Stage, drain, until};

/// The plan of the administrator's session, and the parts that it uses.
struct Harness {
    cloud: Installed,
    journal: Journal,
    planning: Planning,
    _pages: Owner,
}

impl Harness {
    fn new() -> Self {
        let (cloud, session, signed_in) = administrator();
        let pages = Owner::new();
        let (journal, planning) = pages.with(|| {
            provide_context(signed_in());
            provide_context(session);
            provide_context(SessionOwner::present());
            provide_context(Readings::new());
            provide_context(Planned(RwSignal::new(0)));
            let journal = Journal::new();
            provide_context(journal);
            (journal, Planning::of_session())
        });
        Self { cloud, journal, planning, _pages: pages }
    }

    fn staged(&self, user: &str, expected: Current, desired: Desired) -> Staged {
        let id = self.cloud.read(|emulator| emulator.store().user_named(user).unwrap().id.to_string());
        let edit = Edit { id: UserId::new(id), name: UserName::new(user), expected, desired };
        let target = Target::Image(OrganizationName::new("group").unwrap(), ImageName::new("test").unwrap());
        Staged { target, number: None, edit, reason: None }
    }

    /// Runs the plan as it is.
    fn start(&self) {
        self.planning.start(untrack(|| self.planning.with(Plan::clone)), None);
    }

    fn methods(&self) -> Vec<String> {
        self.cloud.requests().into_iter().map(|request| request.method).collect()
    }

    fn state(&self) -> Option<State> {
        untrack(|| self.planning.status()).filter(|status| status.is_over).map(|status| status.state)
    }

    /// What each edit has come to, by user.
    fn words(&self) -> Vec<(String, Option<Kind>)> {
        let ended = untrack(|| self.planning.ended());
        ended
            .iter()
            .map(|one| (one.staged.edit.name.to_string(), one.word.as_ref().map(Word::kind)))
            .collect()
    }
}

#[wasm_bindgen_test]
async fn a_step_looks_sends_what_is_to_do_and_looks_again() {
    let _stage = Stage::new();
    let harness = Harness::new();
    let staging = harness.planning.stage(vec![
        harness.staged("user02", Some(Level::Write.into()), Some(Level::Read)),
        // Holds Read by now, and should hold nothing.
        harness.staged("user03", Some(Level::Manage.into()), None),
        harness.staged("user04", Some(Level::Read.into()), None),
    ]);
    assert_eq!(staging.added, 3);
    harness.start();
    harness.start();
    until("the end of the run", || harness.state().is_some()).await;
    assert_eq!(harness.state(), Some(State::Finished));
    let mut words = harness.words();
    words.sort_by(|one, other| one.0.cmp(&other.0));
    let is = |user: &str, kind| (user.to_owned(), Some(kind));
    let expected =
        [is("user02", Kind::Applied), is("user03", Kind::ChangedMeanwhile), is("user04", Kind::AlreadySo)];
    assert_eq!(words, expected);
    let writes: Vec<String> = harness.methods().into_iter().filter(|method| method != "GET").collect();
    assert_eq!(writes, ["PATCH"], "nothing else was to do");
    // The run takes the plan with it, and is one entry of the journal.
    assert!(untrack(|| harness.planning.with(Plan::is_empty)));
    let entry = harness.journal.entry(1).unwrap();
    assert_eq!((entry.recorded.applied(), harness.journal.entry(2)), (1, None));
    assert!(matches!(entry.recorded, Recorded::Permissions { .. }));
}

#[wasm_bindgen_test]
async fn only_the_plan_that_was_confirmed_is_run() {
    // A file was opened under the dialog that asked about another plan, and that file's plan was run.
    let _stage = Stage::new();
    let harness = Harness::new();
    harness.planning.stage(vec![harness.staged("user03", Some(Level::Read.into()), None)]);
    let confirmed = untrack(|| harness.planning.with(Plan::clone));
    harness.planning.stage(vec![harness.staged("user02", Some(Level::Write.into()), None)]);
    harness.planning.start(confirmed, None);
    for _ in 0..20 {
        drain().await;
    }
    assert_eq!((harness.methods().len(), untrack(|| harness.planning.with(Plan::len))), (0, 2));
    assert!(untrack(|| harness.planning.status()).is_none());
}

#[wasm_bindgen_test]
async fn a_run_elsewhere_in_the_browser_is_waited_for() {
    let _stage = Stage::new();
    let harness = Harness::new();
    harness.planning.stage(vec![harness.staged("user03", Some(Level::Read.into()), None)]);
    // As another tab has it that runs a plan of the same account.
    let elsewhere = lock::take("swr-console.run / local demo").await;
    assert!(elsewhere.is_some());
    harness.start();
    until("the refusal", || untrack(|| harness.planning.is_elsewhere())).await;
    assert_eq!((harness.methods().len(), untrack(|| harness.planning.with(Plan::len))), (0, 1));
    drop(elsewhere);
    until("the end of the run", || {
        if untrack(|| harness.planning.status()).is_none() {
            harness.start();
        }
        harness.state().is_some()
    })
    .await;
    assert_eq!(harness.words(), [("user03".to_owned(), Some(Kind::Applied))]);
    assert!(!untrack(|| harness.planning.is_elsewhere()));
}

#[wasm_bindgen_test]
async fn a_lock_is_had_by_one_at_a_time_until_it_is_dropped() {
    let first = lock::take("a test").await;
    assert!(first.is_some());
    assert!(lock::take("a test").await.is_none());
    assert!(lock::take("another test").await.is_some(), "each name is a lock of its own");
    drop(first);
    let mut tries = 0;
    while lock::take("a test").await.is_none() {
        tries += 1;
        assert!(tries < 1000, "the browser keeps a lock that was dropped");
        drain().await;
    }
}
