//! Words of a POSIX shell.

/// A text as one word of a shell, which reads back exactly this text.
///
/// Between single quotes nothing means anything but the next single quote, so each of those is written outside of
/// them.
///
/// Source: POSIX, Shell Command Language, 2.2 "Quoting".
pub(super) fn word(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:@,+".contains(&byte);
    if !text.is_empty() && text.bytes().all(plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// A command over several lines.
pub(super) fn command(parts: &[String]) -> String {
    parts.join(" \\\n  ")
}
