//! `xtask-split PROGRAM FOLDER`: cuts a program into its parts. The folder gets `main.wasm`, for wasm-bindgen; one file for
//! each part alone and one for what several parts share; and `parts.json`, with the files that each part needs.
//!
//! The cutting tool reads what rustc and wasm-bindgen write for themselves alone. Where it warns, it has met something that
//! it does not know; a program that was cut on a guess may fail much later, so a warning is an error here.

mod warnings;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use wasm_split_cli_support::{Options, transform};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [program, folder] = arguments.as_slice() else {
        return fail("usage: xtask-split PROGRAM FOLDER");
    };
    match warnings::none_from(|| cut(Path::new(program), Path::new(folder))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

fn cut(program: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let program = std::fs::read(program)?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&program);
    options.output_dir = folder;
    options.main_out_path = &main;
    let parts = transform(options)?.prefetch_map;
    std::fs::write(folder.join("parts.json"), serde_json::to_string(&parts)?)?;
    Ok(())
}

#[expect(clippy::print_stderr, reason = "a command says what went wrong")]
fn fail(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}
