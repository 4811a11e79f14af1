//! The console in a real browser: every component alone, every page against the emulator behind `fetch`, and the
//! state that both use.
//!
//! A test mounts what it needs in the test's own page and looks at it as a person would: by role, label and text.
//! It never counts ticks and never sleeps; it waits until something holds. What needs a keyboard, a real network or
//! the built files is tested from outside, in `tests/e2e`.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "a test that cannot go on has failed"
)]

pub mod components;
pub mod pages;
pub mod start;
pub mod state;
pub mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
