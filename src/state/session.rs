//! The session: who is signed in, kept in sessionStorage so that a reload finds it again.

use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::Storage;

use crate::api::Client;
use crate::api::client::Endpoints;
use crate::api::iam::IssuedToken;
use crate::api::stored::{self, BeganWith, StoredSession};
use crate::config::{Config, Region};
use crate::domain::names::ProjectName;
use crate::domain::people::Caller;

use super::clock::now;

/// The one key in sessionStorage.
const KEY: &str = "swr-console.session";

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
    /// Which session this is, counted from the start of the program. It stays the same when the same user signs
    /// in again; another user's is another one, and no page of the earlier one outlives it.
    pub epoch: u32,
}

/// Whether somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionState {
    /// Nobody.
    SignedOut,
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
            SessionState::SignedOut => None,
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

/// The session of this tab.
#[derive(Clone, Copy)]
pub struct Session {
    state: RwSignal<SessionState>,
    epoch: StoredValue<u32>,
    config: StoredValue<Arc<Config>>,
    expiry: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Session {
    /// Finds the session of before a reload, if there was one.
    pub fn install(config: Config) -> Self {
        let session = Self {
            state: RwSignal::new(SessionState::SignedOut),
            epoch: StoredValue::new(0),
            config: StoredValue::new(Arc::new(config)),
            expiry: StoredValue::new_local(None),
        };
        if let Some(kept) = storage().and_then(|storage| storage.get_item(KEY).ok().flatten()) {
            match stored::read(&kept) {
                Some(kept) => session.enter(kept),
                // Damaged, or written by another version: of no use to anybody.
                None => forget(),
            }
        }
        session
    }

    /// The configuration.
    pub fn config(self) -> Arc<Config> {
        self.config.get_value()
    }

    /// Whether somebody is signed in.
    pub fn state(self) -> SessionState {
        self.state.get()
    }

    /// The same, without being told of changes.
    pub fn state_untracked(self) -> SessionState {
        self.state.get_untracked()
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
        if resumed != Resumed::SameUser {
            self.epoch.update_value(|epoch| *epoch += 1);
        }
        let kept = StoredSession {
            token: issued.token,
            expires: issued.expires,
            region: region.id.clone(),
            project: issued.project,
            caller: issued.caller,
            began_with,
        };
        if let Some(storage) = storage() {
            // Where storage is full or forbidden the session lives in memory, and a reload asks to sign in.
            let _ = storage.set_item(KEY, &stored::write(&kept));
        }
        self.enter(kept);
        resumed
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
            forget();
            self.state.set(SessionState::Ended(active));
        }
    }

    /// Ends the session and clears every trace of it from page and storage.
    pub fn sign_out(self) {
        forget();
        let _ = self.expiry.try_update_value(Option::take);
        self.state.set(SessionState::SignedOut);
    }

    fn enter(self, kept: StoredSession) {
        let config = self.config();
        let Some(region) = config.regions.iter().find(|region| region.id == kept.region) else {
            forget();
            return;
        };
        let client = Client::new(Endpoints::from(region), kept.token);
        let active = Active {
            client: client.clone(),
            caller: kept.caller,
            region: region.clone(),
            project: kept.project,
            began_with: kept.began_with,
            epoch: self.epoch.get_value(),
        };
        self.state.set(SessionState::SignedIn(Arc::new(active)));
        let left = kept.expires.map(|expires| expires.since(now()));
        // `setTimeout` can't count further than 24 days; a session that long ends by its first 401.
        let wait = left.and_then(|left| u32::try_from(left.max(0)).ok()).filter(|wait| *wait <= LONGEST_WAIT);
        let timer = wait.map(|wait| Timeout::new(wait, move || self.ended(&client)));
        let _ = self.expiry.try_update_value(|present| *present = timer);
    }
}

/// The longest wait of `setTimeout`, in milliseconds.
const LONGEST_WAIT: u32 = 0x7FFF_FFFF;

fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
}

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
