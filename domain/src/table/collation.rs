//! How texts are sorted, searched and compared. What a language's rules are the browser knows (`state/collation.rs`);
//! the domain knows only which kind of comparison it needs, and prepares it once for a whole list.

use std::fmt::Debug;

/// The rules of a language. Every function takes a list, so that ten thousand names are one call.
pub trait Collation: Debug + Send + Sync {
    /// The language, as BCP 47 has it.
    fn language(&self) -> &'static str;

    /// The place of each text in the order of the language; the same text has the same place. Numbers in texts count by
    /// value.
    fn ranks(&self, texts: &[&str]) -> Vec<u32>;

    /// The key by which a text is searched: letter case, accents and width ignored.
    fn search_keys(&self, texts: &[&str]) -> Vec<String>;

    /// The key by which names are compared: letter case ignored, accents kept.
    fn name_keys(&self, texts: &[&str]) -> Vec<String>;

    /// [`Collation::search_keys`] of what was typed into a search.
    fn search_key(&self, text: &str) -> String {
        self.search_keys(&[text.trim()]).pop().unwrap_or_default()
    }

    /// [`Collation::name_keys`] of one name.
    fn name_key(&self, name: &str) -> String {
        self.name_keys(&[name.trim()]).pop().unwrap_or_default()
    }
}

impl PartialEq for dyn Collation {
    fn eq(&self, other: &Self) -> bool {
        self.language() == other.language()
    }
}

impl Eq for dyn Collation {}

/// Lower case and the order of code points: for code and tests without a browser.
#[derive(Debug)]
pub struct Plain;

impl Collation for Plain {
    fn language(&self) -> &'static str {
        "und"
    }

    fn ranks(&self, texts: &[&str]) -> Vec<u32> {
        let keys = lowercase(texts);
        let mut sorted: Vec<(&String, &&str)> = keys.iter().zip(texts).collect();
        sorted.sort_unstable();
        sorted.dedup();
        let place = |pair: (&String, &&str)| sorted.binary_search(&pair).unwrap_or_default();
        keys.iter().zip(texts).map(|pair| u32::try_from(place(pair)).unwrap_or(u32::MAX)).collect()
    }

    fn search_keys(&self, texts: &[&str]) -> Vec<String> {
        lowercase(texts)
    }

    fn name_keys(&self, texts: &[&str]) -> Vec<String> {
        lowercase(texts)
    }
}

fn lowercase(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| text.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_search_text_is_trimmed_and_in_lower_case() {
        assert_eq!((Plain.search_key(" ÉMILE "), Plain.name_key("Ann ")), ("émile".into(), "ann".into()));
    }

    proptest! {
        #[test]
        fn ranks_say_the_same_as_comparing(texts in proptest::collection::vec("[aAbB1-3]{0,3}", 0..20)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let ranks = Plain.ranks(&texts);
            for (a, rank_a) in texts.iter().zip(&ranks) {
                for (b, rank_b) in texts.iter().zip(&ranks) {
                    let key = |text: &str| (text.to_lowercase(), text.to_owned());
                    prop_assert_eq!(key(a).cmp(&key(b)), rank_a.cmp(rank_b));
                }
            }
        }
    }
}
