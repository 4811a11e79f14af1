//! The languages.

use super::{CHINESE, ENGLISH, Words};

/// A language of the console.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Chinese in simplified characters.
    Chinese,
}

impl Language {
    /// All languages, in the order in which the choice offers them.
    pub const ALL: [Language; 2] = [Language::English, Language::Chinese];

    /// The tag for `lang`, for `Intl` and for storage.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Chinese => "zh-CN",
        }
    }

    /// The language's name for itself: in a list of languages nobody has to read another one's words.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Chinese => "简体中文",
        }
    }

    /// The language of a stored tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The first language for someone who has not chosen: any Chinese among the browser's languages that comes
    /// before English is met with ours, everything else with English.
    pub fn preferred<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        for tag in tags {
            let tag = tag.to_ascii_lowercase();
            if tag == "zh" || tag.starts_with("zh-") {
                return Language::Chinese;
            }
            if tag == "en" || tag.starts_with("en-") {
                return Language::English;
            }
        }
        Language::English
    }

    /// The texts.
    pub fn words(self) -> &'static Words {
        self.of(&ENGLISH, &CHINESE)
    }

    /// That of two values which is in this language.
    pub(super) const fn of<T>(self, english: &'static T, chinese: &'static T) -> &'static T {
        match self {
            Language::English => english,
            Language::Chinese => chinese,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_first_known_language_wins() {
        assert_eq!(Language::preferred(["zh-TW", "en"]), Language::Chinese);
        assert_eq!(Language::preferred(["de-DE", "zh-CN"]), Language::Chinese);
        assert_eq!(Language::preferred(["en-US", "zh-CN"]), Language::English);
        assert_eq!(Language::preferred(["de"]), Language::English);
        assert_eq!(Language::preferred([]), Language::English);
    }

    #[test]
    fn tags_come_back() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::from_tag("fr"), None);
    }
}
