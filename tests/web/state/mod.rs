//! The state that pages stand on.

pub mod interleaving;
pub mod leaving;
pub mod loader;
pub mod navigation;
pub mod preferences;
pub mod rig;
pub mod session;
pub mod submission;
