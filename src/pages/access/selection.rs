//! Several people at once: ticks, and what can be done with those who are ticked.

use std::collections::HashSet;

use leptos::prelude::*;

use crate::components::live::live;
use crate::components::when::When;
use crate::domain::access::AccessList;
use crate::domain::level::Level;
use crate::domain::names::UserId;
use crate::domain::people::UserGrant;
use crate::pages::change::Purpose;
use crate::words::use_speech;

use super::rows::entry;
use super::{AccessPage, use_page};

/// Everybody whose row is shown and can be ticked, in the order of the rows. The caller can't: nobody changes their
/// own rights among others' by accident.
fn tickable(page: AccessPage, list: &AccessList) -> Vec<UserGrant> {
    page.rows.shown.with(|shown| {
        let others = shown.iter().filter_map(|index| entry(list, *index)).filter(|entry| !entry.is_own);
        others.map(|entry| entry.grant.clone()).filter(|grant| grant.id.is_some()).collect()
    })
}

/// Those of them who are ticked.
fn picked(page: AccessPage) -> Vec<UserGrant> {
    let Some(fresh) = page.list.fresh() else { return Vec::new() };
    page.changes.ticked.with(|ticked| {
        if ticked.is_empty() {
            return Vec::new();
        }
        let all = tickable(page, &fresh.value);
        all.into_iter().filter(|grant| grant.id.as_ref().is_some_and(|id| ticked.contains(id))).collect()
    })
}

/// Ticks a row or takes its tick away; with Shift the same for every row from the last one that was ticked to this.
pub(super) fn tick(page: AccessPage, id: &UserId, with_shift: bool) {
    let changes = page.changes;
    let on = !changes.ticked.with_untracked(|ticked| ticked.contains(id));
    let from = changes.anchor.get_value().filter(|_| with_shift);
    let range: Vec<UserId> = match (from, untrack(|| page.list.fresh())) {
        (Some(from), Some(fresh)) => {
            let ids: Vec<UserId> =
                untrack(|| tickable(page, &fresh.value)).into_iter().filter_map(|grant| grant.id).collect();
            let place = |id: &UserId| ids.iter().position(|other| other == id);
            match (place(&from), place(id)) {
                (Some(a), Some(b)) => ids.get(a.min(b)..=a.max(b)).map(<[_]>::to_vec).unwrap_or_default(),
                _ => vec![id.clone()],
            }
        }
        _ => vec![id.clone()],
    };
    changes.anchor.set_value(Some(id.clone()));
    changes.ticked.update(|ticked| {
        for id in range {
            if on {
                ticked.insert(id);
            } else {
                ticked.remove(&id);
            }
        }
    });
}

/// "Select all", how many are selected, and what can be done with them.
#[component]
pub(super) fn Selection() -> impl IntoView {
    let t = use_speech();
    let page = use_page();
    let changes = page.changes;
    let counts = Memo::new(move |_| {
        let all = page.list.fresh().map_or(0, |fresh| tickable(page, &fresh.value).len());
        (picked(page).len(), all)
    });
    let is_any = Signal::derive(move || counts.get().0 > 0);
    let is_all = move || {
        let (picked, all) = counts.get();
        picked == all
    };
    let tick_all = move |_| {
        let (picked, all) = counts.get_untracked();
        let ids: HashSet<UserId> = match untrack(|| page.list.fresh()) {
            Some(fresh) if picked < all => {
                untrack(|| tickable(page, &fresh.value)).into_iter().filter_map(|grant| grant.id).collect()
            }
            _ => HashSet::new(),
        };
        changes.ticked.set(ids);
    };
    let ask = move |purpose: Purpose| {
        if page.is_locked_now() {
            return changes.say((t.now().changes.may_not)(page.kind()));
        }
        changes.ask_about(page, purpose, &untrack(|| picked(page)));
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
                {t.say(|w| w.changes.select_all)}
            </label>
            <button type="button" class="button button--row" aria-disabled=disabled on:click=move |_| ask(Purpose::Change(Level::Read))>
                {t.say(|w| w.changes.change_selected)}
            </button>
            <button type="button" class="button button--row" aria-disabled=disabled on:click=move |_| ask(Purpose::Revoke)>
                {t.say(|w| w.changes.revoke_selected)}
            </button>
            <When holds=is_any>
                <span class="status-line">{live(move || (t.words().changes.selected)(counts.get().0, counts.get().1))}</span>
            </When>
    }
}
