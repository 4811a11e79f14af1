//! The end of the token, where it is known: a countdown before it, and the dialog "Sign in again" at it. Where it is
//! not known nothing is shown, and the first 401 says so.

use crate::view::prelude::*;

use domain::session_clock::countdown;

use super::{Session, SessionState};

/// The end of the token.
#[derive(Clone, Copy)]
pub struct Expiry {
    session: Session,
    shown: RwSignal<Option<u32>>,
    renewing: RwSignal<bool>,
}

impl Expiry {
    pub(super) fn new(session: Session) -> Self {
        Self { session, shown: RwSignal::new(None), renewing: RwSignal::new(false) }
    }

    /// The seconds that the countdown shows, if there is one.
    pub fn shown(self) -> Option<u32> {
        self.shown.get()
    }

    /// Whether the user is signing in again before the end.
    pub fn is_renewing(self) -> bool {
        self.renewing.get()
    }

    /// Opens or closes the dialog for signing in again before the end.
    pub fn renew(self, renewing: bool) {
        self.renewing.set(renewing);
    }

    /// Ends the session if its token has ended, and counts down before.
    pub(super) fn check(self) {
        if self.left().is_some_and(|left| left <= 0)
            && let SessionState::SignedIn(active) = self.session.state_untracked()
        {
            // Its token may be good for longer.
            self.session.revoke_present();
            self.session.ended(&active.client);
        }
        let shown = self.left().and_then(countdown);
        if self.shown.get_untracked() != shown {
            self.shown.set(shown);
        }
        if shown.is_none() && self.renewing.get_untracked() {
            self.renewing.set(false);
        }
    }

    fn left(self) -> Option<i64> {
        match self.session.state_untracked() {
            SessionState::SignedIn(active) => Some(active.ends?.saturating_sub(self.session.clock())),
            _ => None,
        }
    }
}
