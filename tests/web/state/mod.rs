//! The state that pages use.

pub mod collation;
pub mod heartbeat;
pub mod interleaving;
pub mod journal;
pub mod leaving;
pub mod loader;
pub mod navigation;
pub mod plan;
pub mod preferences;
pub mod readings;
pub mod rig;
pub mod session;
pub mod sha256;
pub mod submission;
pub mod writer;
