//! Letter case put aside, for searching and sorting; and the width of letters, for reading what people type.
//!
//! The standard library folds every script that has cases, from tables of 11 kB, which every visit would load first.
//! These few rules fold the scripts in which people write names; what they leave as it is is found by typing it so.

/// A range of capital letters.
struct Capitals {
    first: u32,
    last: u32,
    /// The distance between two capitals: 2 where each stands before its small letter.
    step: u32,
    /// How far behind its capital a small letter stands.
    by: i32,
}

const fn capitals(first: u32, last: u32, step: u32, by: i32) -> Capitals {
    Capitals { first, last, step, by }
}

/// The capitals of Latin, with the marks of European names, Vietnamese and Pinyin, of Greek, Cyrillic and Armenian, and the
/// wide Latin ones of East Asian fonts, in order (the Unicode character database, simple lower case mapping).
const CAPITALS: [Capitals; 31] = [
    capitals(0x41, 0x5A, 1, 32),
    capitals(0xC0, 0xD6, 1, 32),
    capitals(0xD8, 0xDE, 1, 32),
    capitals(0x100, 0x12E, 2, 1),
    capitals(0x132, 0x136, 2, 1),
    capitals(0x139, 0x147, 2, 1),
    capitals(0x14A, 0x176, 2, 1),
    capitals(0x178, 0x178, 1, -121),
    capitals(0x179, 0x17D, 2, 1),
    capitals(0x1A0, 0x1A4, 2, 1),
    capitals(0x1AF, 0x1AF, 1, 1),
    capitals(0x1CD, 0x1DB, 2, 1),
    capitals(0x1DE, 0x1EE, 2, 1),
    capitals(0x1F8, 0x21E, 2, 1),
    capitals(0x386, 0x386, 1, 38),
    capitals(0x388, 0x38A, 1, 37),
    capitals(0x38C, 0x38C, 1, 64),
    capitals(0x38E, 0x38F, 1, 63),
    capitals(0x391, 0x3A1, 1, 32),
    capitals(0x3A3, 0x3AB, 1, 32),
    capitals(0x400, 0x40F, 1, 80),
    capitals(0x410, 0x42F, 1, 32),
    capitals(0x460, 0x480, 2, 1),
    capitals(0x48A, 0x4BE, 2, 1),
    capitals(0x4C0, 0x4C0, 1, 15),
    capitals(0x4C1, 0x4CD, 2, 1),
    capitals(0x4D0, 0x52E, 2, 1),
    capitals(0x531, 0x556, 1, 48),
    capitals(0x1E00, 0x1E94, 2, 1),
    capitals(0x1EA0, 0x1EFE, 2, 1),
    capitals(0xFF21, 0xFF3A, 1, 32),
];

/// The text in small letters.
pub fn folded(text: &str) -> String {
    text.chars().map(small).collect()
}

/// The wide forms of ASCII, which Chinese and Japanese input methods write, as ASCII.
pub fn narrow(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        c => c,
    };
    text.chars().map(narrow).collect()
}

fn small(letter: char) -> char {
    let code = u32::from(letter);
    let range = CAPITALS.iter().find(|range| (range.first..=range.last).contains(&code));
    range
        .filter(|range| (code - range.first).is_multiple_of(range.step))
        .and_then(|range| char::from_u32(code.checked_add_signed(range.by)?))
        .unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn people_find_what_they_type_in_either_case() {
        for (typed, small) in [
            ("Admin-2", "admin-2"),
            ("ÉMILE MÜLLER", "émile müller"),
            ("ŁUKASZ ŽIŽEK", "łukasz žižek"),
            ("ΑΛΈΞΗ", "αλέξη"),
            ("ЁЛКИН ЩЕДРЫЙ", "ёлкин щедрый"),
            ("ԱՐՄԵՆ", "արմեն"),
            ("ＡＢＣ", "ａｂｃ"),
            ("小明", "小明"),
        ] {
            assert_eq!(folded(typed), small);
        }
    }

    #[test]
    fn every_letter_that_is_folded_is_folded_as_unicode_says() {
        for letter in '\0'..=char::MAX {
            let own = small(letter);
            assert!(own == letter || letter.to_lowercase().eq([own]), "{letter}");
        }
    }

    #[test]
    fn no_capital_of_the_common_alphabets_is_forgotten() {
        let latin = ('A'..='ſ').chain('Ạ'..='ỿ').chain('Ａ'..='ｚ');
        for letter in latin.chain('Α'..='ώ').chain('Ѐ'..='ԯ').chain('Ա'..='և') {
            // Turkish İ becomes two characters.
            assert!(letter == 'İ' || letter.to_lowercase().eq([small(letter)]), "{letter}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text: String) {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }
    }
}
