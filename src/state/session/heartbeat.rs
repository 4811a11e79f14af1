//! The session's timer: it checks the clocks every second, when the page becomes visible, and on activity.
//!
//! The rules are in `domain::session_clock`.

use std::time::Duration;

use crate::view::prelude::*;

use crate::state::clock::look;
use crate::view::effect::effect;

use super::Session;
use super::expiry::Expiry;
use super::idle::Idle;

/// How often the clocks are checked.
const BEAT: Duration = Duration::from_secs(1);

/// Events after which the page may have been away.
const RETURNS: [&str; 3] = ["focus", "pageshow", "visibilitychange"];

/// Events that show that someone is there.
const ACTIVITY: [&str; 6] = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove", "scroll"];

/// The session's time.
#[derive(Clone, Copy)]
pub struct Heartbeat {
    session: Session,
    /// The end of the token.
    pub expiry: Expiry,
    /// The end by idling.
    pub idle: Idle,
}

impl Heartbeat {
    /// Starts the timer.
    pub fn install(session: Session) -> Self {
        let heartbeat = Self { session, expiry: Expiry::new(session), idle: Idle::new(session) };
        // A new session is checked when it begins, not a second later.
        effect(move || {
            let _ = session.state();
            heartbeat.check();
        });
        if let Ok(beat) = set_interval_with_handle(move || heartbeat.check(), BEAT) {
            on_cleanup(move || beat.clear());
        }
        for name in RETURNS {
            let listener = window_event_listener_untyped(name, move |_| heartbeat.check());
            on_cleanup(move || listener.remove());
        }
        for name in ACTIVITY {
            let listener = window_event_listener_untyped(name, move |_| heartbeat.on_activity());
            on_cleanup(move || listener.remove());
        }
        heartbeat
    }

    /// Checks the clocks, and ends what is over.
    pub(super) fn check(self) {
        // Without a clock the program has left the page.
        if self.session.with_clock(|clock| clock.look(look())).is_some() {
            self.expiry.check();
            self.idle.check();
        }
    }

    /// Activity here. A session that is over stays over, even if this very movement woke the computer.
    fn on_activity(self) {
        self.check();
        self.idle.on_activity();
    }

    /// Activity in another tab of the session.
    pub(super) fn on_remote_activity(self) {
        self.check();
        self.session.touch();
        self.idle.check();
    }
}
