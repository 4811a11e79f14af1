//! The session: who is signed in, kept in sessionStorage so that a reload finds it again.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::Client;
use crate::api::between_tabs::Message;
use crate::api::client::Endpoints;
use crate::api::iam::IssuedToken;
use crate::api::stored::{self, BeganWith, StoredSession};
use crate::config::{Config, Region};
use domain::model::names::ProjectName;
use domain::model::user::Caller;
use domain::session_clock::{SessionClock, own_end};

use super::clock::{look, now};
use channel::{Channel, random};

mod channel;
pub mod expiry;
pub mod heartbeat;
mod idle;
mod lifetime;
pub mod signed_in;
mod storage;
pub mod tabs;

use lifetime::Hold;

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Active {
    /// The way to the APIs.
    pub client: Client,
    /// Who is signed in.
    pub caller: Caller,
    /// Where.
    pub region: Region,
    /// The project; `None` for a token of the whole account.
    pub project: Option<ProjectName>,
    /// How the session began.
    pub began_with: BeganWith,
    /// When it ends, on the session's clock; `None` if that is not known.
    pub ends: Option<i64>,
    /// Which session this is, counted from the start of the program. It stays the same when the same user signs
    /// in again; another user's is another one, and no page of the earlier one outlives it.
    pub epoch: u32,
}

/// Whether someone is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionState {
    /// Nobody.
    SignedOut,
    /// Nobody yet: the other tabs have been asked whether they have a session for this one.
    Asking,
    /// Someone.
    SignedIn(Arc<Active>),
    /// Someone whose token is no longer accepted. What is on the screen stays until they sign in again or out.
    Ended(Arc<Active>),
}

impl SessionState {
    /// The session, be it ended or not.
    pub const fn active(&self) -> Option<&Arc<Active>> {
        match self {
            SessionState::SignedIn(active) | SessionState::Ended(active) => Some(active),
            SessionState::SignedOut | SessionState::Asking => None,
        }
    }
}

/// What a fresh sign-in means for what is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resumed {
    /// There was no session.
    Nothing,
    /// The same user: everything goes on.
    SameUser,
    /// Someone else: everything of the earlier session is cleared.
    OtherUser,
}

/// Why a session is over that its user did not end here. The sign-in page says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignOutReason {
    /// Nobody did anything for too long.
    Idle,
    /// Its user signed out in another tab.
    Elsewhere,
    /// Its token ended while the tab was away.
    Expired,
}

/// The session of this tab.
#[derive(Clone, Copy)]
pub struct Session {
    state: RwSignal<SessionState>,
    /// Whether the browser refuses to keep the session, so that a reload will ask to sign in.
    not_persisted: RwSignal<bool>,
    sign_out_reason: RwSignal<Option<SignOutReason>>,
    data: StoredValue<SessionData>,
    channel: Channel,
}

/// The session data that no view reads, in one struct to save code.
struct SessionData {
    config: Arc<Config>,
    epoch: u32,
    /// What a reload or another tab needs of the present session.
    stored: Option<StoredSession>,
    clock: SessionClock,
    /// When someone last did something, on the session's clock.
    touched: i64,
    /// How many writes are under way.
    writes: u32,
    /// Why the session is to end as soon as no write is under way.
    due: Option<SignOutReason>,
    /// The ids of sessions that are over.
    ended_ids: Vec<String>,
}

impl Session {
    /// Finds the session of before a reload, if there was one.
    pub fn install(config: Config) -> Self {
        let clock = SessionClock::new(look());
        let data = SessionData {
            config: Arc::new(config),
            epoch: 0,
            stored: None,
            clock,
            touched: clock.now(),
            writes: 0,
            due: None,
            ended_ids: Vec::new(),
        };
        let session = Self {
            state: RwSignal::new(SessionState::SignedOut),
            not_persisted: RwSignal::new(false),
            sign_out_reason: RwSignal::new(None),
            data: StoredValue::new(data),
            channel: Channel::open(),
        };
        if let Some(text) = storage::text() {
            match stored::read(&text) {
                Some(stored) => session.find(stored),
                // Damaged, or written by another version: of no use to anyone.
                None => storage::forget(),
            }
        }
        session
    }

    /// The configuration.
    pub fn config(self) -> Arc<Config> {
        self.data.with_value(|data| Arc::clone(&data.config))
    }

    /// Whether someone is signed in.
    pub fn state(self) -> SessionState {
        self.state.get()
    }

    /// The same, without following changes.
    pub fn state_untracked(self) -> SessionState {
        self.state.get_untracked()
    }

    /// Why the last session is over, if its user did not end it here.
    pub fn sign_out_reason(self) -> Option<SignOutReason> {
        self.sign_out_reason.get()
    }

    /// Whether the browser refuses to keep the session, so that a reload will ask to sign in.
    pub fn is_not_persisted(self) -> bool {
        self.not_persisted.get()
    }

    /// Someone signs in: for the first time, or after the end of a session, which then goes on if it is the same
    /// user.
    pub fn begin(self, issued: IssuedToken, region: &Region, began_with: BeganWith) -> Resumed {
        let resumed = self.state.with_untracked(|state| match state.active() {
            None => Resumed::Nothing,
            Some(active) if active.caller.id == issued.caller.id && active.region == *region => {
                Resumed::SameUser
            }
            Some(_) => Resumed::OtherUser,
        });
        let present = self.id();
        if resumed != Resumed::SameUser {
            self.data.update_value(|data| data.epoch += 1);
        }
        let id = present.filter(|_| resumed == Resumed::SameUser).unwrap_or_else(random);
        let stored = StoredSession {
            id: id.clone(),
            token: issued.token,
            expires: issued.expires.and_then(|expires| own_end(expires, issued.issued, now())),
            region: region.id.clone(),
            project: issued.project,
            caller: issued.caller,
            began_with,
        };
        if resumed == Resumed::SameUser {
            self.post(&Message::Session { to: id, stored: stored.clone() });
        }
        self.keep(stored);
        resumed
    }

    /// Another tab hands its session over: to this tab, which has none, or because it was renewed there. A renewed one
    /// is taken only by the same user's, so that nothing on the screen is another user's than its token.
    pub(super) fn adopt(self, stored: StoredSession) {
        let fits = self.state.with_untracked(|state| {
            state.active().is_none_or(|active| {
                active.caller == stored.caller
                    && active.region.id == stored.region
                    && active.project == stored.project
            })
        });
        if fits {
            self.keep(stored);
        }
    }

    /// Takes a session and keeps it for a reload. Where storage is full or forbidden it lives in memory.
    fn keep(self, stored: StoredSession) {
        let is_kept = storage::keep(&stored::write(&stored));
        self.enter(stored);
        self.not_persisted.set(!is_kept);
    }

    /// The service no longer accepts a client's token. An answer to a client of an earlier session counts for
    /// nothing.
    pub fn ended(self, client: &Client) {
        let active = self.state.try_with_untracked(|state| match state {
            SessionState::SignedIn(active) if active.client.is_same_session(client) => {
                Some(Arc::clone(active))
            }
            _ => None,
        });
        if let Some(active) = active.flatten() {
            storage::forget();
            self.state.set(SessionState::Ended(active));
        }
    }

    /// Ends the session in all its tabs and clears every trace of it from page and storage.
    pub fn sign_out(self) {
        self.end_everywhere(None);
    }

    /// The same, for a reason that the sign-in page says.
    pub(super) fn end_everywhere(self, sign_out_reason: Option<SignOutReason>) {
        if let Some(id) = self.id() {
            self.post(&Message::Out { id: id.clone(), idle: sign_out_reason == Some(SignOutReason::Idle) });
            self.mark_ended(id);
        }
        self.leave(sign_out_reason);
    }

    /// Ends the session in this tab.
    pub(super) fn leave(self, sign_out_reason: Option<SignOutReason>) {
        storage::forget();
        self.data.update_value(|data| data.stored = None);
        self.sign_out_reason.set(sign_out_reason);
        self.state.set(SessionState::SignedOut);
    }

    /// A session that the tab has kept. One that is over by now is not worth a request.
    fn find(self, stored: StoredSession) {
        if stored.expires.is_some_and(|expires| expires <= now()) {
            storage::forget();
            self.sign_out_reason.set(Some(SignOutReason::Expired));
        } else {
            self.enter(stored);
        }
    }

    fn enter(self, mut stored: StoredSession) {
        let config = self.config();
        let Some(region) = config.regions.iter().find(|region| region.id == stored.region) else {
            storage::forget();
            self.state.set(SessionState::SignedOut);
            return;
        };
        if stored.id.is_empty() {
            stored.id = random();
        }
        let active = Active {
            client: Client::new(Endpoints::from(region), stored.token.clone()),
            caller: stored.caller.clone(),
            region: region.clone(),
            project: stored.project.clone(),
            began_with: stored.began_with,
            ends: stored.expires.map(|expires| self.clock().saturating_add(expires.since(now()))),
            epoch: self.data.with_value(|data| data.epoch),
        };
        self.data.update_value(|data| {
            data.stored = Some(stored);
            data.due = None;
        });
        self.sign_out_reason.set(None);
        self.touch();
        self.state.set(SessionState::SignedIn(Arc::new(active)));
    }
}
