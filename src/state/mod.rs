//! What changes while the console runs: where one is, who is signed in, what has been loaded. Signals and the
//! browser's storage, but no markup.

pub mod account_users;
pub mod announcer;
pub mod clock;
pub mod collation;
pub mod connection;
pub mod execute;
pub mod execute_outside;
pub mod governor;
pub mod journal;
pub mod known_users;
pub mod load;
pub mod loader;
mod local_storage;
pub mod navigation;
pub mod outside;
mod paced;
pub mod plan;
pub mod planned;
pub mod preferences;
pub mod readings;
mod refresh;
pub mod review;
pub mod session;
pub mod session_owner;
pub mod sha256;
pub mod submission;
mod task;
pub mod uncaught;
pub mod unsaved;
pub mod writer;

pub(crate) use task::spawn;
