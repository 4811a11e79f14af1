//! What time and the other tabs need of a session: its clock, its id, whether a write is under way.

use leptos::prelude::*;

use crate::api::between_tabs::Message;
use crate::api::stored::{self, StoredSession};
use crate::domain::session_clock::SessionClock;
use crate::state::channel::Channel;
use crate::state::handover;

use super::{Farewell, Session, SessionState, kept};

impl Session {
    /// The session's clock, as of the last look.
    pub(in crate::state) fn clock(self) -> i64 {
        self.books.try_with_value(|books| books.clock.now()).unwrap_or_default()
    }

    /// Sets the session's clock.
    pub(in crate::state) fn with_clock<T>(self, work: impl FnOnce(&mut SessionClock) -> T) -> Option<T> {
        self.books.try_update_value(|books| work(&mut books.clock))
    }

    /// Somebody does something.
    pub(in crate::state) fn touch(self) {
        let _ = self.books.try_update_value(|books| books.touched = books.clock.now());
    }

    /// How long nobody has done anything, in milliseconds.
    pub(in crate::state) fn untouched(self) -> i64 {
        let untouched = self.books.try_with_value(|books| books.clock.now().saturating_sub(books.touched));
        untouched.unwrap_or_default()
    }

    /// The id of the session that all its tabs share.
    pub(in crate::state) fn id(self) -> Option<String> {
        self.books.try_with_value(|books| books.kept.as_ref().map(|kept| kept.id.clone())).flatten()
    }

    /// What another tab needs to go on with the session; `None` once its token is no longer accepted.
    pub(in crate::state) fn to_hand_over(self) -> Option<StoredSession> {
        let is_good = self.state.try_with_untracked(|state| matches!(state, SessionState::SignedIn(_)))?;
        self.books.try_with_value(|books| books.kept.clone()).flatten().filter(|_| is_good)
    }

    /// Whether the storage of the tab still holds this session, or could never hold it.
    pub(in crate::state) fn is_still_stored(self) -> bool {
        let stored = kept::text().as_deref().and_then(stored::read);
        let is_signed_in = matches!(self.state.get_untracked(), SessionState::SignedIn(_));
        !is_signed_in
            || self.unkept.get_untracked()
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
    pub(in crate::state) fn tell(self, message: &Message) {
        self.channel.tell(message);
    }

    /// The way to the other tabs.
    pub(in crate::state) fn channel(self) -> Channel {
        self.channel
    }

    /// A session is over, in all tabs.
    pub(in crate::state) fn depart(self, id: String) {
        if !self.has_departed(&id) {
            let _ = self.books.try_update_value(|books| books.departed.push(id));
        }
    }

    /// Whether this tab knows that a session is over.
    pub(in crate::state) fn has_departed(self, id: &str) -> bool {
        self.books.try_with_value(|books| books.departed.iter().any(|one| one == id)) == Some(true)
    }

    /// A write is under way for as long as what this returns is there: the session does not end by itself meanwhile.
    pub(in crate::state) fn hold(self) -> Hold {
        let _ = self.books.try_update_value(|books| books.writes += 1);
        Hold(self)
    }

    /// Whether a write is under way.
    pub(in crate::state) fn is_held(self) -> bool {
        self.books.try_with_value(|books| books.writes > 0) == Some(true)
    }

    /// Ends the session in this tab once no write is under way.
    pub(in crate::state) fn leave_after_writes(self, farewell: Farewell) {
        if self.is_held() {
            let _ = self.books.try_update_value(|books| books.due = Some(farewell));
        } else {
            self.leave(Some(farewell));
        }
    }

    /// The program that takes this one's place finds the session in the storage, or here where there is none.
    pub(super) fn leave_to_the_next(self) {
        if self.unkept.try_get_untracked() == Some(true)
            && let Some(kept) = self.to_hand_over()
        {
            handover::leave(&stored::write(&kept));
        }
    }
}

/// See [`Session::hold`].
pub(in crate::state) struct Hold(Session);

impl Drop for Hold {
    fn drop(&mut self) {
        let session = self.0;
        let due = session.books.try_update_value(|books| {
            books.writes = books.writes.saturating_sub(1);
            if books.writes == 0 { books.due.take() } else { None }
        });
        if let Some(farewell) = due.flatten() {
            session.leave(Some(farewell));
        }
    }
}
