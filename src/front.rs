//! The front of the console, with which a visit begins: see `app/programs.rs`.

use swr_console::app::{DataOrigin, programs};
use swr_console::start;

fn main() {
    start::install_crash_notice();
    start::start(DataOrigin::Configured, programs::FRONT);
}
