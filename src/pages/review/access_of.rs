//! The table of what one user reaches, with what is staged, and staging for a row, for those selected, or for all.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::components::level::PermissionLabel;
use crate::pages::links::target_link;
use crate::pages::listing::{CellStyle, Column, Listing, SearchField};
use crate::pages::save::listing_file;
use crate::state::plan::Planning;
use crate::words::use_locale;
use domain::effective::{Effective, ListEntry};
use domain::model::names::Target;
use domain::model::user::Person;
use domain::review::reach::Reach;
use domain::review::rows::files::{ACCESS_COLUMNS, access_row};
use domain::review::rows::{AccessRow, access, unknown};
use domain::review::snapshot::Snapshot;
use domain::table::rows::SortBy;
use domain::text::reveal::visible;

use super::selecting::{SelectAll, Ticked};
use super::table::ReviewTable;
use crate::pages::wizards::by_hand::{Asked, StageByHand, row_buttons, staged_words, take_back};
use crate::pages::wizards::clone::CloneAccess;
use crate::pages::wizards::off_board::OffBoard;

#[component]
pub(super) fn AccessOf(snapshot: Arc<Snapshot>, reach: Reach, person: Person) -> impl IntoView {
    let t = use_locale();
    let called = visible(person.name.as_str());
    let (reached, of, open) = (reach.images.len(), reach.of, reach.open.len());
    let (is_at_least, name) = (reach.is_at_least, called.clone());
    let sentence = move || (t.words().review_tables().reaches)(&name, reached, of, is_at_least);
    let rest = move || (open > 0).then(|| (t.words().review_tables().open)(open));
    let rows = access(&snapshot, &reach);
    let unknown_rows = unknown(&snapshot, &reach);
    let read_at = snapshot.ended;
    let asked = RwSignal::new(None);
    let ticked = Ticked::new(|row: &AccessRow| Some(&row.target));
    let columns = columns(&person, asked, ticked);
    let listing = Listing::new(columns, move || Arc::clone(&rows), || |_: &AccessRow| true);
    // The screen does not have these rows: "Select all" would stage changes for them too.
    let unknown = Listing::new(Vec::new(), move || Arc::clone(&unknown_rows), || |_: &AccessRow| true);
    let file = Callback::new(move |()| {
        let mut table = listing_file(listing, "access", &ACCESS_COLUMNS, Some(read_at), access_row);
        untrack(|| {
            table.rows.extend(unknown.visible(|rows| rows.map(access_row).collect::<Vec<_>>()));
            table.about.of += unknown.len();
        });
        table
    });
    let id = person.id.clone();
    view! {
        <p>{dynamic(sentence)} " " {dynamic(rest)}</p>
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.lists.filter)/>
            <OffBoard snapshot=Arc::clone(&snapshot) id=id.clone() called=called.clone()/>
            <CloneAccess snapshot=Arc::clone(&snapshot) id called=called.clone()/>
        </div>
        <Selected listing ticked person asked/>
        <ReviewTable
            listing
            label=t.format(move |w| (w.review_tables().access_of)(&called))
            class="table--reach"
            count=t.format(move |w| (w.review_tables().rows)(listing.count(), listing.len()))
            file
        />
        <StageByHand snapshot asked/>
    }
}

/// "Select all", how many are selected, and what can be done with them.
#[component]
fn Selected(
    listing: Listing<AccessRow>,
    ticked: Ticked<AccessRow>,
    person: Person,
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView {
    let (t, planning, announce) = (use_locale(), Planning::of_session(), expect_context::<Announce>());
    let counts = Memo::new(move |_| ticked.counts(listing));
    let is_none = move || (counts.get().0 == 0).then_some("true");
    let targets = Callback::new(move |()| {
        let rows = untrack(|| ticked.rows(listing));
        let targets: Vec<Target> = rows.into_iter().map(|row| row.target).collect();
        if targets.is_empty() {
            announce.toast(t.untracked().wizards().choose_rows);
        }
        targets
    });
    let id = person.id.clone();
    let stage = move |_| {
        let targets = targets.run(());
        if !targets.is_empty() {
            asked.set(Some(Asked { targets, user: Some(person.clone()), desired: None }));
        }
    };
    let back = move |_| {
        let targets = targets.run(());
        if !targets.is_empty() {
            take_back(planning, announce, t, (&targets, &id));
        }
    };
    let said = move || {
        let (count, of) = counts.get();
        (count > 0).then(|| (t.words().changes().selected)(count, of))
    };
    view! {
        <div class="toolbar">
            <SelectAll ticked listing/>
            <button type="button" class="button" aria-disabled=is_none on:click=stage>
                {t.label(|w| w.wizards().stage_selected)}
            </button>
            <button type="button" class="button" aria-disabled=is_none on:click=back>
                {t.label(|w| w.wizards().take_back_selected)}
            </button>
            <span class="status-line">{dynamic(said)}</span>
        </div>
    }
}

fn columns(
    person: &Person,
    asked: RwSignal<Option<Asked>>,
    ticked: Ticked<AccessRow>,
) -> Vec<Column<AccessRow>> {
    let t = use_locale();
    let (user, id) = (person.clone(), person.id.clone());
    let actions = move |row: &AccessRow| {
        let desired = row.direct.level();
        let about = Asked { targets: vec![row.target.clone()], user: Some(user.clone()), desired };
        row_buttons(asked, about, user.id.clone(), visible(row.target.to_string()))
    };
    vec![
        Column::new(t.prop(|w| w.plan().place), move |row: &AccessRow| {
            view! { {ticked.tick(row)} {target_link(&row.target)} }
        })
        .named(|row: &AccessRow| Some(visible(row.target.to_string())))
        .sorted("where", SortBy::Name),
        Column::new(t.prop(|w| w.access().permission), |row: &AccessRow| effective(row.effective))
            .style(CellStyle::Labelled(""))
            .sorted("permission", SortBy::Value(|a, b| a.effective.rank().cmp(&b.effective.rank()))),
        Column::new(t.prop(|w| w.review_tables().from), |row: &AccessRow| {
            let (t, origin) = (use_locale(), row.origin);
            dynamic(move || origin.map(t.words().review_tables().origin))
        })
        .style(CellStyle::Labelled(""))
        .sorted("from", SortBy::Value(|a, b| a.origin.cmp(&b.origin))),
        Column::new(t.prop(|w| w.wizards().own_list), move |row: &AccessRow| {
            let own = match row.direct.clone() {
                ListEntry::Present(permission) => view! { <PermissionLabel permission/> }.into_any(),
                ListEntry::Absent => {
                    view! { <span class="muted">{t.label(|w| w.plan().nothing)}</span> }.into_any()
                }
                ListEntry::Unknown => {
                    view! { <span class="muted">{t.label(|w| w.effective().not_known)}</span> }.into_any()
                }
            };
            view! { {own} " " {staged_words(vec![row.target.clone()], id.clone())} }
        })
        .style(CellStyle::Labelled("")),
        Column::new(t.prop(|w| w.changes().actions), actions)
            .named(move |_| Some(t.words().changes().actions.to_owned()))
            .style(CellStyle::Class("cell-actions")),
    ]
}

/// What a user can do, in words.
fn effective(effective: Effective) -> AnyView {
    let t = use_locale();
    dynamic(move || {
        let words = t.words();
        match effective {
            Effective::Level(level, _) => words.levels.name(level).to_owned(),
            Effective::AtLeast(level) => {
                format!("{} {}", words.effective().at_least, words.levels.name(level))
            }
            Effective::Unknown => words.effective().not_known.to_owned(),
        }
    })
    .into_any()
}
