//! The live demo: the console as it is, with the emulator behind the page's `fetch`.

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        use swr_console::app::DataOrigin;
        use swr_console::pages::parts::linked_in;
        use swr_console::start;
        use swr_emulator::{Emulator, Seed, Switches};

        start::install_crash_notice();
        swr_emulator::browser::install(Emulator::new(Seed::Small, Switches::default())).keep();
        start::start(DataOrigin::MadeUp, linked_in);
    }
}
