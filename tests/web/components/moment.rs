//! Moments.

use domain::text::time::UnixMillis;
use js_sys::Date;
use swr_console::components::moment::{Moment, day_and_time, lately, time_of_day};
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage, attribute};

/// A moment of which the computer's own calendar says what it is.
fn local(year: u32, month: i32, day: i32, hour: i32, minute: i32) -> UnixMillis {
    let date = Date::new_with_year_month_day_hr_min(year, month - 1, day, hour, minute);
    #[expect(clippy::cast_possible_truncation, reason = "a whole number of milliseconds")]
    UnixMillis(date.get_time() as i64)
}

#[wasm_bindgen_test]
fn moments_are_in_the_computers_own_time_and_line_up() {
    let early = local(2026, 1, 2, 3, 4);
    assert_eq!(day_and_time(early), "2026-01-02 03:04");
    assert_eq!(time_of_day(local(2026, 11, 21, 23, 59)), "23:59");
}

// A list that was read on this day a year ago was one of today.
#[wasm_bindgen_test]
fn what_was_not_today_has_its_day() {
    let now = Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month(), now.get_date());
    let at = |year: u32, day: u32| {
        let date = Date::new_with_year_month_day_hr_min(
            year,
            i32::try_from(month).unwrap(),
            i32::try_from(day).unwrap(),
            14,
            14,
        );
        #[expect(clippy::cast_possible_truncation, reason = "a whole number of milliseconds")]
        UnixMillis(date.get_time() as i64)
    };
    assert_eq!(lately(at(year, day)), "14:14");
    for other in [at(year - 1, day), at(year, day + 1), at(year, day - 1)] {
        assert_eq!(lately(other), day_and_time(other));
    }
}

#[wasm_bindgen_test]
fn the_exact_moment_is_there_for_machines() {
    let stage = Stage::with(|| view! { <Moment at=UnixMillis(1_757_403_845_123)/> });
    let time = stage.get("time");
    assert_eq!(attribute(&time, "datetime").as_deref(), Some("2025-09-09T07:44:05.123Z"));
    assert_eq!(time.text(), day_and_time(UnixMillis(1_757_403_845_123)));
}
