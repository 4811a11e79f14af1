//! The lines as JSON: their keys, in their order.
//!
//! The same types write and read. They name each type of value, so that a hostile line is refused where it begins to differ
//! and takes no more memory than its text.

pub(super) mod accepted;
pub(super) mod end;
pub(super) mod head;
pub(super) mod held;
pub(super) mod lists;
pub(super) mod moment;
pub(super) mod reading;
mod shares;
pub(super) mod subject;
pub(super) mod user;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// What every line but the first one says: its kind.
#[derive(Debug, Deserialize)]
pub(super) struct Kind<'a> {
    #[serde(borrow)]
    pub(super) t: Cow<'a, str>,
}

/// For which use a line is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// For a file.
    File,
    /// For the digest of the content: without what depends on when it was read.
    Content,
}

/// A line as it is read; `None` where it is none of this kind.
pub(super) fn read<'a, T: Deserialize<'a>>(line: &'a str) -> Option<T> {
    // From bytes: what reads from texts is in the first load of every visit, and would grow there.
    serde_json::from_slice(line.as_bytes()).ok()
}

/// Writes a line behind what is there, with its line break.
pub(super) fn write(text: &mut Vec<u8>, line: &impl Serialize) {
    // Nothing of a line can fail to be written to memory.
    let _ = serde_json::to_writer(&mut *text, line);
    text.push(b'\n');
}
