//! Letters, digits and signs of the width that East Asian input methods write.

/// The text with those letters, digits and signs as ASCII has them.
pub fn narrow(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        c => c,
    };
    text.chars().map(narrow).collect()
}
