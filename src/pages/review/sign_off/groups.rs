//! What is decided together: organizations and images with the same list, each of which has to be opened first.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::level::PermissionLabel;
use crate::pages::links::{target_link, user_link};
use crate::pages::listing::{CellStyle, Column, Listing};
use crate::pages::review::ReviewTable;
use crate::state::review::Reviewed;
use crate::words::use_locale;
use domain::model::names::Target;
use domain::review::decisions::Decisions;
use domain::review::rows::{GroupRow, together};
use domain::review::snapshot::{Snapshot, UserNumber};
use domain::table::rows::{SortBy, TableRow};
use domain::text::reveal::visible;

use super::asking::{Asking, Item, Of};

/// More names of images are a number.
const NAMED: usize = 200;

const OF: Of<GroupRow> = Of {
    number: |row| row.group,
    is_decided: |decisions, group| decisions.group(group).is_some(),
    item: Item::Group,
};

#[component]
pub(super) fn Groups(asking: Asking, reviewed: Reviewed, only_undecided: RwSignal<bool>) -> impl IntoView {
    let (t, signing) = (use_locale(), asking.signing());
    let rows = untrack(|| signing.with(|decisions| together(&reviewed.snapshot, decisions.agenda())));
    let rows = rows.unwrap_or_default();
    let count = rows.len();
    let listing = Listing::new(
        columns(asking),
        move || Arc::clone(&rows),
        move || {
            let hidden = asking.left_out(only_undecided.get(), count, OF);
            move |row: &GroupRow| hidden.get(row.group) != Some(&true)
        },
    );
    asking.follow(listing, OF);
    view! {
        <ReviewTable
            listing
            label=t.prop(|w| w.sign_off().together)
            class="table--together"
            count=t.format(move |w| (w.review_tables().rows)(listing.count(), listing.len()))
            none=[t.prop(|w| w.sign_off().nothing), t.prop(|w| w.sign_off().nothing_means)]
        />
    }
}

fn columns(asking: Asking) -> Vec<Column<GroupRow>> {
    let t = use_locale();
    vec![
        Column::new(t.prop(|w| w.compare().place), |row: &GroupRow| named(&row.targets))
            .sorted("where", SortBy::Value(|a, b| a.group.cmp(&b.group))),
        Column::new(t.prop(|w| w.sign_off().permissions), |row: &GroupRow| row.grants.to_string())
            .style(CellStyle::Numeric)
            .sorted("permissions", SortBy::Value(|a, b| a.grants.cmp(&b.grants))),
        Column::new(t.prop(|w| w.sign_off().decision), move |row: &GroupRow| open(asking, row))
            .named(move |_| Some(t.words().sign_off().decision.to_owned()))
            .style(CellStyle::Class("cell-actions")),
    ]
}

/// The way to what a row is about; of several images the first, and how many there are.
pub(super) fn named(targets: &[Target]) -> AnyView {
    let (t, images) = (use_locale(), targets.len());
    let Some(first) = targets.first() else { return ().into_any() };
    let more = (images > 1).then(|| view! { " · " {dynamic(move || (t.words().sign_off().images)(images))} });
    view! { {target_link(first)} {more} }.into_any()
}

/// The decision, as the button that opens the list.
fn open(asking: Asking, row: &GroupRow) -> AnyView {
    let (t, group, of, name) = (use_locale(), row.group, row.clone(), visible(row.name()));
    let verdict = Memo::new(move |_| {
        let decided = asking.signing().with(|decisions| decisions.group(group).map(|one| one.verdict));
        decided.flatten()
    });
    let label = move || {
        let words = t.words().sign_off();
        verdict.get().map_or_else(|| words.open.to_owned(), |verdict| (words.verdict)(Some(verdict)))
    };
    let called = move || {
        let words = t.words().sign_off();
        let decision = verdict.get().map(|verdict| (words.verdict)(Some(verdict)));
        let name = (words.open_of)(&name);
        decision.map_or(name.clone(), |decision| format!("{name}. {decision}"))
    };
    view! {
        <button
            type="button"
            class="button button--row"
            aria-label=called
            on:click=move |_| asking.ask(Item::Group(of.clone()))
        >
            {dynamic(label)}
        </button>
    }
    .into_any()
}

/// Who is on the list of a group, with what, and on how many of its images.
pub(super) fn list(asking: Asking, row: &GroupRow) -> AnyView {
    let t = use_locale();
    let Some(reviewed) = untrack(|| asking.signing().reviewed()) else { return ().into_any() };
    let (snapshot, is_several) = (reviewed.snapshot, row.targets.len() > 1);
    let holders = untrack(|| asking.signing().with(|decisions| holders(decisions, row.group, &snapshot)));
    let line = |(user, (place, images)): (UserNumber, (usize, usize))| {
        let known = snapshot.people().get(user)?.clone();
        let permission = snapshot.held(place, user)?.clone();
        Some(view! {
            <tr>
                <th scope="row">{user_link(&known.id, known.names.first())}</th>
                <td><PermissionLabel permission/></td>
                {is_several.then(|| view! { <td>{images.to_string()}</td> })}
            </tr>
        })
    };
    let lines = holders.unwrap_or_default().into_iter().filter_map(line).collect_view();
    let grants = row.grants;
    view! {
        <p>{dynamic(move || (t.words().sign_off().group_means)(grants))}</p>
        {is_several.then(|| images(&row.targets))}
        <table class="glance">
            <thead>
                <tr>
                    <th scope="col">{t.label(|w| w.access().user)}</th>
                    <th scope="col">{t.label(|w| w.sign_off().held)}</th>
                    {is_several.then(|| view! { <th scope="col">{t.label(|w| w.review().images)}</th> })}
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

/// The names of the images that something is about, behind their number.
pub(super) fn images(targets: &[Target]) -> AnyView {
    let (t, size) = (use_locale(), targets.len());
    let rest = size.saturating_sub(NAMED);
    let name = |target: &Target| view! { <li>{visible(target.to_string())}</li> };
    view! {
        <details class="several">
            <summary>{dynamic(move || (t.words().sign_off().images)(size))}</summary>
            <ul>
                {targets.iter().take(NAMED).map(name).collect_view()}
                {(rest > 0).then(|| view! { <li>{dynamic(move || (t.words().review().and_more)(rest))}</li> })}
            </ul>
        </details>
    }
    .into_any()
}

/// The users of a group: a place where they hold the permission, and on how many.
fn holders(decisions: &Decisions, group: usize, snapshot: &Snapshot) -> BTreeMap<UserNumber, (usize, usize)> {
    let mut holders = BTreeMap::new();
    for one in decisions.of_group(group, snapshot) {
        let Some(user) = one.user else { continue };
        holders.entry(user).or_insert((one.place, 0)).1 += 1;
    }
    holders
}
