//! A text field with suggestions (the ARIA pattern "editable combobox with list"). Whatever is typed counts; a
//! suggestion is only an offer.

use crate::prelude::*;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use web_sys::ClipboardEvent;

use crate::domain::people::Person;
use crate::domain::reveal::told;
use crate::domain::suggest::{Known, offer};
use crate::words::{Text, use_speech};

use super::announcer::Announce;
use super::field::FieldMessage;
use super::ids::unique;
use super::live::live;
use super::name::Name;

/// The list under the field: whether it is open, what it offers, and which offer is chosen by the arrow keys.
#[derive(Clone, Copy)]
struct Suggestions {
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    offered: Memo<Vec<Person>>,
    on_pick: Callback<Person>,
}

impl Suggestions {
    fn new(people: Signal<Vec<Known>>, typed: RwSignal<String>, on_pick: Callback<Person>) -> Self {
        let (open, active) = (RwSignal::new(false), RwSignal::new(None));
        let offered = Memo::new(move |_| {
            if open.get() { people.with(|people| offer(people, &typed.get())) } else { Vec::new() }
        });
        Self { open, active, offered, on_pick }
    }

    fn is_expanded(self) -> bool {
        !self.offered.with(Vec::is_empty)
    }

    fn show(self) {
        self.open.set(true);
        self.active.set(None);
    }

    fn hide(self) {
        self.open.set(false);
        self.active.set(None);
    }

    fn pick(self, person: Person) {
        self.hide();
        self.on_pick.run(person);
    }

    /// Answers a key; returns whether it was one of the list's own.
    fn key(self, key: &str) -> bool {
        let count = self.offered.with_untracked(Vec::len);
        let active = self.active.get_untracked();
        match key {
            "ArrowDown" | "ArrowUp" if count == 0 => self.show(),
            "ArrowDown" => self.active.set(Some(active.map_or(0, |index| (index + 1) % count))),
            "ArrowUp" => self.active.set(Some(active.map_or(count - 1, |index| (index + count - 1) % count))),
            // Escape closes the list first; only the next one reaches the dialog.
            "Escape" if count > 0 => self.hide(),
            "Enter" => {
                let chosen = active
                    .and_then(|index| self.offered.with_untracked(|offered| offered.get(index).cloned()));
                let Some(person) = chosen else { return false };
                self.pick(person);
            }
            _ => return false,
        }
        true
    }
}

/// The field for a user's name.
#[component]
pub fn PersonField(
    /// What the field is called.
    label: Text,
    /// Its text.
    value: RwSignal<String>,
    /// The people to offer.
    people: Signal<Vec<Known>>,
    /// Somebody was picked.
    on_pick: Callback<Person>,
    /// Several lines were pasted; `true` means that they were taken and the field stays as it is.
    on_paste: Callback<String, bool>,
    /// The field was left.
    on_leave: Callback<()>,
    /// What is wrong; `None` while nothing is.
    error: Signal<Option<String>>,
    /// Whether what is below is only a warning.
    only_warning: Signal<bool>,
    /// For setting the focus.
    node: NodeRef<html::Input>,
) -> impl IntoView {
    let t = use_speech();
    let suggestions = Suggestions::new(people, value, on_pick);
    let announce = expect_context::<Announce>();
    let id = unique("person");
    let (list_id, error_id) = (format!("{id}-list"), format!("{id}-error"));
    let typed = move |text: String| {
        value.set(text);
        suggestions.show();
        announce.whisper((t.now().grant().suggestions_count)(suggestions.offered.with_untracked(Vec::len)));
    };
    let key = move |event: KeyboardEvent| {
        // While an input method composes, its keys are its own.
        if !event.is_composing() && suggestions.key(&event.key()) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let paste = move |event: ClipboardEvent| {
        if pasted_text(&event).is_some_and(|text| on_paste.run(text)) {
            event.prevent_default();
        }
    };
    let leave = move |_| {
        suggestions.hide();
        // A field that is removed while it has the focus loses it in the middle of its own removal.
        let _ = on_leave.try_run(());
    };
    let active_list = list_id.clone();
    let active_id = move || {
        let index = suggestions.active.get().filter(|_| suggestions.is_expanded())?;
        Some(format!("{active_list}-{index}"))
    };
    let described_id = error_id.clone();
    let described_by = move || error.with(Option::is_some).then(|| described_id.clone());
    view! {
        <div class="field field--combobox">
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <input
                id=id
                class="input"
                type="text"
                role="combobox"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-autocomplete="list"
                aria-expanded=move || suggestions.is_expanded().to_string()
                aria-controls=list_id.clone()
                aria-activedescendant=active_id
                aria-describedby=described_by
                aria-invalid=move || (error.with(Option::is_some) && !only_warning.get()).then_some("true")
                prop:value=move || value.get()
                on:input:target=move |event| typed(event.target().value())
                on:keydown=key
                on:paste=paste
                on:blur=leave
                node_ref=node
            />
            <SuggestionList suggestions id=list_id/>
            <FieldMessage id=error_id text=error warns=only_warning/>
        </div>
    }
}

#[component]
fn SuggestionList(suggestions: Suggestions, id: String) -> impl IntoView {
    let t = use_speech();
    let option = move |id: &str, index: usize, person: Person| {
        let (name, person_id) = (person.name.to_string(), person.id.to_string());
        // Before the field loses the focus, so the list is still there.
        let choose = move |event: MouseEvent| {
            event.prevent_default();
            suggestions.pick(person.clone());
        };
        view! {
            <li
                id=format!("{id}-{index}")
                role="option"
                class="suggestion"
                aria-selected=move || (suggestions.active.get() == Some(index)).to_string()
                on:mousedown=choose
            >
                <Name text=name/>
                <span class="suggestion__id">{told(person_id)}</span>
            </li>
        }
    };
    live(move || {
        let offered = suggestions.offered.get();
        if offered.is_empty() {
            return None;
        }
        let options =
            offered.into_iter().enumerate().map(|(index, person)| option(&id, index, person)).collect_view();
        Some(view! {
            <ul id=id.clone() role="listbox" class="suggestions" aria-label=t.say(|w| w.grant().suggestions)>
                {options}
            </ul>
        })
    })
}

fn pasted_text(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text").ok()
}
