//! How views get at the texts: a context that follows the language.

use crate::view::prelude::*;

use crate::api::error::ApiError;
use domain::model::operation::Operation;

use super::problem::{Explain, Problem};
use super::{Language, Words};

/// The present language, for views, and what the program can explain so far.
#[derive(Clone, Copy)]
pub struct Locale {
    language: Signal<Language>,
    explain: StoredValue<Explain>,
}

impl Locale {
    /// Follows a language.
    pub fn new(language: Signal<Language>, explain: Explain) -> Self {
        Self { language, explain: StoredValue::new(explain) }
    }

    /// The program has more to explain from now on: a part of it has come.
    pub fn explain_by(self, explain: Explain) {
        self.explain.set_value(explain);
    }

    /// The present language; a view that reads it is drawn again when it changes.
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// The present texts; a view that reads them is drawn again when the language changes.
    pub fn words(self) -> &'static Words {
        self.language().words()
    }

    /// What is said about a failure, in the present language.
    pub fn explain(self, operation: Operation, error: &ApiError) -> Problem {
        (self.explain.get_value())(operation, error, self.language())
    }

    /// The present texts for a moment: what is said in answer to a click does not change with the language.
    pub fn untracked(self) -> &'static Words {
        self.language.get_untracked().words()
    }

    /// Puts two sentences behind one another, for a moment. The documented Chinese texts have no full stop.
    pub fn sentences(self, first: &str, second: &str) -> String {
        match self.language.get_untracked() {
            Language::English => format!("{first} {second}"),
            Language::Chinese => format!("{first}。{second}"),
        }
    }

    /// What ends a sentence, for a moment.
    pub fn full_stop(self) -> &'static str {
        match self.language.get_untracked() {
            Language::English => ".",
            Language::Chinese => "。",
        }
    }

    /// A fixed text, to be put into a view as it is. All of them are one type, and a `String` like every text with
    /// something put in, so that a view with fifty texts costs the code of one.
    pub fn label(
        self,
        pick: fn(&'static Words) -> &'static str,
    ) -> impl Fn() -> String + Copy + Send + Sync + 'static {
        move || pick(self.words()).to_owned()
    }
}

/// A text for a component's property.
pub type Text = Signal<String>;

impl Locale {
    /// A fixed text, as a property.
    pub fn prop(self, pick: fn(&'static Words) -> &'static str) -> Text {
        Signal::derive(move || pick(self.words()).to_owned())
    }

    /// A text with something put in, as a property.
    pub fn format(self, make: impl Fn(&'static Words) -> String + Send + Sync + 'static) -> Text {
        Signal::derive(move || make(self.words()))
    }
}

/// The language context of the app.
pub fn use_locale() -> Locale {
    expect_context::<Locale>()
}
