//! What time and the other tabs need of a session: its clock, its id, whether a write is under way.

use crate::view::prelude::*;

use super::channel::Channel;
use super::{Session, SessionState, SignOutReason, storage};
use crate::api::between_tabs::Message;
use crate::api::stored::{self, StoredSession};
use domain::session_clock::SessionClock;

impl Session {
    /// The session's clock, as of the last look.
    pub(in crate::state) fn clock(self) -> i64 {
        self.data.try_with_value(|data| data.clock.now()).unwrap_or_default()
    }

    /// Sets the session's clock.
    pub(in crate::state) fn with_clock<T>(self, work: impl FnOnce(&mut SessionClock) -> T) -> Option<T> {
        self.data.try_update_value(|data| work(&mut data.clock))
    }

    /// Someone does something.
    pub(in crate::state) fn touch(self) {
        let _ = self.data.try_update_value(|data| data.touched = data.clock.now());
    }

    /// How long nobody has done anything, in milliseconds.
    pub(in crate::state) fn untouched(self) -> i64 {
        let untouched = self.data.try_with_value(|data| data.clock.now().saturating_sub(data.touched));
        untouched.unwrap_or_default()
    }

    /// The id of the session that all its tabs share.
    pub(in crate::state) fn id(self) -> Option<String> {
        self.data.try_with_value(|data| data.stored.as_ref().map(|stored| stored.id.clone())).flatten()
    }

    /// What another tab needs to go on with the session; `None` once its token is no longer accepted.
    pub(in crate::state) fn to_hand_over(self) -> Option<StoredSession> {
        let is_good = self.state.try_with_untracked(|state| matches!(state, SessionState::SignedIn(_)))?;
        self.data.try_with_value(|data| data.stored.clone()).flatten().filter(|_| is_good)
    }

    /// Whether the storage of the tab still holds this session, or could never hold it.
    pub(in crate::state) fn is_still_stored(self) -> bool {
        let stored = storage::text().as_deref().and_then(stored::read);
        let is_signed_in = matches!(self.state.get_untracked(), SessionState::SignedIn(_));
        !is_signed_in
            || self.not_persisted.get_untracked()
            || stored.is_some_and(|stored| stored.id.is_empty() || Some(stored.id) == self.id())
    }

    /// Waits for other tabs' answer, or gives up waiting.
    pub(in crate::state) fn set_asking(self, asking: bool) {
        let (from, to) = (SessionState::SignedOut, SessionState::Asking);
        let (from, to) = if asking { (from, to) } else { (to, from) };
        if self.state.try_with_untracked(|state| *state == from) == Some(true) {
            self.state.set(to);
        }
    }

    /// Tells the other tabs.
    pub(in crate::state) fn post(self, message: &Message) {
        self.channel.post(message);
    }

    /// The way to the other tabs.
    pub(super) fn channel(self) -> Channel {
        self.channel
    }

    /// A session is over, in all tabs.
    pub(in crate::state) fn mark_ended(self, id: String) {
        if !self.is_marked_ended(&id) {
            let _ = self.data.try_update_value(|data| data.ended_ids.push(id));
        }
    }

    /// Whether this tab knows that a session is over.
    pub(in crate::state) fn is_marked_ended(self, id: &str) -> bool {
        self.data.try_with_value(|data| data.ended_ids.iter().any(|one| one == id)) == Some(true)
    }

    /// A write is under way for as long as what this returns is there: the session does not end by itself meanwhile.
    pub(in crate::state) fn hold(self) -> Hold {
        let _ = self.data.try_update_value(|data| data.writes += 1);
        Hold(self)
    }

    /// Whether a write is under way.
    pub(in crate::state) fn is_held(self) -> bool {
        self.data.try_with_value(|data| data.writes > 0) == Some(true)
    }

    /// Ends the session in this tab once no write is under way.
    pub(in crate::state) fn leave_after_writes(self, sign_out_reason: SignOutReason) {
        if self.is_held() {
            let _ = self.data.try_update_value(|data| data.due = Some(sign_out_reason));
        } else {
            self.leave(Some(sign_out_reason));
        }
    }
}

/// See [`Session::hold`].
pub(in crate::state) struct Hold(Session);

impl Drop for Hold {
    fn drop(&mut self) {
        let session = self.0;
        let due = session.data.try_update_value(|data| {
            data.writes = data.writes.saturating_sub(1);
            if data.writes == 0 { data.due.take() } else { None }
        });
        if let Some(sign_out_reason) = due.flatten() {
            session.leave(Some(sign_out_reason));
        }
    }
}
