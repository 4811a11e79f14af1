//! The session: who is signed in, kept in sessionStorage so that a reload finds it again.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::Client;
use crate::api::between_tabs::Message;
use crate::api::stored::{self, BeganWith, StoredSession};
use crate::config::{Config, Region};
use domain::model::names::ProjectName;
use domain::model::user::Caller;
use domain::session_clock::{SessionClock, Untended};

use super::clock::look;
use channel::Channel;

mod agency;
mod channel;
mod ended;
mod entering;
pub mod expiry;
pub mod heartbeat;
mod idle;
mod lifetime;
pub mod revocation;
pub mod signed_in;
mod storage;
pub mod tabs;

pub(in crate::state) use lifetime::Hold;
use revocation::{Claim, OldToken};

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
    /// The token of the last session that ended, or of before the user signed in again.
    old_token: RwSignal<Option<OldToken>>,
    data: StoredValue<SessionData>,
    channel: Channel,
}

/// The session data that no view reads, in one struct to save code.
struct SessionData {
    config: Arc<Config>,
    epoch: u32,
    /// What a reload or another tab needs of the present session.
    stored: Option<Arc<StoredSession>>,
    /// Whether it is in the tab's storage too.
    is_kept: bool,
    clock: SessionClock,
    /// When someone last did something, on the session's clock.
    touched: i64,
    /// How many writes are under way.
    writes: u32,
    /// What goes on without anyone, and for how long without activity it keeps the session, in milliseconds.
    untended: Option<(Untended, i64)>,
    /// Why the session is to end as soon as no write is under way.
    due: Option<SignOutReason>,
    /// The tokens that are to be revoked as soon as no write is under way.
    to_revoke: Vec<Claim>,
    /// The ids of sessions that are over, for where the browser keeps nothing.
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
            is_kept: false,
            clock,
            touched: clock.now(),
            writes: 0,
            untended: None,
            due: None,
            to_revoke: Vec::new(),
            ended_ids: Vec::new(),
        };
        let session = Self {
            state: RwSignal::new(SessionState::SignedOut),
            not_persisted: RwSignal::new(false),
            sign_out_reason: RwSignal::new(None),
            old_token: RwSignal::new(None),
            data: StoredValue::new(data),
            channel: Channel::open(),
        };
        if let Some(text) = storage::text() {
            match stored::read(&text) {
                Some(stored) => session.find(Arc::new(stored)),
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

    /// What has happened to the token of the last session that ended, or of before the user signed in again.
    pub fn old_token(self) -> Option<OldToken> {
        self.old_token.get()
    }

    /// Whether the browser refuses to keep the session, so that a reload will ask to sign in.
    pub fn is_not_persisted(self) -> bool {
        self.not_persisted.get()
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
            self.forget();
            self.state.set(SessionState::Ended(active));
        }
    }

    /// Ends the session in all its tabs and clears every trace of it from page and storage.
    pub fn sign_out(self) {
        self.end_everywhere(None);
    }

    /// The same, for a reason that the sign-in page says.
    pub(super) fn end_everywhere(self, sign_out_reason: Option<SignOutReason>) {
        let to_revoke = self.to_hand_over();
        let ended = self.data.with_value(|data| data.stored.clone());
        self.leave(sign_out_reason);
        if let Some(ended) = ended {
            let idle = sign_out_reason == Some(SignOutReason::Idle);
            self.end_in_all_tabs(&ended, to_revoke, idle);
            if let Some(own) = ended.own() {
                self.end_in_all_tabs(&own, Some(Arc::new(own.clone())), idle);
            }
        }
    }

    /// A session is over: the browser remembers that, the token is revoked if it is still good, and the other tabs hear of it.
    fn end_in_all_tabs(self, ended: &StoredSession, to_revoke: Option<Arc<StoredSession>>, idle: bool) {
        let id = ended.id.clone();
        self.mark_ended(id.clone(), ended.expires);
        // A tab that hears of the end while it writes claims the token, and its claim has to be the later one.
        if let Some(stored) = to_revoke {
            self.revoke(stored);
        }
        self.post(&Message::Out { id, idle });
    }

    /// From now on a reload finds no session.
    fn forget(self) {
        storage::forget();
        self.data.update_value(|data| data.is_kept = false);
    }

    /// Ends the session in this tab.
    pub(super) fn leave(self, sign_out_reason: Option<SignOutReason>) {
        self.forget();
        self.data.update_value(|data| data.stored = None);
        self.old_token.set(None);
        self.sign_out_reason.set(sign_out_reason);
        self.state.set(SessionState::SignedOut);
    }
}
