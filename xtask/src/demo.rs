//! `cargo xtask demo`: a folder of static files with the console and, inside the page, the emulator.

use crate::error::Result;
use crate::options::BuildOptions;
use crate::project::Project;
use crate::{notices, programs, traces};

/// Builds `dist-demo/`.
pub(crate) fn demo(project: &mut Project, options: &BuildOptions) -> Result<()> {
    let directory = project.root.join("dist-demo");
    let mut bundle = programs::build_example(project, "demo", &directory, &options.base)?;
    traces::of_this_machine(project, &bundle)?;
    bundle.lock_down()?;
    notices::write(project, &mut bundle)?;
    println!("\ndist-demo/ is ready to be hosted under {}", options.base);
    println!("Any web server will do that answers unknown paths with index.html.");
    if options.base == "/" {
        println!("To look at it on this machine:");
        println!(
            "  cargo run --release --package swr-emulator -- --listen 127.0.0.1:8082 --console dist-demo"
        );
    }
    Ok(())
}
