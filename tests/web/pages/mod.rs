//! Each page in the whole console, against the emulator behind `fetch`.

pub mod access;
pub mod access_faults;
pub mod access_long;
pub mod change_dialog;
pub mod change_row;
pub mod effective;
pub mod grant;
pub mod grant_faults;
pub mod grant_rows;
pub mod hostile_names;
pub mod images;
pub mod journal;
pub mod members;
pub mod odd_records;
pub mod organizations;
pub mod other_region;
pub mod recovery;
pub mod selection;
pub mod session_ended;
pub mod shell;
pub mod sign_in;
pub mod sign_in_refused;
pub mod start_failed;
pub mod trouble;
