//! What can be done in a row: tick it, change it, revoke it.

use crate::view::prelude::*;
use leptos::ev::{KeyboardEvent, MouseEvent};

use crate::words::use_locale;
use domain::model::level::Level;
use domain::model::names::UserId;
use domain::model::user::UserGrant;

use super::selection::tick;
use super::use_page;

/// The checkbox of a row.
#[component]
pub(super) fn TickBox(id: UserId, called: String) -> impl IntoView {
    let t = use_locale();
    let page = use_page();
    let own = id.clone();
    let selected = move || page.changes.selected.with(|selected| selected.contains(&own));
    view! {
        <input
            type="checkbox"
            class="tick"
            aria-label=move || (t.words().changes().select)(&called)
            prop:checked=selected
            on:click=move |event: MouseEvent| tick(page, &id, event.shift_key())
        />
    }
}

/// "Change" and "Revoke". Where they can do nothing, they say why instead.
#[component]
pub(super) fn Actions(grant: UserGrant) -> impl IntoView {
    let t = use_locale();
    let page = use_page();
    let changes = page.changes;
    let (has_id, has_name) = (grant.id.is_some(), grant.name.is_some());
    let hinders_all = Signal::derive(move || {
        let words = t.words().changes();
        if !has_id {
            Some(words.no_id)
        } else if page.is_locked() {
            Some((words.may_not)(page.kind()))
        } else {
            None
        }
    });
    let hinders_change =
        Signal::derive(move || hinders_all.get().or((!has_name).then(|| t.words().changes().no_name)));
    let called = StoredValue::new(grant.called());
    let id = grant.id.as_ref().map(ToString::to_string);
    let grant = StoredValue::new(grant);
    let change = move |_| match hinders_change.get_untracked() {
        Some(why) => changes.say(why),
        None => changes.edit(&grant.get_value()),
    };
    let revoke = move |_| match hinders_all.get_untracked() {
        Some(why) => changes.say(why),
        None => changes.ask_to_revoke(&grant.get_value()),
    };
    view! {
        <button
            type="button"
            class="button button--row"
            data-change=id
            aria-label=move || called.with_value(|called| (t.words().changes().change_of)(called))
            aria-disabled=move || hinders_change.get().is_some().then_some("true")
            title=move || hinders_change.get()
            on:click=change
        >
            {t.label(|w| w.changes().change)}
        </button>
        " "
        <button
            type="button"
            class="button button--row"
            aria-label=move || called.with_value(|called| (t.words().changes().revoke_of)(called))
            aria-disabled=move || hinders_all.get().is_some().then_some("true")
            title=move || hinders_all.get()
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
