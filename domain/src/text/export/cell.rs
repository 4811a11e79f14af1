//! A cell of a CSV: safe to open in a spreadsheet, safe to look at, and what it was when it is read back.

use crate::text::reveal::{Piece, pieces};

/// What begins and ends the code of a character.
const OPEN: char = '⟨';
const CLOSE: char = '⟩';

/// A text with everything that can't be seen as its code, as on the screen. The sign that begins a code is one itself, so
/// that [`uncoded`] finds back to every text.
pub fn coded(text: &str) -> String {
    let mut coded = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Plain(text) => coded.push_str(&text.replace(OPEN, "⟨U+27E8⟩")),
            Piece::Hidden(code) => coded.extend(["⟨", &code, "⟩"]),
        }
    }
    coded
}

/// The text that was coded; what is no code stays.
pub fn uncoded(text: &str) -> String {
    let mut uncoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        uncoded.push_str(before);
        let code = after.split_once(CLOSE).and_then(|(code, behind)| Some((characters(code)?, behind)));
        if let Some((characters, behind)) = code {
            uncoded.push_str(&characters);
            rest = behind;
        } else {
            uncoded.push(OPEN);
            rest = after;
        }
    }
    uncoded.push_str(rest);
    uncoded
}

/// The characters of `U+200B` or `U+200B×3`.
fn characters(code: &str) -> Option<String> {
    let code = code.strip_prefix("U+")?;
    let (digits, count) = match code.split_once('×') {
        Some((digits, count)) => (digits, count.parse().ok().filter(|count| (2..=100_000).contains(count))?),
        None => (code, 1),
    };
    let character = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
    Some(character.to_string().repeat(count))
}

/// A cell that no spreadsheet takes for a formula: it begins with an apostrophe where it would be one, or where it would
/// look like a guarded one.
///
/// Source: OWASP, "CSV Injection".
pub(super) fn guarded(cell: &str) -> String {
    let bare = cell.trim_start_matches('\'');
    let looks_guarded = bare.len() < cell.len() && is_long_number(bare);
    let guard = if is_formula(bare) || looks_guarded { "'" } else { "" };
    format!("{guard}{cell}")
}

/// The cell that a guarded one was made of; any other text as it is. Numbers that a spreadsheet would spoil are guarded
/// too.
pub fn unguarded(cell: &str) -> &str {
    let is_guarded = |rest: &&str| {
        let bare = rest.trim_start_matches('\'');
        is_formula(bare) || is_long_number(bare)
    };
    cell.strip_prefix('\'').filter(is_guarded).unwrap_or(cell)
}

/// Whether a spreadsheet could run a cell: it begins with the sign of a formula, in either width, or with a tab or the
/// end of a line. Blanks and signs without a width before it do not help.
pub(super) fn is_formula(cell: &str) -> bool {
    let unseen = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
    };
    cell.starts_with(['\t', '\r', '\n'])
        || cell.trim_start_matches(unseen).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Whether a spreadsheet takes a cell for a number of which it keeps fifteen digits: an id of digits alone, or with one
/// `e` among them.
pub(super) fn is_long_number(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match cell.split_once(['e', 'E']) {
        Some((number, exponent)) => digits(number) && digits(exponent),
        None => cell.len() > 15 && digits(cell),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::reveal::is_hidden;

    #[test]
    fn formulas_are_guarded_however_they_are_hidden() {
        for cell in [
            "=1+1",
            "+1",
            "-1",
            "@x",
            "\tx",
            "\rx",
            "\nx",
            "  =1",
            "\u{3000}＝1",
            "＋1",
            "－1",
            "＠x",
            "\u{200B}=1",
        ] {
            assert!(is_formula(cell), "{cell:?}");
        }
        for cell in ["", "a=1", "user-1", "'=1", "用户", "1+1"] {
            assert!(!is_formula(cell), "{cell:?}");
        }
        assert_eq!(
            (guarded("=1").as_str(), guarded("'=1").as_str(), guarded("'t Hooft").as_str()),
            ("'=1", "''=1", "'t Hooft")
        );
    }

    #[test]
    fn an_id_that_a_spreadsheet_would_spoil_is_known() {
        for id in ["12345678901234567890123456789012", "12e45678901234567890123456789012", "1E5"] {
            assert!(is_long_number(id), "{id}");
        }
        for id in ["", "7", "2026", "5a6d3f81c0e94b7793d2a8b41f7c60ee", "e5", "5e", "1e2e3"] {
            assert!(!is_long_number(id), "{id}");
        }
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn every_text_comes_back_and_all_of_it_can_be_seen(
                text in prop_oneof![any::<String>(), "[a ⟨⟩U+0-9×\u{200B}\u{202E}\u{301}='\t\n名]{0,16}", "'{0,2}[0-9e]{0,18}"]
            ) {
                let written = guarded(&coded(&text));
                prop_assert!(!written.chars().any(is_hidden));
                prop_assert!(!is_formula(&written));
                prop_assert_eq!(uncoded(unguarded(&written)), text);
            }
        }
    }
}
