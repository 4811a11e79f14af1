//! Bytes as hexadecimal digits.

use std::fmt::Write as _;

/// In lower case.
pub(crate) fn lower(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
