//! The whole console: fetch the configuration, then start.

use swr_console::app::{DataOrigin, programs};
use swr_console::start;
use swr_console::state::unsaved::hear_of_steps_first;

fn main() {
    start::install_crash_notice();
    hear_of_steps_first();
    start::start(DataOrigin::Configured, programs::WHOLE);
}
