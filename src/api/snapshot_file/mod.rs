//! The file of a snapshot: JSON Lines, written and read line by line.
//!
//! The first line says what the file is, the second how the account's lists were read. Then come the users by id, and the
//! organizations and images in their order with the grants by user id: files of two snapshots can be compared by eye. Then
//! come the findings that someone has accepted. The last line has the sums, so that a file that was cut off is known, and
//! `content`.
//!
//! `content` is the digest of the state: of the lists, users, organizations and images, in the order and form of
//! `content.rs`. Two snapshots of the same state have the same `content`, whenever and by whom they were read.
//! It finds accidents. Who can change the file can change it too; the digest of the whole file, kept elsewhere, shows that.
//!
//! Nothing in a file is trusted. What is opened is a snapshot that a scan could have made, or an [`OpenError`].

mod content;
mod digest;
mod error;
mod lines;
mod name;
mod open;
mod sums;
mod wire;
mod write;

pub use content::content;
pub use digest::{ContentDigest, FileDigest};
pub use error::OpenError;
pub use name::file_name;
pub use open::{Expected, Opened, Opener};
pub use write::{Writer, Written};

/// What the first line names.
const FORMAT: &str = "swr-permission-snapshot";

/// The version that is written, and the newest that is read.
const VERSION: u64 = 1;

/// The largest file that is opened, in bytes.
pub const FILE_MOST: u64 = 200_000_000;

/// The longest line that is read, in bytes: a list of some 400,000 users.
const LINE_MOST: usize = 16_000_000;

#[cfg(test)]
mod tests;
