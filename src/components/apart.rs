//! A part of a page that is drawn in a task of its own, so that what takes long to work out does not hold up the rest.

use std::time::Duration;

use crate::view::prelude::*;

/// Draws this in the next task.
pub fn apart(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let is_due = RwSignal::new(false);
    let due = move || {
        let _ = is_due.try_set(true);
    };
    // Without a timer it is drawn at once.
    if set_timeout_with_handle(due, Duration::ZERO).is_err() {
        due();
    }
    dynamic(move || is_due.get().then(&draw))
}
