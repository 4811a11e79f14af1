//! What the emulator promises, asked over real HTTP: one module per resource.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod agency;
mod attributes;
mod client;
mod command_line;
mod console;
mod control;
mod faults;
mod image_access;
mod images;
mod life;
mod organization_access;
mod organizations;
mod overview;
mod own;
mod rates;
mod review;
mod sentinels;
mod share_switches;
mod shared_images;
mod shares;
mod sign_in;
mod switches;
mod tags;
mod token_exchange;
mod tokens;
mod transport;
mod users;
