//! Every URL of the program: the console's own routes, built and matched, and the paths of the two APIs.
//!
//! Pure text. Nothing else in the program puts a path together, so that encoding is right in one place.

pub mod api;
mod encoding;
mod query;
mod review;
mod route;

pub use encoding::{decode, encode};
pub use query::{Query, SortWish};
pub use review::ReviewPage;
pub use route::{ImagePage, Route};

/// Where the console is hosted on its origin: `/` or `/console/`, always with both slashes.
///
/// Fixed when building (`cargo xtask dist --base /console/`), because the addresses of the assets are.
pub const BASE: &str = match option_env!("SWR_CONSOLE_BASE") {
    Some(base) => base,
    None => "/",
};

/// A name that all pages of an origin share, made this console's own: two consoles may be hosted under two paths. At the
/// root of an origin it is the name itself.
pub fn of_this_console(name: &str) -> String {
    format!("{name}{}", if BASE == "/" { "" } else { BASE })
}
