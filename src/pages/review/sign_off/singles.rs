//! What is decided one by one, the riskiest first.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::level::PermissionLabel;
use crate::pages::links::user_link;
use crate::pages::listing::{CellStyle, Column, Listing};
use crate::pages::review::ReviewTable;
use crate::state::review::Reviewed;
use crate::words::{Words, use_locale};
use domain::review::decisions::Decisions;
use domain::review::rows::{SingleRow, singles};
use domain::table::rows::{SortBy, TableRow};
use domain::text::reveal::visible;

use super::decide::{Asking, Item};
use super::groups;

#[component]
pub(super) fn Singles(asking: Asking, reviewed: Reviewed, only_undecided: RwSignal<bool>) -> impl IntoView {
    let (t, signing) = (use_locale(), asking.signing());
    let rows = untrack(|| signing.with(|decisions| singles(&reviewed.snapshot, decisions.agenda())));
    let rows = rows.unwrap_or_default();
    let is_left_out = move |decisions: &Decisions, item| decisions.single(item).is_some();
    let count = rows.len();
    let listing = Listing::new(
        columns(asking),
        move || Arc::clone(&rows),
        move || {
            let hidden: Vec<bool> = if only_undecided.get() {
                let of =
                    |decisions: &Decisions| (0..count).map(|item| is_left_out(decisions, item)).collect();
                signing.with(of).unwrap_or_default()
            } else {
                Vec::new()
            };
            move |row: &SingleRow| hidden.get(row.item) != Some(&true)
        },
    );
    asking.follow(Callback::new(move |item: usize| {
        listing.visible(|rows| {
            let mut rest = rows.skip_while(|row| row.item != item).skip(1);
            let is_open = |row: &&SingleRow| {
                signing.with(|decisions| decisions.single(row.item).is_none()) == Some(true)
            };
            rest.find(is_open).cloned().map(Item::Single)
        })
    }));
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
