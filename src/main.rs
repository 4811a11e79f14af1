//! The console: fetch the configuration, then start. What is needed later is fetched in parts, if the program was split
//! (`cargo xtask dist`); otherwise it has them from the start.

use swr_console::app::DataOrigin;
use swr_console::start;

#[cfg(split)]
mod split;

#[cfg(split)]
use split::load;
#[cfg(not(split))]
use swr_console::pages::parts::linked_in as load;

fn main() {
    start::install_crash_notice();
    start::start(DataOrigin::Configured, load);
}
