//! Sorting and searching by the rules of the page's language, which the browser knows.
//!
//! A list crosses to the browser and back as one text each way: ten thousand names are one call, not ten thousand.

use std::collections::HashMap;

use js_sys::{Array, Intl, JsString, Object, RegExp};
use wasm_bindgen::JsValue;

use crate::by_name::{call, set_property};
use crate::domain::collation::Collation;
use crate::words::Language;

/// What stands between the texts of a list. A name that holds it is taken for one with a blank.
const BETWEEN: &str = "\0";

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
        let places: HashMap<&str, u32> = sorted.split(BETWEEN).zip(0..).collect();
        let place = |text| places.get(text).copied().unwrap_or(u32::MAX);
        joined.split(BETWEEN).take(texts.len()).map(place).collect()
    }

    fn search_keys(&self, texts: &[&str]) -> Vec<String> {
        let decomposed = JsString::from(joined(texts)).normalize("NFKD");
        let marks = RegExp::new(r"\p{M}+", "gu");
        apart(texts, &decomposed.replace_by_pattern(&marks, "").to_lower_case())
    }

    fn name_keys(&self, texts: &[&str]) -> Vec<String> {
        apart(texts, &JsString::from(joined(texts)).normalize("NFC").to_lower_case())
    }
}

impl Browser {
    /// The texts of a joined list in the order of the language; those that are equal to it in the order of their code.
    fn sorted(&self, joined: &str) -> String {
        let options = Object::new();
        set_property(&options, "numeric", &JsValue::TRUE);
        let collator = Intl::Collator::new(&Array::of1(&self.language.tag().into()), &options);
        let texts = JsString::from(joined).split(BETWEEN);
        texts.sort();
        let _ = call(&texts, "sort", &collator.compare());
        texts.join(BETWEEN).into()
    }
}

fn joined(texts: &[&str]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| text.replace(BETWEEN, " ")).collect();
    texts.join(BETWEEN)
}

/// The texts of a joined list, as many as went into it.
fn apart(texts: &[&str], joined: &JsString) -> Vec<String> {
    String::from(joined).split(BETWEEN).take(texts.len()).map(str::to_owned).collect()
}
