//! Each component alone.

pub mod announcer;
pub mod choice;
pub mod combobox;
pub mod copy;
pub mod dialog;
pub mod download;
pub mod dynamic;
pub mod empty;
pub mod export_button;
pub mod field;
pub mod heading;
pub mod level;
pub mod moment;
pub mod name;
pub mod problem;
pub mod request_view;
pub mod show;
pub mod sort_head;
pub mod table;
pub mod translation;
pub mod waiting;
pub mod windowed;
