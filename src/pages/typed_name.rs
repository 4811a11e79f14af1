//! The name that has to be typed before something risky is sent.

use crate::view::prelude::*;

use crate::components::field::TextField;
use crate::words::use_locale;
use domain::text::reveal::visible;

/// See the module.
#[derive(Clone, Copy)]
pub(super) struct TypedName {
    /// The name as it is shown: nobody can type what can't be seen.
    name: StoredValue<String>,
    typed: RwSignal<String>,
    /// Whether the user has tried to send.
    is_tried: RwSignal<bool>,
}

impl TypedName {
    pub(super) fn new(name: &str) -> Self {
        let name = StoredValue::new(visible(name));
        Self { name, typed: RwSignal::new(String::new()), is_tried: RwSignal::new(false) }
    }

    /// Whether the name is typed.
    pub(super) fn is_typed(self) -> bool {
        let is_it = |typed: &str, name: &str| visible(typed) == name || visible(typed.trim()) == name;
        self.typed.with(|typed| self.name.with_value(|name| is_it(typed, name)))
    }

    /// The user has tried to send.
    pub(super) fn attempt(self) {
        self.is_tried.set(true);
    }

    /// What was typed was for what has been sent.
    pub(super) fn clear(self) {
        let _ = self.typed.try_set(String::new());
        let _ = self.is_tried.try_set(false);
    }

    pub(super) fn view(self) -> impl IntoView {
        let t = use_locale();
        let wrong = move || {
            let is_wrong = self.is_tried.get() && !self.is_typed();
            is_wrong.then(|| t.words().changes().type_exactly.to_owned())
        };
        view! {
            <TextField
                label=t.format(move |w| self.name.with_value(|name| (w.changes().type_to_confirm)(name)))
                value=self.typed
                error=Signal::derive(wrong)
            />
        }
    }
}
