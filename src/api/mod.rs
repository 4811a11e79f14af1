//! The only HTTP of the program: requests to SWR and IAM, decoding of their answers, and failures by cause.
//!
//! Nothing here knows the screen: no leptos, no words. A failure is a fact ([`ApiError`]); `words` finds the
//! sentences for it. Wire types stay inside; what leaves are values of `domain`.

pub mod token;

pub mod error;
mod error_body;
mod json;
mod wire;

pub mod cancel;
mod request;
mod retry;
pub mod watch;

pub mod client;

pub mod access;
pub mod iam;
pub mod images;
pub mod organizations;
pub mod outside;
pub mod scan;

pub mod export;
pub mod list;
pub mod plan_file;
pub mod snapshot_file;
pub mod snippets;

pub mod between_tabs;
pub mod ended;
pub mod host;
pub mod stored;

#[cfg(test)]
mod robustness;

pub use cancel::Cancel;
pub use client::Client;
pub use error::ApiError;
pub use request::halt;
pub use retry::Pause;
pub use token::Token;
