//! The way from one program of the console to the other, as events of the page: the script that starts them
//! (`xtask/src/programs.rs` writes it into the page) hears that the whole is wanted, fetches it and starts it; the
//! whole says that it takes over, and the front leaves.

use leptos::prelude::window;
use web_sys::Event;

/// The whole is wanted.
pub const WANTED: &str = "swr-console:whole";

/// It could not be fetched.
pub const FAILED: &str = "swr-console:whole-failed";

/// A program is there and takes the place of the one before it.
pub const TAKE_OVER: &str = "swr-console:take-over";

/// Tells one of them to whoever listens in this page.
pub fn tell(name: &str) {
    if let Ok(event) = Event::new(name) {
        let _ = window().dispatch_event(&event);
    }
}
