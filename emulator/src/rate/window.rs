//! One address' window. Windows have one length and follow one another from the address' first request on.

use std::time::Duration;

use crate::time::UnixMillis;

use super::Rate;

/// When the window began, and how many requests it has had.
#[derive(Debug, Clone)]
pub(super) struct Window {
    began: UnixMillis,
    used: u32,
}

impl Window {
    pub(super) fn beginning(now: UnixMillis) -> Self {
        Self { began: now, used: 0 }
    }

    /// Goes on to the window of `now`. After a clock was set back a new one begins.
    pub(super) fn advance(&mut self, rate: Rate, now: UnixMillis) {
        match now.get().checked_sub(self.began.get()) {
            None => *self = Self::beginning(now),
            Some(elapsed) if elapsed >= rate.millis() => {
                *self = Self::beginning(UnixMillis::new(now.get() - elapsed % rate.millis()));
            }
            Some(_) => {}
        }
    }

    /// How long until a window has room.
    pub(super) fn wait(&self, rate: Rate, now: UnixMillis) -> Duration {
        if self.used < rate.count().get() {
            return Duration::ZERO;
        }
        let end = self.began.get().saturating_add(rate.millis());
        Duration::from_millis(end.saturating_sub(now.get()))
    }

    pub(super) fn take(&mut self) {
        self.used = self.used.saturating_add(1);
    }

    pub(super) fn is_unused(&self) -> bool {
        self.used == 0
    }
}
