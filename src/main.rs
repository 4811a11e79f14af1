//! The console: fetch the configuration, then start. What is needed later is fetched in parts, if the program was split
//! (`cargo xtask dist`); otherwise it has them from the start.

use swr_console::app::DataOrigin;
use swr_console::start;

#[cfg(split)]
mod split;

#[cfg(split)]
use split::LOADERS;
#[cfg(not(split))]
use swr_console::pages::parts::LINKED_IN as LOADERS;

fn main() {
    start::install_crash_notice();
    start::start(DataOrigin::Configured, LOADERS);
}
