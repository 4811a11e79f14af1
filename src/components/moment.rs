//! Moments as people read them, in the computer's own time zone. The forms are the same in both languages and
//! line up in a column.

use crate::view::prelude::*;
use js_sys::Date;
use wasm_bindgen::JsValue;

use domain::text::time::UnixMillis;

fn date(at: UnixMillis) -> Date {
    // A double holds every millisecond of 200,000 years.
    #[expect(clippy::cast_precision_loss, reason = "see above")]
    Date::new(&JsValue::from_f64(at.0 as f64))
}

/// The time of day: `10:32`.
pub fn time_of_day(at: UnixMillis) -> String {
    let date = date(at);
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// The time of day of something that was lately, and the day too where that is not today's.
pub fn lately(at: UnixMillis) -> String {
    let (then, today) = (date(at), Date::new_0());
    let is_today = then.to_date_string() == today.to_date_string();
    if is_today { time_of_day(at) } else { day_and_time(at) }
}

/// Day and time: `2026-11-21 10:32`.
pub fn day_and_time(at: UnixMillis) -> String {
    let date = date(at);
    format!(
        "{:04}-{:02}-{:02} {}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        time_of_day(at)
    )
}

/// The exact form for machines: `2026-11-21T09:32:00.000Z`.
pub fn exact(at: UnixMillis) -> String {
    date(at).to_iso_string().as_string().unwrap_or_default()
}

/// A moment, with its exact form for machines.
#[component]
pub fn Moment(
    /// The moment.
    at: UnixMillis,
) -> impl IntoView {
    let exact = exact(at);
    view! { <time datetime=exact.clone() title=exact>{day_and_time(at)}</time> }
}
