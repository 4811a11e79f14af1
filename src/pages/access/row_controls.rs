//! What can be done in a row: tick it, change it, revoke it.

use std::collections::HashSet;

use crate::view::prelude::*;
use leptos::ev::{KeyboardEvent, MouseEvent};

use crate::words::{Words, use_locale};
use domain::model::access::AccessEntry;
use domain::model::level::Level;
use domain::model::names::UserId;
use domain::model::user::UserGrant;

use super::selection::{selectable, tick};
use super::use_page;

/// The checkbox of a row.
#[component]
pub(super) fn TickBox(entry: Memo<AccessEntry>) -> impl IntoView {
    let t = use_locale();
    let page = use_page();
    let selected = move || {
        let is_one_of = |selected: &HashSet<UserId>| {
            entry.with(|entry| selectable(entry).is_some_and(|id| selected.contains(id)))
        };
        page.changes.selected.with(is_one_of)
    };
    let click = move |event: MouseEvent| {
        if let Some(id) = entry.with_untracked(|entry| selectable(entry).cloned()) {
            tick(page, &id, event.shift_key());
        }
    };
    view! {
        <input
            type="checkbox"
            class="tick"
            aria-label=move || (t.words().changes().select)(&entry.with(|entry| entry.grant.called()))
            prop:checked=selected
            on:click=click
        />
    }
}

/// Why nothing in a row can be done, or only no change; `None` where it can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Hinders {
    all: Option<&'static str>,
    change: Option<&'static str>,
}

/// "Change" and "Revoke". Where they can do nothing, they say why instead.
#[component]
pub(super) fn Actions(entry: Memo<AccessEntry>) -> impl IntoView {
    let t = use_locale();
    let page = use_page();
    let changes = page.changes;
    let hinders = Memo::new(move |_| {
        let (words, lock) = (t.words().changes(), page.lock());
        entry.with(|AccessEntry { grant, .. }| match grant {
            UserGrant { id: None, .. } => Hinders { all: Some(words.no_id), change: Some(words.no_id) },
            _ if lock.is_some() => Hinders { all: lock, change: lock },
            UserGrant { name: None, .. } => Hinders { all: None, change: Some(words.no_name) },
            _ => Hinders::default(),
        })
    });
    let called = move |words: fn(&'static Words) -> fn(&str) -> String| {
        words(t.words())(&entry.with(|entry| entry.grant.called()))
    };
    let grant = move || entry.with_untracked(|entry| entry.grant.clone());
    let change = move |_| match hinders.get_untracked().change {
        Some(why) => changes.say(why),
        None => changes.edit(&grant()),
    };
    let revoke = move |_| match hinders.get_untracked().all {
        Some(why) => changes.say(why),
        None => changes.ask_to_revoke(&grant()),
    };
    view! {
        <button
            type="button"
            class="button button--row"
            data-change=move || entry.with(|entry| entry.grant.id.as_ref().map(ToString::to_string))
            aria-label=move || called(|words| words.changes().change_of)
            aria-disabled=move || hinders.get().change.is_some().then_some("true")
            title=move || hinders.get().change
            on:click=change
        >
            {t.label(|w| w.changes().change)}
        </button>
        " "
        <button
            type="button"
            class="button button--row"
            aria-label=move || called(|words| words.changes().revoke_of)
            aria-disabled=move || hinders.get().all.is_some().then_some("true")
            title=move || hinders.get().all
            on:click=revoke
        >
            {t.label(|w| w.changes().revoke)}
        </button>
    }
}

/// The permission cell while it is edited. Moving through the options sends nothing.
#[component]
pub(super) fn RowEdit(called: String) -> impl IntoView {
    let t = use_locale();
    let page = use_page();
    let changes = page.changes;
    let chosen = move || {
        changes.editing.with(|editing| match editing.as_ref().map(|edit| edit.desired) {
            Some(Some(level)) => level.key(),
            _ => "",
        })
    };
    let id = untrack(|| changes.editing.with(|editing| editing.as_ref().map(|edit| edit.id.to_string())));
    let choose = move |key: String| {
        if let Some(level) = Level::from_key(&key) {
            changes.choose(level);
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            changes.leave();
        }
    };
    let running = Signal::derive(move || changes.writer.is_running());
    let option = move |level: Level| {
        view! {
            <option value=level.key() selected=move || chosen() == level.key()>
                {dynamic(move || t.words().levels.name(level))}
            </option>
        }
    };
    view! {
        <span class="row-edit" on:keydown=key>
            <select
                class="select"
                data-user=id
                aria-label=move || (t.words().changes().permission_of)(&called)
                prop:value=chosen
                on:change:target=move |event| choose(event.target().value())
            >
                {Level::ALL.map(option).into_iter().collect_view()}
            </select>
            <button
                type="button"
                class="button button--row"
                class:button--busy=move || running.get()
                aria-disabled=move || (running.get() || changes.writer.is_offline()).then_some("true")
                title=move || changes.writer.is_offline().then(|| t.words().connection.cannot_send)
                on:click=move |_| changes.save()
            >
                {t.label(|w| w.changes().save)}
            </button>
            <button
                type="button"
                class="button button--row"
                aria-disabled=move || running.get().then_some("true")
                on:click=move |_| changes.leave()
            >
                {t.label(|w| w.grant().cancel)}
            </button>
        </span>
    }
}
