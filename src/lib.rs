//! The SWR permission console: who may read, write or manage a container image, in a browser.
//!
//! The modules are layers; each may use only those listed above it, and `tests/layers.rs` checks that.
//! `docs/architecture.md` says why, and walks one click from the button to the request and back.

#![allow(clippy::needless_pass_by_value, reason = "the properties of a component are taken by value")]

pub mod config;

pub mod api;

pub mod words;

pub mod by_name;
pub mod view;

pub mod state;

pub mod components;

pub mod pages;

pub mod app;
pub mod start;
