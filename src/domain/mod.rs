//! What the console is about, as plain values and functions over them: levels, names, grants, access lists.
//!
//! Only `std` is used here: no serde (the wire has its own types in `api`), no leptos, nothing of the web.
//! That keeps every rule of permissions testable natively and readable on its own.

pub mod level;
pub mod names;
pub mod user;
pub mod user_id;

pub mod access;
pub mod catalog;
pub mod policy;

pub mod batch;
pub mod loss;
pub mod outcome;
pub mod resulting;
pub mod risk;
pub mod undo;
pub mod write;

pub mod effective;
pub mod export;
pub mod request_format;

pub mod directory;
pub mod draft;
pub mod list;

pub mod collation;
pub mod narrow;
pub mod reveal;
pub mod session_clock;
pub mod suggest;
pub mod table_rows;
pub mod time;
pub mod window;
