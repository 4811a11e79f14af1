//! The proof that some things are not in the files to host: the emulator, by strings that its code cannot do
//! without, and paths of the machine that built them.
//!
//! A search that finds nothing proves something only if it could have found it; so the emulator's strings are
//! looked for in its own program too, where each of them must be.

use crate::bundle::Bundle;
use crate::error::{self, Error, Result};
use crate::project::Project;
use crate::{cargo_tools, run};
use std::path::{Component, Path};

/// The ids of the seed's administrator and of its first user, and where the library's panics say they happened.
/// Shorter strings will not do: compilers put those into instructions.
const TRACES: [&str; 3] =
    ["3059e6b5562241fda3fa441cca6f228b", "fb3f175c1fd146ab8cdae3272be6107b", "emulator/src/"];

/// Fails if any file of the bundle holds one of the strings, or if the emulator lacks one.
pub(crate) fn of_the_emulator(project: &Project, bundle: &Bundle) -> Result<()> {
    run::emulator(project)?;
    let program = project.target.join("release/swr-emulator");
    let emulator = std::fs::read(&program).map_err(|error| error::file("read", &program, &error))?;
    if let Some(trace) = TRACES.into_iter().find(|trace| !holds(&emulator, trace)) {
        return Err(Error::new(format!("the emulator's own program does not hold `{trace}`")).remedy(
            "the search for the emulator in dist/ can no longer fail: choose another string in traces.rs",
        ));
    }
    if let Some((file, trace)) = find(bundle, &TRACES)? {
        return Err(Error::new(format!("{file} holds `{trace}`: the emulator is in the files to host"))
            .remedy("swr-emulator may be a dev-dependency of the console only, and src/ may not name it"));
    }
    println!("Nothing of the emulator is in the {} files.", bundle.files.len());
    Ok(())
}

/// Fails if any file of the bundle holds a path of this machine.
pub(crate) fn of_this_machine(project: &Project, bundle: &Bundle) -> Result<()> {
    let home = std::env::home_dir();
    let places = home.into_iter().chain(cargo_tools::cargo_home());
    let places = places.chain([project.root.clone(), project.root.join("src"), project.target.clone()]);
    let traces = places.filter_map(|place| telling(&place)).collect::<Vec<_>>();
    if let Some((file, trace)) = find(bundle, &traces)? {
        return Err(Error::new(format!("{file} holds `{trace}`, a path of this machine"))
            .remedy("have rustc write something else for it: see xtask/src/rustflags.rs"));
    }
    println!("No path of this machine is in the {} files.", bundle.files.len());
    Ok(())
}

/// A folder at the beginning of a path. Names like `/src` and `/app`, where containers have their
/// work, occur within other paths and say nothing.
fn telling(place: &Path) -> Option<String> {
    let depth = place.components().filter(|part| matches!(part, Component::Normal(_))).count();
    (depth > 1).then(|| format!("{}/", place.display()))
}

/// The first file that holds one of the strings, with that string.
fn find<'a>(bundle: &Bundle, traces: &'a [impl AsRef<str>]) -> Result<Option<(String, &'a str)>> {
    for file in &bundle.files {
        let bytes = bundle.read(file)?;
        if let Some(trace) = traces.iter().map(AsRef::as_ref).find(|trace| holds(&bytes, trace)) {
            return Ok(Some((file.clone(), trace)));
        }
    }
    Ok(None)
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::{find, holds, telling};
    use crate::bundle::Bundle;
    use std::path::Path;

    #[test]
    fn a_string_is_found_among_any_bytes() {
        assert!(holds(b"\0\xffdemo-password", "demo-password"));
        assert!(!holds(b"demo-passwor", "demo-password"));
        assert!(!holds(b"", "demo-password"));
    }

    #[test]
    fn folders_are_looked_for_unless_they_may_be_part_of_any_path() {
        assert_eq!(telling(Path::new("/home/ada")).as_deref(), Some("/home/ada/"));
        assert_eq!(telling(Path::new("/root/.cargo")).as_deref(), Some("/root/.cargo/"));
        assert!(["/", "/src", "/root/"].iter().all(|path| telling(Path::new(path)).is_none()));
    }

    #[test]
    fn a_path_of_the_builder_is_found_in_whichever_file_it_is() {
        let directory = std::env::temp_dir().join(format!("xtask-traces-{}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        let files = ["config.json", "app.wasm", "index.html"].map(str::to_owned).to_vec();
        for file in &files {
            std::fs::write(directory.join(file), b"\0panicked at tachys-0.2.19/src/view.rs").unwrap();
        }
        let bundle = Bundle { directory: directory.clone(), files };
        let traces = ["/home/ada/", "/home/ada/.cargo/"];
        assert_eq!(find(&bundle, &traces), Ok(None));
        bundle.write("app.wasm", "\0at/home/ada/.cargo/registry/src/x.rs").unwrap();
        assert_eq!(find(&bundle, &traces), Ok(Some(("app.wasm".to_owned(), "/home/ada/"))));
        std::fs::remove_dir_all(directory).unwrap();
    }
}
