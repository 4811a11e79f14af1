//! How often what is shown of a scan or a run changes. Answers come faster than anyone reads. The last one before a long wait
//! is shown too.

use std::time::Duration;

use crate::view::prelude::*;

use super::paced::steady;

/// How long what is shown stays, in milliseconds.
const SHOWN_FOR: u16 = 250;

/// When something was shown last, and the timer for what came too early after it.
#[derive(Default)]
pub(super) struct Refresh {
    shown: f64,
    late: Option<TimeoutHandle>,
}

impl Refresh {
    /// Whether it is time to show the present state. If it is too early, `show` is called once it is time.
    pub(super) fn is_due(&mut self, is_forced: bool, show: impl Fn() + 'static) -> bool {
        let now = steady();
        if is_forced || now - self.shown >= f64::from(SHOWN_FOR) {
            self.shown = now;
            self.clear();
            return true;
        }
        if self.late.is_none() {
            let wait = Duration::from_millis(SHOWN_FOR.into());
            self.late = set_timeout_with_handle(show, wait).ok();
        }
        false
    }

    fn clear(&mut self) {
        if let Some(late) = self.late.take() {
            late.clear();
        }
    }
}

impl Drop for Refresh {
    fn drop(&mut self) {
        self.clear();
    }
}
