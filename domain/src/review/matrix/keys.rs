//! What a key does while a cell has the focus.

use crate::change::write::Desired;
use crate::model::level::Level;

use super::{Extend, Move};

/// What is held down with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum With {
    /// Nothing.
    Nothing,
    /// Shift alone.
    Shift,
    /// Ctrl alone.
    Control,
    /// Anything else: those keys are the browser's.
    Other,
}

impl With {
    /// What is held down: Shift, Ctrl, or one of the other two.
    pub const fn of(shift: bool, control: bool, other: bool) -> Self {
        match (shift, control, other) {
            (false, false, false) => Self::Nothing,
            (true, false, false) => Self::Shift,
            (false, true, false) => Self::Control,
            _ => Self::Other,
        }
    }
}

/// See the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Goes to another cell.
    Move(Move, Extend),
    /// Asks for a level.
    Ask,
    /// Stages this for the block.
    Stage(Desired),
    /// Takes back what is staged for the block.
    TakeBack,
}

/// The action of a key by its DOM name; `None` for one that is not the matrix's.
pub fn action(key: &str, with: With) -> Option<Action> {
    let plain = match key {
        "ArrowLeft" => Action::Move(Move::Left, Extend::No),
        "ArrowRight" => Action::Move(Move::Right, Extend::No),
        "ArrowUp" => Action::Move(Move::Up, Extend::No),
        "ArrowDown" => Action::Move(Move::Down, Extend::No),
        "Home" => Action::Move(Move::Start, Extend::No),
        "End" => Action::Move(Move::End, Extend::No),
        "PageUp" => Action::Move(Move::PageUp, Extend::No),
        "PageDown" => Action::Move(Move::PageDown, Extend::No),
        "Enter" | "F2" => Action::Ask,
        "Delete" => Action::Stage(None),
        "Escape" => Action::TakeBack,
        digit => Action::Stage(Some(level(digit)?)),
    };
    match (plain, with) {
        (plain, With::Nothing) => Some(plain),
        (Action::Move(step, _), With::Shift) => Some(Action::Move(step, Extend::Yes)),
        (Action::Move(Move::Start, _), With::Control) => Some(Action::Move(Move::First, Extend::No)),
        (Action::Move(Move::End, _), With::Control) => Some(Action::Move(Move::Last, Extend::No)),
        _ => None,
    }
}

/// The level of a digit, which is its number in the API.
fn level(digit: &str) -> Option<Level> {
    match digit {
        "1" => Some(Level::Read),
        "3" => Some(Level::Write),
        "7" => Some(Level::Manage),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_has_its_action() {
        let plain = |key| action(key, With::Nothing);
        assert_eq!(plain("1"), Some(Action::Stage(Some(Level::Read))));
        assert_eq!(plain("3"), Some(Action::Stage(Some(Level::Write))));
        assert_eq!(plain("7"), Some(Action::Stage(Some(Level::Manage))));
        assert_eq!(plain("Delete"), Some(Action::Stage(None)));
        assert_eq!((plain("Enter"), plain("F2")), (Some(Action::Ask), Some(Action::Ask)));
        assert_eq!(plain("Escape"), Some(Action::TakeBack));
        assert_eq!(plain("Home"), Some(Action::Move(Move::Start, Extend::No)));
        for key in ["2", "5", "Tab", " ", "a", "13", ""] {
            assert_eq!(plain(key), None, "{key}");
        }
    }

    #[test]
    fn shift_extends_and_control_goes_to_the_corners() {
        let shift = |key| action(key, With::Shift);
        assert_eq!(shift("ArrowDown"), Some(Action::Move(Move::Down, Extend::Yes)));
        assert_eq!((shift("1"), shift("Delete"), shift("Enter")), (None, None, None));
        let control = |key| action(key, With::Control);
        assert_eq!(control("Home"), Some(Action::Move(Move::First, Extend::No)));
        assert_eq!(control("End"), Some(Action::Move(Move::Last, Extend::No)));
        assert_eq!((control("1"), control("PageDown"), control("ArrowLeft")), (None, None, None));
    }

    #[test]
    fn with_other_keys_it_is_the_browsers() {
        assert_eq!(With::of(true, true, false), With::Other);
        assert_eq!(With::of(false, false, true), With::Other);
        assert_eq!(action("1", With::Other), None);
        assert_eq!(action("End", With::Other), None);
    }
}
