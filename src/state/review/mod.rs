//! The access review of a session: its scan, and the snapshot that came of it. In memory only, and gone with the session.

mod driver;
mod elsewhere;
mod file;
mod findings;
mod signing;
mod traffic;

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::snapshot_file::FileDigest;
use domain::model::user::Person;
use domain::review::scan::{Pause, Progress, Scan, State};
use domain::review::snapshot::{About, Account, Scope, Snapshot};

use super::clock::now;
use super::governor::Governor;
use super::session::Session;
use super::session::signed_in::{SignedIn, use_signed_in};
use super::session_owner::SessionOwner;

pub use file::ToSave;
pub use findings::Findings;
pub use signing::{Phase, Reviewed, Signed, Signing};
pub(in crate::state) use traffic::protocol;

use driver::Work;

/// How a scan is doing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Status {
    /// Whether it goes on.
    pub state: State,
    /// How far it is.
    pub progress: Progress,
    /// How many answers come in a second, of late.
    pub per_second: f64,
    /// The pace that it keeps because the service asked for it, in requests per second.
    pub pace: Option<f64>,
    /// Whether nothing is sent at present because the service asked for it.
    pub is_asked_to_wait: bool,
}

/// See the module.
#[derive(Clone, Copy)]
pub struct Review {
    work: StoredValue<Work>,
    pub(super) governor: Governor,
    status: RwSignal<Option<Status>>,
    snapshot: RwSignal<Option<Arc<Snapshot>>>,
    findings: Findings,
    signing: Signing,
    /// The digest of the file that the next one follows.
    previous: StoredValue<Option<FileDigest>>,
    /// Whether the snapshot with its decisions is in a file.
    is_saved: RwSignal<bool>,
    pub(super) session: SignedIn,
    /// The same session, of which idling is a part.
    whole_session: Session,
    /// What a snapshot of this session says about itself.
    about: StoredValue<About>,
    /// Whether a plan runs: the page is locked at the idle limit then too, and goes on.
    is_plan_running: StoredValue<bool>,
}

impl Review {
    /// The one of the present session.
    pub fn of_session() -> Self {
        expect_context::<SessionOwner>().share(Self::new)
    }

    fn new() -> Self {
        let (session, governor) = (use_signed_in(), Governor::of_session());
        let snapshot = RwSignal::new(None);
        let review = Self {
            work: StoredValue::new(Work::new(governor)),
            governor,
            status: RwSignal::new(None),
            snapshot,
            findings: Findings::of(snapshot),
            signing: Signing::new(),
            previous: StoredValue::new(None),
            is_saved: RwSignal::new(false),
            session,
            whole_session: expect_context::<Session>(),
            about: StoredValue::new(about(session)),
            is_plan_running: StoredValue::new(false),
        };
        governor.after_answers(move || review.pump());
        review.follow_session();
        review.follow_connection();
        review.ask_before_the_end();
        let whole = review.whole_session;
        on_cleanup(move || whole.set_untended(None, 0));
        review
    }

    /// How the scan is doing; `None` before the first one.
    pub fn status(self) -> Option<Status> {
        self.status.get()
    }

    /// Whether no scan is under way: the last one has come to its end, or there was none.
    pub fn is_over(self) -> bool {
        let state = self.status().map(|status| status.state);
        matches!(state, None | Some(State::Stopped(_) | State::Finished))
    }

    /// What was read, as of the last time that the scan ended or paused.
    pub fn snapshot(self) -> Option<Arc<Snapshot>> {
        self.snapshot.get()
    }

    /// What follows from what was read.
    pub const fn findings(self) -> Findings {
        self.findings
    }

    /// The decisions on what was read, and their sign-off.
    pub const fn signing(self) -> Signing {
        self.signing
    }

    /// The signed-in user, as the record of a decision names them.
    pub fn caller(self) -> Person {
        self.about.with_value(|about| about.caller.clone())
    }

    /// Begins a scan. What an earlier one has read is forgotten.
    pub fn start(self, scope: Scope) {
        let about = About { scope, started: now(), ..self.about.get_value() };
        self.is_saved.set(false);
        self.begin(Scan::new(about));
    }

    /// Reads what the last scan has left unread.
    pub fn read_the_rest(self) {
        self.give_up();
        self.change(|scan| scan.read_the_rest(now()));
        self.pump();
    }

    /// Asks for nothing more for now.
    pub fn pause(self) {
        self.change(|scan| scan.pause(Pause::Asked));
    }

    /// Goes on after a pause.
    pub fn resume(self) {
        self.change(|scan| scan.resume(now()));
        self.pump();
    }

    /// Ends the scan. What was read stays.
    pub fn stop(self) {
        self.change(Scan::stop);
        self.give_up();
    }

    /// The session has a new token, or none: the scan waits for it.
    fn follow_session(self) {
        let mut earlier = None;
        effect(move || {
            let client = self.session.client();
            if earlier.replace(client.clone()).is_some_and(|earlier| earlier != client) {
                self.go_on(Pause::SessionEnded);
            }
        });
    }

    /// Without a network nothing is asked for.
    fn follow_connection(self) {
        let connection = self.session.connection();
        effect(move || {
            if connection.is_offline() {
                self.change(|scan| scan.pause(Pause::Offline));
            } else {
                self.go_on(Pause::Offline);
            }
        });
    }

    /// Resumes, if that is why the scan waits.
    fn go_on(self, why: Pause) {
        let waits = self.work.with_value(Work::state) == Some(State::Paused(why));
        if waits {
            self.resume();
        }
    }
}

/// How long so many requests take, in seconds, if the service goes on as it has answered in this page so far.
pub fn seconds_for(requests: u64) -> u64 {
    let at_once = u64::from(protocol().most());
    let milliseconds = requests.saturating_mul(traffic::usual_wait()) / at_once;
    milliseconds.div_ceil(1000)
}

/// What a snapshot of this session says about itself.
fn about(session: SignedIn) -> About {
    let caller = session.caller();
    let region =
        expect_context::<Session>().state_untracked().active().map(|active| active.region.id.clone());
    About {
        caller: Person { id: caller.id, name: caller.name },
        region: region.unwrap_or_default(),
        account: Account { id: None, name: caller.account },
        scope: Scope::All,
        started: now(),
    }
}
