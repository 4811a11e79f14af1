//! What time and the other tabs need of a session: its clock, its id, whether a write is under way.

use std::sync::Arc;

use super::channel::Channel;
use super::{Session, SessionState, SignOutReason, ended, storage};
use crate::api::between_tabs::Message;
use crate::api::stored::{self, StoredSession};
use crate::state::clock::now;
use domain::session_clock::{SessionClock, Untended};
use domain::text::time::UnixMillis;

/// How exactly the storage knows when the session was last used, in milliseconds.
const NOTED_EVERY: i64 = 15_000;

impl Session {
    /// The session's clock, as of the last look.
    pub(in crate::state) fn clock(self) -> i64 {
        self.data.try_with_value(|data| data.clock.now()).unwrap_or_default()
    }

    /// Sets the session's clock.
    pub(in crate::state) fn with_clock<T>(self, work: impl FnOnce(&mut SessionClock) -> T) -> Option<T> {
        self.data.try_update_value(|data| work(&mut data.clock))
    }

    /// Someone does something. The storage hears of it too, for when the tab is opened again.
    pub(in crate::state) fn touch(self) {
        let now = now();
        let _ = self.data.try_update_value(|data| {
            data.touched = data.clock.now();
            if let Some(stored) = &mut data.stored
                && now.since(stored.used).abs() >= NOTED_EVERY
            {
                Arc::make_mut(stored).used = now;
                if data.is_kept {
                    storage::keep(&stored::write(stored));
                }
            }
        });
    }

    /// The idle limit in milliseconds; 0 for none.
    pub(in crate::state) fn idle_limit(self) -> i64 {
        i64::from(self.config().idle_minutes) * 60_000
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
    pub(in crate::state) fn to_hand_over(self) -> Option<Arc<StoredSession>> {
        let is_good = self.state.try_with_untracked(|state| matches!(state, SessionState::SignedIn(_)))?;
        self.data.try_with_value(|data| data.stored.clone()).flatten().filter(|_| is_good)
    }

    /// Whether the storage of the tab still holds this session, or could never hold it.
    pub(in crate::state) fn is_still_stored(self) -> bool {
        let stored = storage::text().as_deref().and_then(stored::read);
        let is_signed_in = matches!(self.state.get_untracked(), SessionState::SignedIn(_));
        !is_signed_in
            || self.data.try_with_value(|data| data.is_kept) != Some(true)
            || stored.is_some_and(|stored| Some(stored.id) == self.id())
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
    pub(in crate::state) fn mark_ended(self, id: String, expires: Option<UnixMillis>) {
        if !self.is_marked_ended(&id) {
            ended::mark(&id, expires);
            let _ = self.data.try_update_value(|data| data.ended_ids.push(id));
        }
    }

    /// Whether a session is known to be over.
    pub(in crate::state) fn is_marked_ended(self, id: &str) -> bool {
        ended::is_marked(id)
            || self.data.try_with_value(|data| data.ended_ids.iter().any(|one| one == id)) == Some(true)
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

    /// This goes on from now on, if anything does: for so long without activity, in milliseconds, the page is locked at the
    /// idle limit instead of signed out.
    pub(in crate::state) fn set_untended(self, untended: Option<Untended>, longest: i64) {
        let _ =
            self.data.try_update_value(|data| data.untended = untended.map(|untended| (untended, longest)));
    }

    /// Why the page is locked at the idle limit instead of signed out; `None` where it is not.
    pub fn locked_by(self) -> Option<Untended> {
        let (untended, longest) = self.data.try_with_value(|data| data.untended).flatten()?;
        (longest > self.untouched()).then_some(untended)
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
            if data.writes == 0 { Some((data.due.take(), std::mem::take(&mut data.to_revoke))) } else { None }
        });
        let Some((due, to_revoke)) = due.flatten() else { return };
        if let Some(sign_out_reason) = due {
            session.leave(Some(sign_out_reason));
        }
        for claim in to_revoke {
            session.revoke_claimed(claim);
        }
    }
}
