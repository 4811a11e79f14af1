//! One row of the grid: its name, and a cell for each column of the page. The cell itself takes the focus; nothing in it does.

use std::ops::{Range, RangeInclusive};

use crate::view::prelude::*;

use crate::components::name::LiveName;
use domain::review::matrix::{Cell, Spot};

use super::board::Board;
use super::signs::content;

/// What the selection means to a row.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Marks {
    /// The column that Tab leads to, if it is in this row.
    tab: Option<usize>,
    selected: Option<RangeInclusive<usize>>,
}

/// Draws the row at a place.
pub(super) fn row(board: Board, columns: Range<usize>, tab: Memo<Spot>, place: Memo<usize>) -> AnyView {
    let cells = {
        let columns = columns.clone();
        Memo::new(move |_| {
            let row = place.get();
            columns.clone().map(|column| board.cell(Spot { row, column })).collect::<Vec<Option<Cell>>>()
        })
    };
    let marks = Memo::new(move |_| {
        let (row, tab, block) = (place.get(), tab.get(), board.cursor.get().block());
        Marks {
            tab: (tab.row == row).then_some(tab.column),
            selected: block.rows.contains(&row).then(|| block.columns.clone()),
        }
    });
    let name = Signal::derive(move || board.row_name(place.get()));
    let start = columns.start;
    let cell = move |column: usize| {
        let at = column - start;
        let tabindex = move || if marks.with(|marks| marks.tab == Some(column)) { "0" } else { "-1" };
        let is_selected = move || {
            let is_in =
                |marks: &Marks| marks.selected.as_ref().is_some_and(|columns| columns.contains(&column));
            marks.with(is_in).to_string()
        };
        let is_locked = move || {
            cells.with(|cells| cells.get(at)?.as_ref().map(|cell| (!cell.can_be_staged()).to_string()))
        };
        view! {
            <td
                role="gridcell"
                class="matrix__cell"
                tabindex=tabindex
                data-column=column.to_string()
                aria-colindex=(column + 2).to_string()
                aria-selected=is_selected
                aria-readonly=is_locked
            >
                {dynamic(move || cells.with(|cells| cells.get(at)?.as_ref().map(content)))}
            </td>
        }
        .into_any()
    };
    view! {
        <th scope="row" role="rowheader" class="matrix__row" aria-colindex="1">
            <span title=move || name.get()><LiveName text=name/></span>
        </th>
        {columns.map(cell).collect_view()}
    }
    .into_any()
}
