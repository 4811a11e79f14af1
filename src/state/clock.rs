//! The present moment.

use crate::domain::time::UnixMillis;

/// Now, by the computer's wall clock.
pub fn now() -> UnixMillis {
    let milliseconds = js_sys::Date::now();
    // A moment within 200,000 years of now fits.
    #[expect(clippy::cast_possible_truncation, reason = "Date::now() is a whole number of milliseconds")]
    UnixMillis(milliseconds as i64)
}
