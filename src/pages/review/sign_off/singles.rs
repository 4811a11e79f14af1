//! What is decided one by one, the riskiest first.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::level::PermissionLabel;
use crate::pages::links::user_link;
use crate::pages::listing::{CellStyle, Column, Listing};
use crate::pages::review::ReviewTable;
use crate::state::review::Reviewed;
use crate::words::{Words, use_locale};
use domain::review::rows::{SingleRow, singles};
use domain::table::rows::{SortBy, TableRow};
use domain::text::reveal::visible;

use super::asking::{Asking, Item, Of};
use super::groups;

const OF: Of<SingleRow> = Of {
    number: |row| row.item,
    is_decided: |decisions, item| decisions.single(item).is_some(),
    item: Item::Single,
};

#[component]
pub(super) fn Singles(asking: Asking, reviewed: Reviewed, only_undecided: RwSignal<bool>) -> impl IntoView {
    let (t, signing) = (use_locale(), asking.signing());
    let rows = untrack(|| signing.with(|decisions| singles(&reviewed.snapshot, decisions.agenda())));
    let rows = rows.unwrap_or_default();
    let count = rows.len();
    let listing = Listing::new(
        columns(asking),
        move || Arc::clone(&rows),
        move || {
            let hidden = asking.left_out(only_undecided.get(), count, OF);
            move |row: &SingleRow| hidden.get(row.item) != Some(&true)
        },
    );
    asking.follow(listing, OF);
    view! {
        <ReviewTable
            listing
            label=t.prop(|w| w.sign_off().singles)
            class="table--singles"
            count=t.format(move |w| (w.review_tables().rows)(listing.count(), listing.len()))
            none=[t.prop(|w| w.sign_off().nothing), t.prop(|w| w.sign_off().nothing_means)]
        />
    }
}

fn columns(asking: Asking) -> Vec<Column<SingleRow>> {
    let t = use_locale();
    vec![
        Column::new(t.prop(|w| w.sign_off().why), |row: &SingleRow| {
            let (t, why) = (use_locale(), row.why.clone());
            dynamic(move || {
                let word = |why| (t.words().sign_off().why_of)(why);
                why.iter().copied().map(word).collect::<Vec<_>>().join(" · ")
            })
        })
        .sorted("risk", SortBy::Value(|a, b| a.risk.cmp(&b.risk))),
        Column::new(t.prop(|w| w.compare().place), |row: &SingleRow| groups::named(&row.targets))
            .sorted("where", SortBy::Name),
        Column::new(t.prop(|w| w.access().user), |row: &SingleRow| {
            row.user.as_ref().map(|user| user_link(&user.id, user.names.first())).into_any()
        })
        .sorted("user", SortBy::Value(|a, b| name(a).cmp(&name(b)))),
        Column::new(t.prop(|w| w.sign_off().held), |row: &SingleRow| {
            row.held.clone().map(|permission| view! { <PermissionLabel permission/> }).into_any()
        })
        .style(CellStyle::Labelled("")),
        Column::new(t.prop(|w| w.sign_off().decision), move |row: &SingleRow| decide(asking, row))
            .named(move |_| Some(t.words().sign_off().decision.to_owned()))
            .style(CellStyle::Class("cell-actions")),
    ]
}

fn name(row: &SingleRow) -> Option<String> {
    row.user.as_ref().map(domain::review::snapshot::KnownUser::called)
}

/// The decision, as the button that changes it.
fn decide(asking: Asking, row: &SingleRow) -> AnyView {
    let (t, item, of) = (use_locale(), row.item, row.clone());
    let verdict = Memo::new(move |_| {
        let decided = asking.signing().with(|decisions| decisions.single(item).map(|one| one.verdict));
        decided.flatten()
    });
    let name = {
        let of = row.clone();
        move || {
            let words = t.words().sign_off();
            (words.decide_of)(&sentence(&of, t.words()), &(words.verdict)(verdict.get()))
        }
    };
    let label = move || {
        let words = t.words().sign_off();
        verdict.get().map_or_else(|| words.decide.to_owned(), |verdict| (words.verdict)(Some(verdict)))
    };
    view! {
        <button
            type="button"
            class="button button--row"
            aria-label=name
            on:click=move |_| asking.ask(Item::Single(of.clone()))
        >
            {dynamic(label)}
        </button>
    }
    .into_any()
}

/// "user01 on group/test: Manage", or the image alone.
pub(super) fn sentence(row: &SingleRow, words: &'static Words) -> String {
    let (name, images) = (visible(row.name()), row.targets.len());
    let place = if images > 1 { format!("{name} · {}", (words.sign_off().images)(images)) } else { name };
    match (&row.user, &row.held) {
        (Some(user), Some(held)) => {
            (words.sign_off().item)(&user.called(), &place, &words.levels.permission(held))
        }
        _ => place,
    }
}
