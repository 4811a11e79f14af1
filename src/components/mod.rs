//! Pieces of pages: markup and the behaviour of one control each. They know no session, no page and no request;
//! of `api` only its errors, which [`problem`] shows.

pub mod announcer;
pub mod choice;
pub mod combobox;
pub mod copied_rows;
pub mod copy;
pub mod countdown;
pub mod dialog;
pub mod download;
pub mod empty;
pub mod export_button;
pub mod field;
pub mod file;
pub mod focus;
pub mod heading;
pub mod icon;
pub mod level;
pub mod moment;
pub mod must_reload;
pub mod name;
pub mod problem;
pub mod request_view;
pub mod sort_head;
pub mod table;
pub mod translation;
pub mod waiting;
pub mod windowed;
