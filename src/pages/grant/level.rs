//! The level of a row. Unlike other choices it may have no value yet: where a list names a level that is not understood.

use crate::view::prelude::*;
use leptos::html;

use crate::components::field::FieldMessage;
use crate::view::ids::unique;
use crate::words::use_locale;
use domain::model::level::Level;

#[component]
pub(super) fn LevelChoice(
    value: RwSignal<Option<Level>>,
    /// What is wrong; `None` while nothing is.
    error: Signal<Option<String>>,
    only_warning: Signal<bool>,
    node: NodeRef<html::Select>,
) -> impl IntoView {
    let t = use_locale();
    let id = unique("level");
    let error_id = format!("{id}-error");
    let described_id = error_id.clone();
    let key = move || value.get().map_or("", Level::key);
    let option = move |level: Level| {
        view! {
            <option value=level.key() selected=move || key() == level.key()>
                {dynamic(move || t.words().levels.name(level))}
            </option>
        }
    };
    // Once there is a level, nobody can go back to none.
    let unchosen = move || {
        value
            .get()
            .is_none()
            .then(|| view! { <option value="" selected=true>{t.label(|w| w.grant().choose_level)}</option> })
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {t.label(|w| w.grant().permission)}
            </label>
            <select
                id=id
                class="select"
                aria-describedby=move || error.with(Option::is_some).then(|| described_id.clone())
                aria-invalid=move || (error.with(Option::is_some) && !only_warning.get()).then_some("true")
                prop:value=key
                on:change:target=move |event| {
                    if let Some(level) = Level::from_key(&event.target().value()) {
                        value.set(Some(level));
                    }
                }
                node_ref=node
            >
                {dynamic(unchosen)}
                {Level::ALL.map(option).into_iter().collect_view()}
            </select>
            <FieldMessage id=error_id text=error warns=only_warning/>
        </div>
    }
}
