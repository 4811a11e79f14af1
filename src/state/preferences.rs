//! Language, theme, and the kind of file that was saved last, kept in localStorage.

use crate::view::prelude::*;

use crate::state::local_storage;
use crate::view::effect::effect;
use crate::words::Language;
use domain::text::export::FileKind;

/// The one key. `start/head.js` reads it too, before the first paint.
const KEY: &str = "swr-console.preferences";

/// How the console looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the operating system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All themes, in the order in which the choice offers them.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The value for storage and for `data-theme`.
    pub const fn key(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of a stored value.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key() == key)
    }
}

/// The user's preferences.
#[derive(Clone, Copy)]
pub struct Preferences {
    /// The language.
    pub language: RwSignal<Language>,
    /// The theme.
    pub theme: RwSignal<Theme>,
}

impl Preferences {
    /// Reads what was kept, and keeps every later change. `lang` and `data-theme` of the document follow.
    pub fn install() -> Self {
        let (language, theme) = parse(&local_storage::read(KEY));
        let preferences = Self {
            language: RwSignal::new(language.unwrap_or_else(browsers_language)),
            theme: RwSignal::new(theme.unwrap_or_default()),
        };
        let mut is_first = true;
        effect(move || {
            let (language, theme) = (preferences.language.get(), preferences.theme.get());
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute("lang", language.tag());
                let _ = root.set_attribute("data-theme", theme.key());
            }
            // Only a choice is kept: who never chose goes on following the browser.
            if !std::mem::take(&mut is_first) {
                keep(language, theme, &kept_file_kind());
            }
        });
        preferences
    }
}

/// The word for the kind of file that was saved last; empty where there is none.
fn kept_file_kind() -> String {
    local_storage::read(KEY).split(' ').nth(2).unwrap_or_default().to_owned()
}

/// The kind of file that was saved last.
pub fn file_kind() -> Option<FileKind> {
    FileKind::from_key(&kept_file_kind())
}

/// Keeps the kind of file that is saved.
pub fn keep_file_kind(preferences: Preferences, kind: FileKind) {
    let (language, theme) = (preferences.language.get_untracked(), preferences.theme.get_untracked());
    keep(language, theme, kind.key());
}

/// Words, so that the script in `index.html` needs no parser.
fn keep(language: Language, theme: Theme, file_kind: &str) {
    local_storage::keep(KEY, [language.tag(), theme.key(), file_kind].join(" ").trim_end());
}

/// The kept form is `zh-CN dark excel`; the third word may be missing.
fn parse(text: &str) -> (Option<Language>, Option<Theme>) {
    let mut words = text.split(' ');
    let language = words.next().and_then(Language::from_tag);
    (language, words.next().and_then(Theme::from_key))
}

fn browsers_language() -> Language {
    let tags: Vec<String> =
        window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect();
    Language::preferred(tags.iter().map(String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preferences_come_back_and_nonsense_does_not() {
        assert_eq!(parse("zh-CN dark"), (Some(Language::Chinese), Some(Theme::Dark)));
        assert_eq!(parse("zh-CN dark excel"), (Some(Language::Chinese), Some(Theme::Dark)));
        assert_eq!(parse("en system"), (Some(Language::English), Some(Theme::System)));
        assert_eq!(parse(""), (None, None));
        assert_eq!(parse("{\"theme\":\"dark\"}"), (None, None));
    }
}
