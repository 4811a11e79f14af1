//! Which slot shows which row of a table. A slot is a row that is drawn, with its elements. When the window moves or the order
//! changes, a slot is filled with another row of the table and keeps its elements, which is several times as fast as making
//! new ones.

use crate::table::window::Item;

/// A piece of a drawn table, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// A slot that shows a row.
    Row(Slot),
    /// The place of rows that are not drawn.
    Gap {
        /// The first of them.
        first: usize,
        /// How many.
        rows: usize,
    },
}

/// A slot and what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The number of the slot. No two slots have the same at one time.
    pub number: usize,
    /// The place in the table of the row that it shows.
    pub place: usize,
    /// Whose row that is: equal for the same person, organization or image.
    pub identity: u64,
}

impl Piece {
    /// The slot, if it is one.
    pub const fn slot(&self) -> Option<Slot> {
        match *self {
            Piece::Row(slot) => Some(slot),
            Piece::Gap { .. } => None,
        }
    }
}

/// The place that a slot shows, if it is still there.
pub fn place_of(pieces: &[Piece], number: usize) -> Option<usize> {
    pieces.iter().filter_map(Piece::slot).find(|slot| slot.number == number).map(|slot| slot.place)
}

/// Gives every row of the new drawing a slot. A place that was drawn before keeps its slot; the others take those that
/// became free, and only then new ones.
///
/// A slot that holds the focus keeps its row or is removed. Filled with another person's row, it would give the control that a
/// user is about to press to that person, and a screen reader would not say so.
pub fn assign(
    before: &[Piece],
    items: &[Item],
    focused: Option<usize>,
    identity: &dyn Fn(usize) -> u64,
) -> Vec<Piece> {
    let kept = |place: usize| {
        let mut slots = before.iter().filter_map(Piece::slot);
        slots
            .find(|slot| slot.place == place)
            .filter(|slot| focused != Some(place) || identity(place) == slot.identity)
    };
    let is_drawn = |place: usize| items.contains(&Item::Row(place));
    let is_free = |slot: &Slot| focused != Some(slot.place) && !is_drawn(slot.place);
    let mut free = before.iter().filter_map(Piece::slot).filter(is_free).map(|slot| slot.number);
    let is_taken = |number: &usize| before.iter().filter_map(Piece::slot).any(|slot| slot.number == *number);
    let mut fresh = (0..).filter(|number| !is_taken(number));
    let mut next = 0;
    let piece = |item: &Item| match *item {
        Item::Gap(rows) => Some(Piece::Gap { first: next, rows }),
        Item::Row(place) => {
            next = place + 1;
            let number =
                kept(place).map(|slot| slot.number).or_else(|| free.next()).or_else(|| fresh.next())?;
            Some(Piece::Row(Slot { number, place, identity: identity(place) }))
        }
    };
    items.iter().filter_map(piece).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;
    use crate::table::window::{self, Window};

    /// A window over `count` rows, each of another person.
    fn drawn(
        before: &[Piece],
        window: Window,
        count: usize,
        focused: Option<usize>,
        whose: u64,
    ) -> Vec<Piece> {
        let items = window::items(count, window, focused);
        assign(before, &items, focused, &|place| whose + place as u64)
    }

    fn slots(pieces: &[Piece]) -> Vec<(usize, usize)> {
        pieces.iter().filter_map(Piece::slot).map(|slot| (slot.number, slot.place)).collect()
    }

    #[test]
    fn rows_that_become_others_keep_their_slots() {
        let window = Window { start: 0, end: 3 };
        let before = drawn(&[], window, 3, None, 0);
        assert_eq!(slots(&before), [(0, 0), (1, 1), (2, 2)]);
        assert_eq!(slots(&drawn(&before, window, 3, None, 100)), slots(&before));
    }

    #[test]
    fn scrolling_moves_the_slots_that_went_out_of_sight() {
        let before = drawn(&[], Window { start: 0, end: 4 }, 99, None, 0);
        let after = drawn(&before, Window { start: 2, end: 6 }, 99, None, 0);
        assert_eq!(slots(&after), [(2, 2), (3, 3), (0, 4), (1, 5)]);
    }

    #[test]
    fn a_focused_slot_is_never_filled_with_another_person() {
        let window = Window { start: 0, end: 3 };
        let before = drawn(&[], window, 3, Some(1), 0);
        assert_eq!(slots(&drawn(&before, window, 3, Some(1), 100)), [(0, 0), (3, 1), (2, 2)]);
        assert_eq!(slots(&drawn(&before, window, 3, Some(1), 0)), slots(&before));
    }

    #[test]
    fn a_focused_slot_whose_place_is_gone_serves_no_other_place() {
        let before = drawn(&[], Window { start: 7, end: 10 }, 10, Some(9), 0);
        let after = drawn(&before, Window { start: 0, end: 3 }, 3, Some(9), 0);
        assert_eq!(slots(&after), [(0, 0), (1, 1), (3, 2)]);
    }

    #[derive(Debug, Clone)]
    struct Step {
        count: usize,
        start: usize,
        len: usize,
        focused: Option<usize>,
        whose: u64,
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let step = (0usize..60, 0usize..60, 0usize..12, proptest::option::of(0usize..60), 0u64..4);
        let step = step.prop_map(|(count, start, len, focused, whose)| {
            let start = start.min(count);
            Step { count, start, len: len.min(count - start), focused, whose: whose * 1000 }
        });
        proptest::collection::vec(step, 1..40)
    }

    proptest! {
        #[test]
        fn every_place_has_one_slot_and_the_focus_stays_with_its_person(steps in steps()) {
            let mut before: Vec<Piece> = Vec::new();
            for Step { count, start, len, focused, whose } in steps {
                let window = Window { start, end: start + len };
                let after = drawn(&before, window, count, focused, whose);
                let numbers: HashSet<_> = slots(&after).iter().map(|slot| slot.0).collect();
                prop_assert_eq!(numbers.len(), slots(&after).len());
                let places: Vec<_> = slots(&after).iter().map(|slot| Item::Row(slot.1)).collect();
                let items = window::items(count, window, focused);
                prop_assert_eq!(places, items.into_iter().filter(|item| matches!(item, Item::Row(_))).collect::<Vec<_>>());
                for slot in before.iter().filter_map(Piece::slot).filter(|slot| focused == Some(slot.place)) {
                    let now = after.iter().filter_map(Piece::slot).find(|now| now.number == slot.number);
                    prop_assert!(now.is_none_or(|now| now == slot));
                }
                let made = numbers.iter().filter(|number| place_of(&before, **number).is_none()).count();
                prop_assert!(made <= slots(&after).len().saturating_sub(slots(&before).len()) + 1);
                before = after;
            }
        }
    }
}
