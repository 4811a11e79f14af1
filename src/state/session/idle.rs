//! Idling: what counts as activity, and when a session without any ends.

use crate::view::prelude::*;

use crate::api::between_tabs::Message;
use domain::session_clock::{Idling, idling};

use super::{Session, SignOutReason};

/// How often at most activity is taken note of, in milliseconds.
const THROTTLE: i64 = 1000;

/// Idling in all tabs of the session together.
#[derive(Clone, Copy)]
pub struct Idle {
    session: Session,
    limit: i64,
    left: RwSignal<Option<u32>>,
    /// Whether the warning is on the page. Its code is fetched when it is first needed, and may not come.
    is_shown: StoredValue<bool>,
}

impl Idle {
    pub(super) fn new(session: Session) -> Self {
        Self {
            session,
            limit: session.idle_limit(),
            left: RwSignal::new(None),
            is_shown: StoredValue::new(false),
        }
    }

    /// The seconds that are left, once that is worth a warning.
    pub fn left(self) -> Option<u32> {
        self.left.get()
    }

    /// The warning is on the page from now on, or no longer.
    pub fn set_shown(self, is_shown: bool) {
        let _ = self.is_shown.try_update_value(|shown| *shown = is_shown);
    }

    /// The user wants to stay signed in.
    pub fn stay(self) {
        self.touch();
        self.check();
    }

    /// Someone does something here. Under the warning only its buttons count: anyone who reaches for them must not see
    /// it vanish.
    pub(super) fn on_activity(self) {
        if self.is_shown.try_get_value() != Some(true) && self.session.untouched() >= THROTTLE {
            self.stay();
        }
    }

    /// Warns, or ends the session; but no write is cut off.
    pub(super) fn check(self) {
        let limit = if self.session.id().is_some() { self.limit } else { 0 };
        let left = match idling(self.session.untouched(), limit) {
            Idling::Short => None,
            Idling::Warned(seconds) => Some(seconds),
            Idling::Over if self.session.is_held() || self.session.locked_by().is_some() => Some(0),
            Idling::Over => {
                self.session.end_everywhere(Some(SignOutReason::Idle));
                None
            }
        };
        if self.left.get_untracked() != left {
            self.left.set(left);
        }
    }

    fn touch(self) {
        if let Some(id) = self.session.id() {
            self.session.touch();
            self.session.post(&Message::Active { id });
            // The user's own session ends with the one for another account, and the other way round.
            if let Some(id) = self.session.came_from() {
                self.session.post(&Message::Active { id });
            }
        }
    }
}
