//! The program `swr-emulator`. All of it is in the library's `server`.

use std::process::ExitCode;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> ExitCode {
    swr_emulator::server::run(&std::env::args().skip(1).collect::<Vec<_>>())
}

/// There are no sockets to listen on.
#[cfg(target_arch = "wasm32")]
fn main() -> ExitCode {
    ExitCode::FAILURE
}
