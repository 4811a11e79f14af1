//! The session: who is signed in, kept in sessionStorage so that a reload finds it again.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::Client;
use crate::api::between_tabs::Message;
use crate::api::client::Endpoints;
use crate::api::iam::IssuedToken;
use crate::api::stored::{self, BeganWith, StoredSession};
use crate::config::{Config, Region};
use crate::domain::names::ProjectName;
use crate::domain::session_clock::{SessionClock, own_end};
use crate::domain::user::Caller;

use super::channel::{Channel, random};
use super::clock::{look, now};
use super::handover;

mod kept;
mod life;

pub(super) use life::Hold;

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

/// Whether somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionState {
    /// Nobody.
    SignedOut,
    /// Nobody yet: the other tabs have been asked whether they have a session for this one.
    Asking,
    /// Somebody.
    SignedIn(Arc<Active>),
    /// Somebody whose token is no longer accepted. What is on the screen stays until they sign in again or out.
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
    /// Somebody else: everything of the earlier session is cleared.
    OtherUser,
}

/// Why a session is over that its user did not end here. The sign-in page says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Farewell {
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
    unkept: RwSignal<bool>,
    farewell: RwSignal<Option<Farewell>>,
    books: StoredValue<Books>,
    channel: Channel,
}

/// What is kept of sessions beside what is shown. It is one value, since each kind of value costs code of its own.
struct Books {
    config: Arc<Config>,
    epoch: u32,
    /// What a reload or another tab needs of the present session.
    kept: Option<StoredSession>,
    clock: SessionClock,
    /// When somebody last did something, on the session's clock.
    touched: i64,
    /// How many writes are under way.
    writes: u32,
    /// Why the session is to end as soon as no write is under way.
    due: Option<Farewell>,
    /// The ids of sessions that are over.
    departed: Vec<String>,
}

impl Session {
    /// Finds the session of before a reload, if there was one.
    pub fn install(config: Config) -> Self {
        let clock = SessionClock::new(look());
        let books = Books {
            config: Arc::new(config),
            epoch: 0,
            kept: None,
            clock,
            touched: clock.now(),
            writes: 0,
            due: None,
            departed: Vec::new(),
        };
        let session = Self {
            state: RwSignal::new(SessionState::SignedOut),
            unkept: RwSignal::new(false),
            farewell: RwSignal::new(None),
            books: StoredValue::new(books),
            channel: Channel::open(),
        };
        match kept::text() {
            Some(text) => match stored::read(&text) {
                Some(kept) => session.find(kept),
                // Damaged, or written by another version: of no use to anybody.
                None => kept::forget(),
            },
            None => {
                if let Some(kept) = handover::left().as_deref().and_then(stored::read) {
                    session.enter(kept);
                    session.unkept.set(true);
                }
            }
        }
        on_cleanup(move || session.leave_to_the_next());
        session
    }

    /// The configuration.
    pub fn config(self) -> Arc<Config> {
        self.books.with_value(|books| Arc::clone(&books.config))
    }

    /// Whether somebody is signed in.
    pub fn state(self) -> SessionState {
        self.state.get()
    }

    /// The same, without being told of changes.
    pub fn state_untracked(self) -> SessionState {
        self.state.get_untracked()
    }

    /// Why the last session is over, if its user did not end it here.
    pub fn farewell(self) -> Option<Farewell> {
        self.farewell.get()
    }

    /// Whether the browser refuses to keep the session, so that a reload will ask to sign in.
    pub fn is_unkept(self) -> bool {
        self.unkept.get()
    }

    /// Somebody signs in: for the first time, or after the end of a session, which then goes on if it is the same
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
            self.books.update_value(|books| books.epoch += 1);
        }
        let id = present.filter(|_| resumed == Resumed::SameUser).unwrap_or_else(random);
        let kept = StoredSession {
            id: id.clone(),
            token: issued.token,
            expires: issued.expires.and_then(|expires| own_end(expires, issued.issued, now())),
            region: region.id.clone(),
            project: issued.project,
            caller: issued.caller,
            began_with,
        };
        if resumed == Resumed::SameUser {
            self.tell(&Message::Session { to: id, kept: kept.clone() });
        }
        self.keep(kept);
        resumed
    }

    /// Another tab hands its session over: to this tab, which has none, or because it was renewed there. A renewed one
    /// is taken only by the same user's, so that nothing on the screen is another user's than its token.
    pub(super) fn adopt(self, kept: StoredSession) {
        let fits = self.state.with_untracked(|state| {
            state.active().is_none_or(|active| {
                active.caller == kept.caller
                    && active.region.id == kept.region
                    && active.project == kept.project
            })
        });
        if fits {
            self.keep(kept);
        }
    }

    /// Takes a session and keeps it for a reload. Where storage is full or forbidden it lives in memory.
    fn keep(self, kept: StoredSession) {
        let is_kept = kept::keep(&stored::write(&kept));
        self.enter(kept);
        self.unkept.set(!is_kept);
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
            kept::forget();
            self.state.set(SessionState::Ended(active));
        }
    }

    /// Ends the session in all its tabs and clears every trace of it from page and storage.
    pub fn sign_out(self) {
        self.end_everywhere(None);
    }

    /// The same, for a reason that the sign-in page says.
    pub(super) fn end_everywhere(self, farewell: Option<Farewell>) {
        if let Some(id) = self.id() {
            self.tell(&Message::Out { id: id.clone(), idle: farewell == Some(Farewell::Idle) });
            self.depart(id);
        }
        self.leave(farewell);
    }

    /// Ends the session in this tab.
    pub(super) fn leave(self, farewell: Option<Farewell>) {
        kept::forget();
        self.books.update_value(|books| books.kept = None);
        self.farewell.set(farewell);
        self.state.set(SessionState::SignedOut);
    }

    /// A session that the tab has kept. One that is over by now is not worth a request.
    fn find(self, kept: StoredSession) {
        if kept.expires.is_some_and(|expires| expires <= now()) {
            kept::forget();
            self.farewell.set(Some(Farewell::Expired));
        } else {
            self.enter(kept);
        }
    }

    fn enter(self, mut kept: StoredSession) {
        let config = self.config();
        let Some(region) = config.regions.iter().find(|region| region.id == kept.region) else {
            kept::forget();
            self.state.set(SessionState::SignedOut);
            return;
        };
        if kept.id.is_empty() {
            kept.id = random();
        }
        let active = Active {
            client: Client::new(Endpoints::from(region), kept.token.clone()),
            caller: kept.caller.clone(),
            region: region.clone(),
            project: kept.project.clone(),
            began_with: kept.began_with,
            ends: kept.expires.map(|expires| self.clock().saturating_add(expires.since(now()))),
            epoch: self.books.with_value(|books| books.epoch),
        };
        self.books.update_value(|books| {
            books.kept = Some(kept);
            books.due = None;
        });
        self.farewell.set(None);
        self.touch();
        self.state.set(SessionState::SignedIn(Arc::new(active)));
    }
}
