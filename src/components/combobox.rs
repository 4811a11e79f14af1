//! A text field with suggestions (the ARIA pattern "editable combobox with list"). Whatever is typed counts; a
//! suggestion is only an offer.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use web_sys::ClipboardEvent;

use crate::domain::order::SortKey;
use crate::domain::people::Person;
use crate::words::{Text, use_speech};

use super::field::FieldMessage;
use super::ids::unique;
use super::name::Name;

/// The most suggestions that are offered: more can't be surveyed, and typing narrows them.
const MOST: usize = 8;

/// The field for a user's name.
#[component]
pub fn PersonField(
    /// What the field is called.
    label: Text,
    /// Its text.
    value: RwSignal<String>,
    /// The people to offer, with prepared keys.
    people: Signal<Vec<(SortKey, Person)>>,
    /// Somebody was picked.
    on_pick: Callback<Person>,
    /// Several lines were pasted; `true` means that they were taken and the field stays as it is.
    on_paste: Callback<String, bool>,
    /// The field was left.
    on_leave: Callback<()>,
    /// What is wrong; `None` while nothing is.
    error: Signal<Option<String>>,
    /// For setting the focus.
    node: NodeRef<html::Input>,
) -> impl IntoView {
    let t = use_speech();
    let whisper = RwSignal::new(String::new());
    let id = unique("person");
    let list_id = format!("{id}-list");
    let error_id = format!("{id}-error");
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let offered =
        Memo::new(move |_| if open.get() { offer(&people.get(), &value.get()) } else { Vec::new() });
    let expanded = move || !offered.with(Vec::is_empty);
    let pick = move |person: Person| {
        open.set(false);
        active.set(None);
        on_pick.run(person);
    };
    let typed = move |text: String| {
        value.set(text);
        open.set(true);
        active.set(None);
        whisper.set((t.now().grant.suggestions_count)(offered.with_untracked(Vec::len)));
    };
    let key = move |event: KeyboardEvent| {
        let count = offered.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if count == 0 => open.set(true),
            "ArrowDown" => active.update(|active| *active = Some(active.map_or(0, |n| (n + 1) % count))),
            "ArrowUp" => {
                active.update(|active| *active = Some(active.map_or(count - 1, |n| (n + count - 1) % count)));
            }
            "Enter" if active.get_untracked().is_some() => {
                let index = active.get_untracked().unwrap_or_default();
                if let Some(person) = offered.with_untracked(|offered| offered.get(index).cloned()) {
                    pick(person);
                }
            }
            // Escape closes the list first; only the next one reaches the dialog.
            "Escape" if count > 0 => open.set(false),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let paste = move |event: ClipboardEvent| {
        let text = pasted_text(&event);
        if text.is_some_and(|text| on_paste.run(text)) {
            event.prevent_default();
        }
    };
    let option_id = {
        let list_id = list_id.clone();
        move |index: usize| format!("{list_id}-{index}")
    };
    let active_id = {
        let option_id = option_id.clone();
        move || active.get().filter(|_| expanded()).map(&option_id)
    };
    let described_by = {
        let error_id = error_id.clone();
        move || error.with(Option::is_some).then(|| error_id.clone())
    };
    let list = {
        let list_id = list_id.clone();
        move || {
            let option_id = option_id.clone();
            expanded().then(|| {
                let options = offered.get().into_iter().enumerate().map(|(index, person)| {
                    let (name, person_id) = (person.name.to_string(), person.id.to_string());
                    // The button goes down before the field loses the focus, so the list is still there.
                    let choose = move |event: leptos::ev::MouseEvent| {
                        event.prevent_default();
                        pick(person.clone());
                    };
                    view! {
                        <li
                            id=option_id(index)
                            role="option"
                            class="suggestion"
                            aria-selected=move || (active.get() == Some(index)).to_string()
                            on:mousedown=choose
                        >
                            <Name text=name/>
                            <span class="suggestion__id">{person_id}</span>
                        </li>
                    }
                });
                view! {
                    <ul id=list_id.clone() role="listbox" class="suggestions" aria-label=t.say(|w| w.grant.suggestions)>
                        {options.collect_view()}
                    </ul>
                }
            })
        }
    };
    view! {
        <div class="field field--combobox">
            <label class="field__label" for=id.clone()>
                {move || label.get()}
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
                aria-expanded=move || expanded().to_string()
                aria-controls=list_id
                aria-activedescendant=active_id
                aria-describedby=described_by
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || value.get()
                on:input:target=move |event| typed(event.target().value())
                on:keydown=key
                on:paste=paste
                on:blur=move |_| {
                    open.set(false);
                    on_leave.run(());
                }
                node_ref=node
            />
            {list}
            <p class="visually-hidden" aria-live="polite">{move || whisper.get()}</p>
            <FieldMessage id=error_id text=error warns=Signal::derive(|| false)/>
        </div>
    }
}

/// The people whose name or id holds the text, those whose name begins with it first.
fn offer(people: &[(SortKey, Person)], text: &str) -> Vec<Person> {
    let text = text.trim().to_lowercase();
    let mut fitting: Vec<&(SortKey, Person)> = people
        .iter()
        .filter(|(key, person)| text.is_empty() || key.contains(&text) || person.id.as_str().contains(&text))
        .collect();
    fitting.sort_by(|(a, one), (b, other)| {
        let starts = |person: &Person| !person.name.as_str().to_lowercase().starts_with(&text);
        starts(one).cmp(&starts(other)).then_with(|| a.cmp(b))
    });
    fitting.into_iter().take(MOST).map(|(_, person)| person.clone()).collect()
}

fn pasted_text(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text").ok()
}
