//! A folder of built files: listed, and its page locked down.
//!
//! What happens to its JavaScript is in `glue`. What must not be in it is in `traces`, what it may weigh in `sizes`.

use crate::error::{self, Result};
use crate::{copies::is_copy, csp, error::Error};
use std::path::{Path, PathBuf};

/// A built folder.
pub(crate) struct Bundle {
    /// The folder.
    pub(crate) directory: PathBuf,
    /// Its files, relative to it, with `/` between the parts, sorted; without the compressed copies of others.
    pub(crate) files: Vec<String>,
}

impl Bundle {
    /// Lists a folder, which has to hold at least the page and its configuration.
    pub(crate) fn open(directory: &Path) -> Result<Self> {
        let mut files = files_below(directory)?;
        files.retain(|file| !is_copy(file));
        files.sort();
        for name in ["index.html", "config.json"] {
            if !files.iter().any(|file| file == name) {
                return Err(Error::new(format!("{} has no {name}", directory.display()))
                    .remedy("see index.html: trunk copies what it names with data-trunk"));
            }
        }
        Ok(Self { directory: directory.to_path_buf(), files })
    }

    /// The bytes of one of the files.
    pub(crate) fn read(&self, file: &str) -> Result<Vec<u8>> {
        let path = self.directory.join(file);
        std::fs::read(&path).map_err(|error| error::file("read", &path, &error))
    }

    /// One of the files as text.
    pub(crate) fn text(&self, file: &str) -> Result<String> {
        String::from_utf8(self.read(file)?)
            .map_err(|error| Error::new(format!("{file} is not UTF-8: {error}")))
    }

    /// Writes the Content-Security-Policy into the page.
    pub(crate) fn lock_down(&self) -> Result<()> {
        let page = csp::lock_down(&self.text("index.html")?, &self.text("config.json")?)?;
        self.write("index.html", &page)
    }

    /// Writes one of the files again.
    pub(crate) fn write(&self, file: &str, text: &str) -> Result<()> {
        let path = self.directory.join(file);
        std::fs::write(&path, text).map_err(|error| error::file("write", &path, &error))
    }

    /// Gives one of the files another name.
    pub(crate) fn rename(&mut self, old: &str, new: &str) -> Result<()> {
        let (from, to) = (self.directory.join(old), self.directory.join(new));
        std::fs::rename(&from, &to).map_err(|error| error::file("rename", &from, &error))?;
        for file in self.files.iter_mut().filter(|file| *file == old) {
            new.clone_into(file);
        }
        self.files.sort();
        Ok(())
    }
}

/// All files below a folder, relative to it, with `/` between the parts.
pub(crate) fn files_below(directory: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    list(directory, "", &mut files)?;
    Ok(files)
}

fn list(directory: &Path, prefix: &str, files: &mut Vec<String>) -> Result<()> {
    let failed = |error: std::io::Error| error::file("list", directory, &error);
    for entry in std::fs::read_dir(directory).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push(name);
        }
    }
    Ok(())
}
