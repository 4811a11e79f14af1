//! `xtask-split PROGRAM FOLDER`: cuts a program into its parts, and binds it to JavaScript. The folder gets `main_bg.wasm`
//! with `main.js`; one file for each part alone and one for what several parts share; and `parts.json`, with the files that
//! each part needs. `main.wasm` is the main part as it was cut.
//!
//! The cutting tool reads what rustc and wasm-bindgen write for themselves alone. Where it warns, it has met something that
//! it does not know; a program that was cut on a guess may fail much later, so a warning is an error here.

mod warnings;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [program, folder] = arguments.as_slice() else {
        return fail("usage: xtask-split PROGRAM FOLDER");
    };
    let folder = Path::new(folder);
    let cut = warnings::none_from(|| cut(Path::new(program), folder));
    match cut.and_then(|()| bind(folder).map_err(|error| error.to_string())) {
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

/// What `wasm-bindgen --target web --keep-lld-exports --no-demangle --no-typescript` does.
fn bind(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(folder.join("main.wasm"))
        .out_name("main")
        .typescript(false)
        .demangle(false)
        .keep_lld_exports(true);
    Ok(bindgen.web(true)?.generate(folder)?)
}

#[expect(clippy::print_stderr, reason = "a command says what went wrong")]
fn fail(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}
