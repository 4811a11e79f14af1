//! The whole console: fetch the configuration, then start.

use swr_console::app::{DataOrigin, programs};
use swr_console::start;

fn main() {
    start::install_crash_notice();
    start::start(DataOrigin::Configured, programs::WHOLE);
}
