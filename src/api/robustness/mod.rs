//! Answers as no service should send them, for every decoder: chance, damage, and one odd field among sound ones.
//!
//! What is in `properties` runs a few hundred times with the other tests and as often as one likes with
//! `cargo xtask fuzz`.

mod fields;
mod generator;
mod properties;
mod samples;

use generator::Generator;
