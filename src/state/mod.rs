//! What changes while the console runs: where one is, who is signed in, what has been loaded. Signals and the
//! browser's storage, but no markup.

pub mod announcer;
pub mod clock;
pub mod connection;
pub mod handover;
pub mod journal;
pub mod load;
pub mod loader;
pub mod navigation;
pub mod people;
pub mod preferences;
pub mod region;
pub mod session;
pub mod signed_in;
pub mod submission;
mod task;
pub mod writer;

pub(crate) use task::spawn;
