//! Sorting and searching by the browser's rules of a language.

use swr_console::state::collation::collation;
use swr_console::words::Language;
use wasm_bindgen_test::wasm_bindgen_test;

fn sorted<'a>(language: Language, texts: &[&'a str]) -> Vec<&'a str> {
    let mut ranked: Vec<_> =
        collation(language).ranks(texts).into_iter().zip(texts.iter().copied()).collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, text)| text).collect()
}

fn finds(typed: &str, name: &str) -> bool {
    let rules = collation(Language::English);
    rules.search_keys(&[name])[0].contains(&rules.search_key(typed))
}

// Names were sorted by their code points: ärztin and Émile came after zoe, and every Chinese name after that.
#[wasm_bindgen_test]
fn accented_letters_sort_beside_plain_ones() {
    let names = ["zoe", "Émile", "ärztin", "Anna", "emil", "bob"];
    assert_eq!(sorted(Language::English, &names), ["Anna", "ärztin", "bob", "emil", "Émile", "zoe"]);
}

#[wasm_bindgen_test]
fn chinese_names_sort_by_pinyin_in_chinese() {
    // Li, Wang, Xiaoming, Zhang.
    let names = ["张伟", "小明", "李娜", "王芳"];
    assert_eq!(sorted(Language::Chinese, &names), ["李娜", "王芳", "小明", "张伟"]);
}

#[wasm_bindgen_test]
fn numbers_in_names_count_by_value() {
    for language in Language::ALL {
        assert_eq!(sorted(language, &["user10", "User2", "user1"]), ["user1", "User2", "user10"]);
    }
}

#[wasm_bindgen_test]
fn a_search_without_accents_case_or_width_finds_the_name() {
    for (typed, name) in [
        ("Muller", "Jürgen MÜLLER"),
        ("MÜLLER", "müller"),
        ("emile", "Émile"),
        ("Émile", "E\u{301}mile"),
        ("ABC1", "ａｂｃ１"),
        ("小明", "王小明"),
        (" zizek ", "Žižek"),
    ] {
        assert!(finds(typed, name), "{typed}, {name}");
    }
    assert!(!finds("muller", "miller"));
}

#[wasm_bindgen_test]
fn accents_tell_names_apart_and_how_they_are_encoded_does_not() {
    let rules = collation(Language::English);
    assert_ne!(rules.name_key("Muller"), rules.name_key("Müller"));
    assert_eq!(rules.name_key(" MÜLLER "), rules.name_key("mu\u{308}ller"));
}

#[wasm_bindgen_test]
fn every_text_of_a_list_gets_its_own_answer_whatever_is_in_it() {
    let rules = collation(Language::English);
    let texts = ["b\0c", "", "a\nb", "\u{301}", "b c", "a"];
    assert_eq!(rules.search_keys(&texts), ["b c", "", "a\nb", "", "b c", "a"]);
    assert_eq!(rules.name_keys(&texts).len(), texts.len());
    assert_eq!(rules.ranks(&texts).len(), texts.len());
    let ranks = rules.ranks(&["same", "a", "same"]);
    assert!(ranks[0] == ranks[2] && ranks[1] < ranks[0], "{ranks:?}");
}

#[wasm_bindgen_test]
fn nothing_to_compare_is_nothing() {
    let rules = collation(Language::Chinese);
    assert!(rules.ranks(&[]).is_empty() && rules.search_keys(&[]).is_empty());
}
