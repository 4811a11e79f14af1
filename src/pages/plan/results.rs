//! The table "Results": what each edit of a run has come to, with what is left over, and the ways on from there.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::pages::links::{target_link, user_link};
use crate::pages::listing::{CellStyle, Column, Listing};
use crate::pages::review::ReviewTable;
use crate::pages::save::listing_file;
use crate::state::plan::{Ended, Planning};
use crate::words::{Words, use_locale};
use domain::model::level::Permission;
use domain::plan::run::{Kind, Word};
use domain::table::rows::{SortBy, TableRow};
use domain::text::export::Cell;

use super::buttons::undo_run;
use super::cells::{desired, file_cell, file_cells, held, search_text, sentence};
use super::left::Left;
use super::overview::lines;
use super::say::say_staged;

/// The columns in files.
const COLUMNS: [&str; 6] = ["target", "user_id", "user_name", "now", "after", "result"];

/// A row, with what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ResultRow {
    ended: Ended,
    place: String,
}

impl ResultRow {
    fn kind(&self) -> Option<Kind> {
        self.ended.word.as_ref().map(Word::kind)
    }
}

impl TableRow for ResultRow {
    fn name(&self) -> &str {
        &self.place
    }

    fn search_text(&self) -> String {
        let edit = &self.ended.staged.edit;
        search_text(&self.place, &edit.id, &edit.name)
    }
}

/// Results are there once the run does not go on.
#[component]
pub(super) fn Results(planning: Planning) -> impl IntoView {
    let has_results = Memo::new(move |_| !planning.ended().is_empty());
    view! {
        <Show when=has_results>
            <Ways planning/>
            <Left planning/>
            <ResultTable planning/>
        </Show>
    }
}

/// What the words add up to, the facts of what is left over, and the buttons.
#[component]
fn Ways(planning: Planning) -> impl IntoView {
    let (t, announce) = (use_locale(), expect_context::<Announce>());
    let is_over = Signal::derive(move || !planning.is_under_way());
    let counts = move || planning.status().map(|status| status.counts);
    let has_applied = Signal::derive(move || counts().is_some_and(|counts| counts.of(Kind::Applied) > 0));
    let has_left = Signal::derive(move || counts().is_some_and(|counts| counts.left_over() > 0));
    let summary = move || {
        let (counts, words) = (counts()?, t.words().run());
        let some = Kind::ALL.into_iter().filter(|kind| counts.of(*kind) > 0);
        let item = |kind| view! { <li>{(words.counted)(kind, counts.of(kind))}</li> };
        Some(some.map(item).collect_view())
    };
    let undo = move || planning.batch().map(|batch| undo_run(planning, batch));
    let stage = move |_| {
        let count = planning.stage_left_over();
        say_staged(planning, announce, t, count);
    };
    view! {
        <ul class="facts">{dynamic(summary)}</ul>
        {dynamic(move || lines(facts(&planning.ended(), t.words()), t.words()))}
        <Show when=is_over>
            <div class="toolbar">
                <Show when=has_applied>
                    {dynamic(undo)}
                </Show>
                <Show when=has_left>
                    <button type="button" class="button" on:click=stage>{t.label(|w| w.run().left_over)}</button>
                </Show>
            </div>
        </Show>
    }
}

/// A line for each edit that is not as planned: what happened to it.
fn facts(ended: &[Ended], words: &'static Words) -> Vec<String> {
    let line = |one: &Ended| {
        let word = one.word.as_ref().filter(|word| !word.is_as_planned())?;
        let (kind, facts) = ((words.run().kind)(word.kind()), (words.run().facts)(word));
        Some(format!("{} · {kind}. {facts}", sentence(&one.staged, words)))
    };
    ended.iter().filter_map(line).collect()
}

#[component]
fn ResultTable(planning: Planning) -> impl IntoView {
    let t = use_locale();
    let all: Memo<Arc<[ResultRow]>> = Memo::new(move |_| {
        let row = |ended: &Ended| ResultRow { place: ended.staged.target.to_string(), ended: ended.clone() };
        planning.ended().iter().map(row).collect()
    });
    let listing = Listing::new(columns(), move || all.get(), || |_: &ResultRow| true);
    let file = Callback::new(move |()| listing_file(listing, "results", &COLUMNS, None, file_row));
    view! {
        <ReviewTable
            listing
            label=t.prop(|w| w.run().results)
            class="table--results"
            count=t.format(move |w| (w.plan().count)(listing.count(), listing.len()))
            file
        />
    }
}

fn columns() -> Vec<Column<ResultRow>> {
    let t = use_locale();
    vec![
        Column::new(t.prop(|w| w.plan().place), |row: &ResultRow| target_link(&row.ended.staged.target))
            .sorted("where", SortBy::Name),
        Column::new(t.prop(|w| w.plan().user), |row: &ResultRow| {
            user_link(&row.ended.staged.edit.id, Some(&row.ended.staged.edit.name))
        })
        .sorted("user", SortBy::Text(|row| row.ended.staged.edit.name.as_str())),
        Column::new(t.prop(|w| w.plan().now), |row: &ResultRow| held(row.ended.staged.edit.expected.clone()))
            .style(CellStyle::Labelled("")),
        Column::new(t.prop(|w| w.plan().after), |row: &ResultRow| desired(row.ended.staged.edit.desired))
            .style(CellStyle::Labelled("")),
        Column::new(t.prop(|w| w.run().result), |row: &ResultRow| {
            let (t, kind) = (use_locale(), row.kind());
            dynamic(move || kind.map_or(t.words().run().open, |kind| (t.words().run().kind)(kind)))
        })
        .style(CellStyle::Labelled(""))
        .sorted("result", SortBy::Value(|a, b| a.kind().cmp(&b.kind()))),
    ]
}

fn file_row(row: &ResultRow) -> Vec<Cell> {
    let edit = &row.ended.staged.edit;
    let mut cells = file_cells(&row.ended.staged.target, &edit.id, &edit.name);
    cells.extend([
        file_cell(&edit.expected),
        file_cell(&edit.desired.map(Permission::from)),
        row.kind().map(Kind::key).into(),
    ]);
    cells
}
