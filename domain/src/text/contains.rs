//! Searching short texts for a short text.

/// Whether a text contains another. `str::contains` prepares each search for long texts, which takes longer for a name than
/// the search itself; here thousands of names are searched with every key.
pub fn contains(text: &str, needle: &str) -> bool {
    let Some((first, rest)) = needle.as_bytes().split_first() else { return true };
    let mut text = text.as_bytes();
    while let Some((byte, after)) = text.split_first() {
        if byte == first && after.starts_with(rest) {
            return true;
        }
        text = after;
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_says_what_std_says(text in "[abü]{0,8}", needle in "[abü]{0,3}") {
            prop_assert_eq!(contains(&text, &needle), text.contains(&needle));
        }
    }
}
