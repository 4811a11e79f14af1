//! A text field with suggestions (the ARIA pattern "editable combobox with list"). Whatever is typed counts; a
//! suggestion is only an offer.

use crate::view::prelude::*;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use web_sys::{ClipboardEvent, Element};

use crate::words::{Text, use_locale};
use domain::grant::directory::Standing;
use domain::grant::suggest::{Offer, Suggestion};
use domain::model::user::Person;
use domain::text::reveal::visible;

use super::announcer::Announce;
use super::field::FieldMessage;
use super::name::Name;
use super::windowed::length;
use crate::view::ids::unique;

/// The code of every key that an input method has taken.
const COMPOSING: u32 = 229;

/// The list under the field: whether it is open, what it offers, and which offer is chosen by the arrow keys.
#[derive(Clone, Copy)]
struct Suggestions {
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    offered: Memo<Offer>,
    /// Where the list floats.
    place: RwSignal<Place>,
    on_pick: Callback<Person>,
}

impl Suggestions {
    fn new(offer: Callback<String, Offer>, typed: RwSignal<String>, on_pick: Callback<Person>) -> Self {
        let (open, active) = (RwSignal::new(false), RwSignal::new(None));
        let offered = Memo::new(move |_| if open.get() { offer.run(typed.get()) } else { Offer::default() });
        Self { open, active, offered, place: RwSignal::new(Place::default()), on_pick }
    }

    fn is_expanded(self) -> bool {
        self.count() > 0
    }

    fn count(self) -> usize {
        self.offered.with(|offer| offer.suggestions.len())
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
        let count = untrack(|| self.count());
        let active = self.active.get_untracked();
        match key {
            "ArrowDown" | "ArrowUp" if count == 0 => self.show(),
            "ArrowDown" => self.active.set(Some(active.map_or(0, |index| (index + 1) % count))),
            "ArrowUp" => self.active.set(Some(active.map_or(count - 1, |index| (index + count - 1) % count))),
            // Escape closes the list first; only the next one reaches the dialog.
            "Escape" if count > 0 => self.hide(),
            "Enter" => {
                let chosen = active.and_then(|index| {
                    self.offered
                        .with_untracked(|offer| Some(offer.suggestions.get(index)?.known.person.clone()))
                });
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
    /// What to suggest for a text.
    offer: Callback<String, Offer>,
    /// Someone was picked.
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
    let t = use_locale();
    let suggestions = Suggestions::new(offer, value, on_pick);
    let announce = expect_context::<Announce>();
    let id = unique("person");
    let (list_id, error_id) = (format!("{id}-list"), format!("{id}-error"));
    let typed = move |text: String| {
        value.set(text);
        suggestions.show();
        suggestions.float(node);
        let (shown, fitting) =
            suggestions.offered.with_untracked(|offer| (offer.suggestions.len(), offer.fitting));
        announce.aloud((t.untracked().grant().suggestions_count)(shown, fitting));
    };
    let key = move |event: KeyboardEvent| {
        // While an input method composes, its keys are its own. Some tell it by the code alone.
        let is_composing = event.is_composing() || event.key_code() == COMPOSING;
        if !is_composing && suggestions.key(&event.key()) {
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
    let t = use_locale();
    let Suggestions { offered, place, .. } = suggestions;
    let more = move || {
        let (shown, fitting) = offered.with(|offer| (offer.suggestions.len(), offer.fitting));
        let more = fitting > shown;
        more.then(
            || view! { <p class="field__hint">{(t.words().grant().suggestions_count)(shown, fitting)}</p> },
        )
    };
    dynamic(move || {
        let offer = offered.get();
        if offer.suggestions.is_empty() {
            return None;
        }
        let options = offer.suggestions.into_iter().enumerate();
        let options = options.map(|(index, one)| option(suggestions, &id, index, one)).collect_view();
        Some(view! {
            <div
                class="suggestions"
                style:left=move || place.get().left()
                style:width=move || place.get().width()
                style:top=move || place.get().top()
                style:bottom=move || place.get().bottom()
            >
                <ul id=id.clone() role="listbox" class="suggestions__list" aria-label=t.label(|w| w.grant().suggestions)>
                    {options}
                </ul>
                {dynamic(more)}
            </div>
        })
    })
}

fn option(suggestions: Suggestions, id: &str, index: usize, suggestion: Suggestion) -> AnyView {
    let t = use_locale();
    let Suggestion { known, namesakes } = suggestion;
    let person = known.person.clone();
    let (name, person_id) = (person.name.to_string(), person.id.to_string());
    let (is_disabled, others) = (known.standing == Standing::Disabled, known.others);
    let by_click = person.clone();
    // Before the field loses the focus, so the list is still there.
    let choose = move |event: MouseEvent| {
        event.prevent_default();
        suggestions.pick(person.clone());
    };
    let notes = move || {
        let words = t.words().grant();
        let mut notes: Vec<String> =
            others.iter().map(|name| (words.also)(&visible(name.as_str()))).collect();
        notes.extend((namesakes > 1).then(|| (words.namesakes)(namesakes)));
        notes.extend(is_disabled.then(|| words.disabled.to_owned()));
        notes.join(" · ")
    };
    view! {
        <li
            id=format!("{id}-{index}")
            role="option"
            class="suggestion"
            aria-selected=move || (suggestions.active.get() == Some(index)).to_string()
            on:mousedown=choose
            on:click=move |_| suggestions.pick(by_click.clone())
        >
            <Name text=name/>
            <span class="suggestion__id">{visible(person_id)}</span>
            <span class="muted">{dynamic(notes)}</span>
        </li>
    }
    .into_any()
}

/// Where the list floats: beside its field and in the window, whatever scrolls between them.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Place {
    left: f64,
    width: f64,
    /// From the top of the window, or from its bottom where there is more room above the field.
    from: f64,
    is_above: bool,
}

/// A list of suggestions is about as high, in CSS pixels.
const LIST_HEIGHT: f64 = 280.0;

impl Place {
    fn beside(field: &Element) -> Self {
        let field = field.get_bounding_client_rect();
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let below = height - field.bottom();
        let is_above = below < LIST_HEIGHT && field.top() > below;
        let from = if is_above { height - field.top() } else { field.bottom() };
        Self { left: field.left(), width: field.width(), from, is_above }
    }

    fn left(self) -> String {
        length(self.left)
    }

    fn width(self) -> String {
        length(self.width)
    }

    fn top(self) -> String {
        if self.is_above { "auto".to_owned() } else { length(self.from) }
    }

    fn bottom(self) -> String {
        if self.is_above { length(self.from) } else { "auto".to_owned() }
    }
}

impl Suggestions {
    /// Keeps the list beside its field for as long as it is open: a dialog may scroll under it.
    fn float(self, field: NodeRef<html::Input>) {
        let Some(element) = field.try_get_untracked().flatten() else { return };
        let place = Place::beside(&element);
        if self.place.try_with_untracked(|present| *present != place) == Some(true) {
            self.place.set(place);
        }
        if self.open.try_get_untracked() == Some(true) {
            request_animation_frame(move || self.float(field));
        }
    }
}

fn pasted_text(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text").ok()
}
