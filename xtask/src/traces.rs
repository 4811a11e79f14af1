//! The proof that nothing of the emulator is in the files to host: strings that its code cannot do without.
//!
//! A search that finds nothing proves something only if it could have found it; so the same strings are
//! looked for in the emulator's own program, where each of them must be.

use crate::bundle::Bundle;
use crate::error::{self, Error, Result};
use crate::project::Project;
use crate::run;

/// The ids of the seed's administrator and of its first user, and where the library's panics say they happened.
/// Shorter strings will not do: compilers put those into instructions.
const TRACES: [&str; 3] =
    ["3059e6b5562241fda3fa441cca6f228b", "fb3f175c1fd146ab8cdae3272be6107b", "emulator/src/"];

/// Fails if any file of the bundle holds one of the strings, or if the emulator lacks one.
pub(crate) fn check(project: &Project, bundle: &Bundle) -> Result<()> {
    run::emulator(project)?;
    let program = project.target.join("release/swr-emulator");
    let emulator = std::fs::read(&program).map_err(|error| error::file("read", &program, &error))?;
    if let Some(trace) = TRACES.into_iter().find(|trace| !holds(&emulator, trace)) {
        return Err(Error::new(format!("the emulator's own program does not hold `{trace}`")).remedy(
            "the search for the emulator in dist/ can no longer fail: choose another string in traces.rs",
        ));
    }
    for file in &bundle.files {
        let bytes = bundle.read(file)?;
        if let Some(trace) = TRACES.into_iter().find(|trace| holds(&bytes, trace)) {
            return Err(Error::new(format!("{file} holds `{trace}`: the emulator is in the files to host"))
                .remedy(
                    "swr-emulator may be a dev-dependency of the console only, and src/ may not name it",
                ));
        }
    }
    println!("Nothing of the emulator is in the {} files.", bundle.files.len());
    Ok(())
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn a_string_is_found_among_any_bytes() {
        assert!(holds(b"\0\xffdemo-password", "demo-password"));
        assert!(!holds(b"demo-passwor", "demo-password"));
        assert!(!holds(b"", "demo-password"));
    }
}
