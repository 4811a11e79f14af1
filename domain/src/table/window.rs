//! Which rows of a long table are drawn: pure arithmetic over scroll position and row height.

/// Tables up to this many rows are drawn whole: find-in-page and screen readers work best so.
pub const WHOLE: usize = 200;

/// The most rows of a longer table that the window covers. A row that holds the focus can be outside it, and there are at most
/// three gaps: at most 77 rows, or 80 pieces, are in the document.
pub const MOST: usize = 76;

/// Rows that are drawn above and below what can be seen, so that scrolling shows no gaps.
const MARGIN: usize = 4;

/// A run of drawn rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// The first drawn row.
    pub start: usize,
    /// One past the last drawn row.
    pub end: usize,
}

impl Window {
    /// How many rows it covers.
    const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }
}

/// What the screen shows of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// From the top of the first row to the upper edge of what can be seen, in CSS pixels; negative while the
    /// table starts below that edge.
    pub above: f64,
    /// The height of what can be seen, in CSS pixels.
    pub height: f64,
    /// The height of one row, in CSS pixels.
    pub row: f64,
}

/// How many rows the window moves at once, so that scrolling does not redraw with every row.
const STEP: usize = 4;

/// The rows to draw of a table with `count` rows, of which up to `whole` are drawn whole.
pub fn window_beyond(whole: usize, count: usize, viewport: Viewport) -> Window {
    if count <= whole {
        return Window { start: 0, end: count };
    }
    let seen = seen(count, viewport);
    let start = seen.start.saturating_sub(MARGIN) / STEP * STEP;
    let end = (seen.end + MARGIN).next_multiple_of(STEP).min(count).min(start + MOST);
    Window { start, end: end.max(start) }
}

/// The part of a window to draw in the first frame of a scroll: every row that can be seen, and no more rows than were drawn
/// `before`, unless more can be seen. To fill a drawn row anew is several times as fast as to make one, so rows that have to be
/// made for the margins wait until after the frame. A table that is drawn in full stays so.
pub fn at_once(window: Window, count: usize, viewport: Viewport, before: Window) -> Window {
    let seen = seen(count, viewport);
    let most = before.len().max(seen.len());
    if window.len() <= most || window.len() == count {
        return window;
    }
    let start = seen.start.clamp(window.start, window.end);
    Window { start, end: (start + most).min(window.end) }
}

/// The rows that can be seen, in whole or in part, of a table with `count` rows.
fn seen(count: usize, Viewport { above, height, row }: Viewport) -> Window {
    let start = rows(above, row).min(count);
    Window { start, end: (rows(above + height, row) + 1).min(count).max(start) }
}

/// One piece of a drawn table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Item {
    /// A row.
    Row(usize),
    /// The place of rows that are not drawn: how many.
    Gap(usize),
}

/// The pieces of a table from top to bottom: the window's rows, the one that holds the focus wherever it is, and
/// gaps between them.
pub fn items(count: usize, window: Window, focused: Option<usize>) -> Vec<Item> {
    let outside = focused.filter(|row| *row < count && !(window.start..window.end).contains(row));
    let before = outside.filter(|row| *row < window.start);
    let after = outside.filter(|row| *row >= window.end);
    let drawn = before.into_iter().chain(window.start..window.end).chain(after);
    let mut items = Vec::with_capacity(window.end - window.start + 4);
    let mut next = 0;
    for row in drawn {
        if row > next {
            items.push(Item::Gap(row - next));
        }
        items.push(Item::Row(row));
        next = row + 1;
    }
    if next < count {
        items.push(Item::Gap(count - next));
    }
    items
}

/// How many whole rows fit into a length; 0 for anything that is no length.
fn rows(length: f64, row: f64) -> usize {
    let rows = (length / row.max(1.0)).floor();
    if rows.is_finite() && rows > 0.0 {
        // The cast saturates, and a table has fewer rows than that.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just above")]
        let rows = rows as usize;
        rows.min(usize::MAX / 2)
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(count: usize, above: f64) -> Window {
        window_beyond(WHOLE, count, Viewport { above, height: 720.0, row: 36.0 })
    }

    #[test]
    fn short_tables_are_drawn_whole() {
        assert_eq!(at(200, 5000.0), Window { start: 0, end: 200 });
        assert_eq!(at(0, 0.0), Window::default());
    }

    #[test]
    fn a_focused_row_stays_in_its_place_outside_the_window() {
        use Item::{Gap, Row};
        let window = Window { start: 5, end: 7 };
        assert_eq!(items(10, window, None), [Gap(5), Row(5), Row(6), Gap(3)]);
        assert_eq!(items(10, window, Some(6)), [Gap(5), Row(5), Row(6), Gap(3)]);
        assert_eq!(items(10, window, Some(2)), [Gap(2), Row(2), Gap(2), Row(5), Row(6), Gap(3)]);
        assert_eq!(items(10, window, Some(9)), [Gap(5), Row(5), Row(6), Gap(2), Row(9)]);
        assert_eq!(items(10, window, Some(10)), items(10, window, None));
    }

    #[test]
    fn the_window_is_what_can_be_seen_and_a_margin() {
        // Twenty rows and one that is cut, a margin below, and up to a whole step.
        assert_eq!(at(10_000, 0.0), Window { start: 0, end: 28 });
        // The table begins in the middle of the page: eleven rows and one that is cut.
        assert_eq!(at(10_000, -300.0), Window { start: 0, end: 16 });
        assert_eq!(at(10_000, 36.0 * 100.0), Window { start: 96, end: 128 });
    }

    #[test]
    fn a_scroll_draws_what_can_be_seen_with_the_rows_that_are_there_and_the_margins_later() {
        let down = Viewport { above: 36.0 * 100.0, height: 720.0, row: 36.0 };
        let full = window_beyond(WHOLE, 10_000, down);
        let drawn = |rows| at_once(full, 10_000, down, Window { start: 0, end: rows });
        assert_eq!(full, Window { start: 96, end: 128 });
        assert_eq!(drawn(16), Window { start: 100, end: 121 });
        assert_eq!(drawn(28), Window { start: 100, end: 128 });
        assert_eq!(drawn(32), full);
        let whole = Window { start: 0, end: 150 };
        assert_eq!(at_once(whole, 150, down, Window { start: 0, end: 149 }), whole);
    }

    #[test]
    fn long_tables_follow_the_scroll() {
        assert_eq!(at(10_000, 36.0 * 5000.0).start, 5000 - MARGIN);
        assert_eq!(at(10_000, 36.0 * 10_000.0).end, 10_000);
    }

    proptest! {
        #[test]
        fn at_most_the_limit_and_all_that_can_be_seen(count in 201usize..100_000, row in 0usize..100_000, height in 100.0f64..1400.0) {
            let row = row.min(count - 1);
            let above = 36.0 * f64::from(u32::try_from(row).unwrap());
            let window = window_beyond(WHOLE, count, Viewport { above, height, row: 36.0 });
            prop_assert!(window.end - window.start <= MOST);
            prop_assert!(window.end <= count);
            prop_assert!(window.start <= row && row < window.end);
            // The last row that is on the screen in part.
            let last = (row + rows(height, 36.0)).min(count - 1);
            prop_assert!(last < window.end, "{window:?} of {count} without {last}");
        }

        #[test]
        fn what_is_drawn_at_once_can_be_seen_and_is_part_of_the_window(count in 201usize..100_000, row in 0usize..100_000, height in 100.0f64..1400.0, drawn in 0usize..90) {
            let row = row.min(count - 1);
            let viewport = Viewport { above: 36.0 * f64::from(u32::try_from(row).unwrap()), height, row: 36.0 };
            let full = window_beyond(WHOLE, count, viewport);
            let first = at_once(full, count, viewport, Window { start: 0, end: drawn });
            prop_assert!(full.start <= first.start && first.end <= full.end);
            let seen = seen(count, viewport);
            prop_assert!(first.start <= seen.start && seen.end.min(full.end) <= first.end);
            prop_assert!(first.len() <= drawn.max(seen.len()));
        }

        #[test]
        fn odd_measures_do_no_harm(count in 0usize..5000, above in proptest::num::f64::ANY, height in proptest::num::f64::ANY, row in proptest::num::f64::ANY) {
            let window = window_beyond(WHOLE, count, Viewport { above, height, row });
            prop_assert!(window.start <= window.end && window.end <= count);
        }
    }
}
