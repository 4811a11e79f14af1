//! The way back from runs.
