//! What makes the session's time pass: a look at the clocks every second, and whenever the page is come back to.
//!
//! The rules are in `domain::session_clock`. What is in doubt (sleep, or a clock that was set?) the web server's clock
//! decides; until then nothing that might be over can be seen or used.

use std::time::Duration;

use leptos::prelude::*;

use crate::api::host;
use crate::domain::session_clock::{SessionClock, slept};
use crate::paths::BASE;
use crate::view::effect::effect;

use super::Session;
use super::expiry::Expiry;
use super::idle::Idle;
use crate::state::clock::{look, now};
use crate::state::spawn;

/// How often the clocks are looked at.
const BEAT: Duration = Duration::from_secs(1);

/// How long the web server may take to decide.
const PATIENCE: Duration = Duration::from_secs(2);

/// What tells that the page may have been away.
const RETURNS: [&str; 3] = ["focus", "pageshow", "visibilitychange"];

/// What tells that somebody is there.
const ACTIVITY: [&str; 6] = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove", "scroll"];

/// The session's time.
#[derive(Clone, Copy)]
pub struct Heartbeat {
    session: Session,
    /// The end of the token.
    pub expiry: Expiry,
    /// The end by idling.
    pub idle: Idle,
    /// By how much the web server's clock is ahead of the wall clock, in milliseconds.
    server_ahead: StoredValue<Option<i64>>,
    /// A gap that nobody has decided about.
    doubt: StoredValue<Option<i64>>,
    in_doubt: RwSignal<bool>,
}

impl Heartbeat {
    /// Begins to look. `server_ahead` is by how much the web server's clock is ahead of this computer's wall clock, in
    /// milliseconds, where it told.
    pub fn install(session: Session, server_ahead: Option<i64>) -> Self {
        let heartbeat = Self {
            session,
            expiry: Expiry::new(session),
            idle: Idle::new(session),
            server_ahead: StoredValue::new(server_ahead),
            doubt: StoredValue::new(None),
            in_doubt: RwSignal::new(false),
        };
        // A new session is looked at when it begins, not a second later.
        effect(move || {
            let _ = session.state();
            heartbeat.judge();
        });
        if let Ok(beat) = set_interval_with_handle(move || heartbeat.judge(), BEAT) {
            on_cleanup(move || beat.clear());
        }
        for name in RETURNS {
            let listener = window_event_listener_untyped(name, move |_| heartbeat.judge());
            on_cleanup(move || listener.remove());
        }
        for name in ACTIVITY {
            let listener = window_event_listener_untyped(name, move |_| heartbeat.notice());
            on_cleanup(move || listener.remove());
        }
        heartbeat
    }

    /// Whether it is being found out if the session is over.
    pub fn is_in_doubt(self) -> bool {
        self.in_doubt.get()
    }

    /// Looks at the clocks, and ends what is over.
    pub(super) fn judge(self) {
        match self.session.with_clock(|clock| clock.look(look())) {
            // The program has left the page.
            None => return,
            Some(Some(gap)) if gap > 0 => self.suspect(gap),
            Some(Some(gap)) => {
                // Only a clock that was set falls back, and the server is ahead of it by as much more.
                self.server_ahead.update_value(|ahead| *ahead = ahead.map(|ahead| ahead - gap));
            }
            Some(None) => {}
        }
        if !self.has_doubt() {
            self.expiry.judge();
            self.idle.judge();
        }
    }

    /// Whether a gap is not decided yet.
    pub(super) fn has_doubt(self) -> bool {
        self.doubt.get_value().is_some()
    }

    /// Somebody does something; but what is over is over, be it that very movement that woke the computer.
    fn notice(self) {
        self.judge();
        if !self.has_doubt() {
            self.idle.notice();
        }
    }

    /// Somebody does something in another tab of the session.
    pub(super) fn hear_of_activity(self) {
        self.judge();
        if !self.has_doubt() {
            self.session.touch();
            self.idle.judge();
        }
    }

    /// The wall clock has run ahead.
    fn suspect(self, gap: i64) {
        let gap = self.doubt.get_value().unwrap_or_default().saturating_add(gap);
        self.doubt.set_value(Some(gap));
        if self.server_ahead.get_value().is_none() || self.session.id().is_none() {
            self.decide(None);
            return;
        }
        self.in_doubt.set(self.expiry.is_over_in(gap) || self.idle.is_over_in(gap));
        spawn(async move {
            let ahead = host::time(BASE).await.map(|server| server.since(now()));
            self.decide(ahead);
        });
        set_timeout(move || self.decide(None), PATIENCE);
    }

    /// How much of the gap was sleep is known, or will not be: then all of it was.
    fn decide(self, ahead: Option<i64>) {
        let Some(gap) = self.doubt.try_update_value(Option::take).flatten() else { return };
        let before = self.server_ahead.get_value();
        let slept = before.zip(ahead).map_or(gap, |(before, ahead)| slept(gap, before, ahead));
        if ahead.is_some() {
            self.server_ahead.set_value(ahead);
        }
        let _ = self.session.with_clock(|clock: &mut SessionClock| clock.count(slept));
        self.in_doubt.set(false);
        self.expiry.judge();
        self.idle.judge();
    }
}
