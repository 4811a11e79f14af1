//! Which requests are under way, for who paces other requests by them. Those that a scan sends are not among them.

use std::cell::Cell;

/// What happens to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Traffic {
    /// It is sent.
    Begun,
    /// It has an answer, or none.
    Ended {
        /// Whether the service complains of too many requests.
        is_throttled: bool,
    },
}

thread_local! {
    static WATCH: Cell<Option<fn(Traffic)>> = const { Cell::new(None) };
}

/// Has a function called for each request from now on.
pub fn watch(note: fn(Traffic)) {
    WATCH.set(Some(note));
}

pub(super) fn note(traffic: Traffic) {
    if let Some(note) = WATCH.get() {
        note(traffic);
    }
}
