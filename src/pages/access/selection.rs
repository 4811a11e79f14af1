//! Several people at once: ticks, and what can be done with those who are ticked.

use crate::view::prelude::*;

use crate::words::use_locale;
use domain::model::access::AccessEntry;
use domain::model::names::UserId;
use domain::model::user::UserGrant;

use super::{AccessPage, use_page};

/// The id of a row that can be selected. The caller's own can't be, so that nobody changes their own access among
/// others by accident.
pub(super) fn selectable(entry: &AccessEntry) -> Option<&UserId> {
    entry.grant.id.as_ref().filter(|_| !entry.is_own)
}

/// The ids of the visible rows that can be selected, in the order of the rows.
fn selectable_ids(page: AccessPage) -> Vec<UserId> {
    untrack(|| page.rows.visible(|rows| rows.filter_map(selectable).cloned().collect()))
}

/// The grants of the visible rows that are selected.
fn selected(page: AccessPage) -> Vec<UserGrant> {
    page.changes.selected.with_untracked(|selected| {
        let is_selected = |entry: &&AccessEntry| selectable(entry).is_some_and(|id| selected.contains(id));
        untrack(|| {
            page.rows.visible(|rows| rows.filter(is_selected).map(|entry| entry.grant.clone()).collect())
        })
    })
}

/// How many visible rows are selected, and how many can be. It is counted with every key of a search, so nothing is
/// copied.
fn counts(page: AccessPage) -> (usize, usize) {
    page.changes.selected.with(|selected| {
        let count =
            |(count, all): (usize, usize), id: &UserId| (count + usize::from(selected.contains(id)), all + 1);
        page.rows.visible(|rows| rows.filter_map(selectable).fold((0, 0), count))
    })
}

/// Ticks a row or takes its tick away; with Shift the same for every row from the last one that was ticked to this.
pub(super) fn tick(page: AccessPage, id: &UserId, with_shift: bool) {
    let changes = page.changes;
    let on = !changes.selected.with_untracked(|selected| selected.contains(id));
    let from = changes.anchor.get_value().filter(|_| with_shift);
    let ids = if from.is_some() { selectable_ids(page) } else { Vec::new() };
    let place = |id: &UserId| ids.iter().position(|other| other == id);
    let range = match (from.as_ref().and_then(place), place(id)) {
        (Some(a), Some(b)) => ids.get(a.min(b)..=a.max(b)),
        _ => None,
    };
    let range = range.map_or_else(|| vec![id.clone()], <[_]>::to_vec);
    changes.anchor.set_value(Some(id.clone()));
    changes.selected.update(|selected| {
        for id in range {
            if on {
                selected.insert(id);
            } else {
                selected.remove(&id);
            }
        }
    });
}

/// "Select all", how many are selected, and what can be done with them.
#[component]
pub(super) fn Selection() -> impl IntoView {
    let t = use_locale();
    let page = use_page();
    let changes = page.changes;
    let counts = Memo::new(move |_| counts(page));
    let is_any = Signal::derive(move || counts.get().0 > 0);
    let is_all = move || {
        let (selected, all) = counts.get();
        selected == all
    };
    let tick_all = move |_| {
        let (selected, all) = counts.get_untracked();
        let ids = if selected < all { selectable_ids(page) } else { Vec::new() };
        changes.selected.set(ids.into_iter().collect());
    };
    let change = move |_| {
        if !page.refuses() {
            changes.ask_to_change_all(&selected(page));
        }
    };
    let revoke = move |_| {
        if !page.refuses() {
            changes.ask_to_revoke_all(&selected(page));
        }
    };
    let disabled = move || (!is_any.get()).then_some("true");
    view! {
            <label class="bar__all">
                <input
                    type="checkbox"
                    class="tick"
                    prop:checked=move || is_any.get() && is_all()
                    prop:indeterminate=move || is_any.get() && !is_all()
                    on:click=tick_all
                />
                {t.label(|w| w.changes().select_all)}
            </label>
            <button type="button" class="button button--row" aria-disabled=disabled on:click=change>
                {t.label(|w| w.changes().change_selected)}
            </button>
            <button type="button" class="button button--row" aria-disabled=disabled on:click=revoke>
                {t.label(|w| w.changes().revoke_selected)}
            </button>
            <Show when=is_any>
                <span class="status-line">{dynamic(move || (t.words().changes().selected)(counts.get().0, counts.get().1))}</span>
            </Show>
    }
}
