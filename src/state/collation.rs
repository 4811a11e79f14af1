//! Sorting and searching by the rules of the page's language, which the browser knows.
//!
//! A list crosses to the browser and back as one text each way: ten thousand names are one call, not ten thousand.

use js_sys::{Array, Object};
use wasm_bindgen::JsValue;

use crate::by_name::{call, construct, property, set_property};
use crate::words::Language;
use domain::table::collation::Collation;
use domain::table::rows::sort;

/// Separates the texts of a list. In a name it becomes a blank.
const BETWEEN: char = '\0';

/// The rules of a language, for a moment or a memo that reads the language.
pub fn collation(language: Language) -> &'static dyn Collation {
    match language {
        Language::English => &Browser { language: Language::English },
        Language::Chinese => &Browser { language: Language::Chinese },
    }
}

#[derive(Debug)]
struct Browser {
    language: Language,
}

impl Collation for Browser {
    fn language(&self) -> &'static str {
        self.language.tag()
    }

    fn ranks(&self, texts: &[&str]) -> Vec<u32> {
        let joined = joined(texts);
        let sorted = self.sorted(&joined);
        let sorted: Vec<&str> = sorted.split(BETWEEN).collect();
        // The places in the order of the language, in an order in which they can be looked up.
        let mut places: Vec<usize> = (0..sorted.len()).collect();
        let text_at = |place: usize| sorted.get(place).copied().unwrap_or_default();
        sort(&mut places, &|a, b| text_at(a).cmp(text_at(b)));
        let rank = |text: &str| {
            let found = places.partition_point(|place| text_at(*place) < text);
            places.get(found).and_then(|place| u32::try_from(*place).ok()).unwrap_or(u32::MAX)
        };
        joined.split(BETWEEN).take(texts.len()).map(rank).collect()
    }

    fn search_keys(&self, texts: &[&str]) -> Vec<String> {
        let marks = construct("RegExp", &Array::of2(&r"\p{M}+".into(), &"u".into()));
        let steps: [Step; 4] = [
            ("normalize", "NFKD".into()),
            ("split", marks.unwrap_or_default()),
            ("join", "".into()),
            ("toLowerCase", JsValue::UNDEFINED),
        ];
        apart(texts, &through(&joined(texts), &steps))
    }

    fn name_keys(&self, texts: &[&str]) -> Vec<String> {
        let steps = [("normalize", "NFC".into()), ("toLowerCase", JsValue::UNDEFINED)];
        apart(texts, &through(&joined(texts), &steps))
    }
}

impl Browser {
    /// The texts of a joined list in the order of the language; those that are equal to it in the order of their code.
    fn sorted(&self, joined: &str) -> String {
        let options = Object::new();
        set_property(&options, "numeric", &JsValue::TRUE);
        let collator = construct("Intl.Collator", &Array::of2(&self.language.tag().into(), &options));
        let steps: [Step; 4] = [
            ("split", "\0".into()),
            ("sort", JsValue::UNDEFINED),
            ("sort", property(&collator.unwrap_or_default(), "compare")),
            ("join", "\0".into()),
        ];
        through(joined, &steps)
    }
}

/// A method of a string or list, and its argument.
type Step = (&'static str, JsValue);

/// What a text becomes by one method after another. A browser that lacks one leaves the text as it is.
fn through(text: &str, steps: &[Step]) -> String {
    let step = |value: JsValue, (method, argument): &Step| call(&value, method, argument);
    let done = steps.iter().try_fold(text.into(), step);
    done.ok().and_then(|value| value.as_string()).unwrap_or_else(|| text.to_owned())
}

fn joined(texts: &[&str]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| text.replace(BETWEEN, " ")).collect();
    texts.join("\0")
}

/// The texts of a joined list, as many as went into it.
fn apart(texts: &[&str], joined: &str) -> Vec<String> {
    joined.split(BETWEEN).take(texts.len()).map(str::to_owned).collect()
}
