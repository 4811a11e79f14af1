//! What all tests share: a place in the document, eyes, hands, patience, and a console with an emulator behind it.

pub mod act;
pub mod clock;
pub mod console;
pub mod find;
pub mod other_tab;
pub mod random;
pub mod saving;
pub mod stage;
pub mod style;
pub mod wait;

pub use act::{choose, event, leave, paste, press, submit, type_into};
pub use clock::hurry;
pub use console::Console;
pub use find::{Find, attribute, has_focus, name_of};
pub use stage::Stage;
pub use wait::{appears, drain, frame, until};
