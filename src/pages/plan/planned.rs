//! The table "Planned changes": grave edits first, and a way to take each back.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::pages::links::{target_link, user_link};
use crate::pages::listing::{CellStyle, Column, Listing, SearchField};
use crate::pages::request_text::Request;
use crate::pages::review::ReviewTable;
use crate::pages::save::listing_file;
use crate::state::plan::Planning;
use crate::state::session::signed_in::use_signed_in;
use crate::words::use_locale;
use domain::model::level::Permission;
use domain::plan::rows::{Row, rows};
use domain::plan::stages::{Step, steps};
use domain::table::rows::{SortBy, TableRow};
use domain::text::export::Cell;
use domain::text::reveal::visible;

use super::cells::{desired, file_cell, file_cells, held, search_text};
use super::say::say_changed;

/// Of so many steps at most the requests are shown as text.
const REQUESTS_MOST: usize = 200;

/// The columns in files.
const COLUMNS: [&str; 6] = ["target", "user_id", "user_name", "now", "after", "reason"];

/// A row, with what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PlannedRow {
    row: Row,
    place: String,
}

impl TableRow for PlannedRow {
    fn name(&self) -> &str {
        &self.place
    }

    fn search_text(&self) -> String {
        search_text(&self.place, &self.row.user, &self.row.name)
    }
}

#[component]
pub(super) fn Planned(planning: Planning) -> impl IntoView {
    let t = use_locale();
    let caller = use_signed_in().caller().id;
    let all: Memo<Arc<[PlannedRow]>> = Memo::new(move |_| {
        let row = |row: Row| PlannedRow { place: row.target.to_string(), row };
        planning.with(|plan| rows(plan, &planning.grave()).into_iter().map(row).collect())
    });
    let listing = Listing::new(columns(planning), move || all.get(), || |_: &PlannedRow| true);
    let file = Callback::new(move |()| listing_file(listing, "plan", &COLUMNS, None, file_row));
    let requests = Callback::new(move |()| {
        let steps = planning.with(|plan| steps(plan, &caller));
        steps.iter().take(REQUESTS_MOST).flat_map(Step::writes).collect()
    });
    view! {
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.access().search)/>
        </div>
        <ReviewTable
            listing
            label=t.prop(|w| w.plan().planned)
            class="table--planned"
            count=t.format(move |w| (w.plan().count)(listing.count(), listing.len()))
            file
        />
        <Request writes=requests list=Signal::stored(None)/>
    }
}

fn columns(planning: Planning) -> Vec<Column<PlannedRow>> {
    let t = use_locale();
    vec![
        Column::new(t.prop(|w| w.plan().place), |row: &PlannedRow| target_link(&row.row.target)).sorted(
            "where",
            SortBy::Value(|a, b| {
                let order = |row: &PlannedRow| (row.row.grave.is_empty(), row.row.target.clone());
                order(a).cmp(&order(b))
            }),
        ),
        Column::new(t.prop(|w| w.plan().user), |row: &PlannedRow| {
            user_link(&row.row.user, Some(&row.row.name))
        })
        .sorted("user", SortBy::Text(|row| row.row.name.as_str())),
        Column::new(t.prop(|w| w.plan().now), |row: &PlannedRow| held(row.row.now.clone()))
            .style(CellStyle::Labelled("")),
        Column::new(t.prop(|w| w.plan().after), |row: &PlannedRow| desired(row.row.after))
            .style(CellStyle::Labelled("")),
        Column::new(t.prop(|w| w.plan().reason), |row: &PlannedRow| {
            row.row.reason.as_ref().map(|reason| visible(reason.to_string())).unwrap_or_default()
        })
        .style(CellStyle::Labelled("")),
        Column::new(t.prop(|w| w.changes().actions), move |row: &PlannedRow| take_back(planning, row))
            .named(move |_| Some(t.words().changes().actions.to_owned()))
            .style(CellStyle::Class("cell-actions")),
    ]
}

fn take_back(planning: Planning, row: &PlannedRow) -> AnyView {
    let (t, announce) = (use_locale(), expect_context::<Announce>());
    let (target, id) = (row.row.target.clone(), row.row.user.clone());
    let take_back = move |_| {
        planning.take_back(&target, &id);
        say_changed(planning, announce, t, 1);
    };
    view! {
        <button type="button" class="button button--row" on:click=take_back>
            {t.label(|w| w.plan().take_back)}
        </button>
    }
    .into_any()
}

fn file_row(row: &PlannedRow) -> Vec<Cell> {
    let Row { target, user, name, now, after, reason, .. } = &row.row;
    let mut cells = file_cells(target, user, name);
    cells.extend([
        file_cell(now),
        file_cell(&after.map(Permission::from)),
        reason.as_ref().map(ToString::to_string).into(),
    ]);
    cells
}
