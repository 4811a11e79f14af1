//! An honest SWR and IAM in memory.
//!
//! The core is a pure state machine: [`Emulator::answer`] takes a request and the time, and gives a response. It does
//! no I/O, reads no clock and draws no random numbers, so the same requests give the same answers, natively and in a
//! browser. Two adapters carry it to the outside: `server` speaks HTTP over sockets, `browser` stands in for
//! `window.fetch`.
//!
//! ```
//! use swr_emulator::{Emulator, Request, Seed, Switches, UnixMillis};
//!
//! let now = UnixMillis::new(1_760_000_000_000);
//! let mut emulator = Emulator::new(Seed::Small, Switches::default());
//! let token = emulator.sign_in("admin", now).ok_or("nobody of that name")?;
//!
//! let mut request = Request::new("GET", "/v2/manage/namespaces/group/repos/team%24web%24app/access");
//! request.headers.push(("X-Auth-Token".into(), token.to_string()));
//! assert_eq!(emulator.answer(&request, now).status, 200);
//! # Ok::<(), &str>(())
//! ```
//!
//! What it imitates, where it guesses and where it differs is in `docs/emulator.md`.

mod body_stream;
mod call;
mod credentials;
mod emulator;
mod error;
pub mod faults;
mod hex;
mod http;
mod iam;
mod level;
mod names;
mod rate;
mod rights;
mod seed;
mod seeded_rng;
mod sentinels;
mod sessions;
mod signature;
pub mod store;
pub mod switches;
mod swr;
mod target;
mod throttling;
mod time;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod server;

pub use emulator::{BODY_LIMIT, Emulator};
pub use http::{Delivery, Pace, Request, Response};
pub use level::Level;
pub use names::{
    AccountId, AccountName, ImageName, OrganizationName, ProjectId, ProjectName, UserId, UserName,
};
pub use rate::{Bucket, Rate, RateLimit};
pub use seed::{PASSCODE, PASSWORD, Seed};
pub use sessions::Token;
pub use switches::Switches;
pub use time::UnixMillis;
