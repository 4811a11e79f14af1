//! The pages, one file or folder per route, and the dialogs that open on them.

pub mod access;
pub mod change;
pub mod discard;
pub mod grant;
pub mod idle_warning;
pub mod images;
pub mod journal;
mod listing;
pub mod not_found;
pub mod offline;
pub mod organizations;
pub mod other_account;
pub mod other_region;
pub mod outside;
pub mod parts;
pub mod plan;
pub mod review;
pub mod session_ended;
pub mod sign_in;
pub mod sign_out;
pub mod start_failed;
pub mod uncaught;

mod data_view;
mod export;
mod links;
mod reason;
mod request_text;
mod save;
mod tabs;
mod typed_name;
mod wizards;
mod write_dialog;
