//! The lists that take the place of the grid where it has no room: one user at a time, with every image and a choice beside
//! it; or the other way round.

use crate::view::prelude::*;

use crate::components::choice::Choice;
use crate::components::name::LiveName;
use crate::components::table::DataTable;
use crate::components::windowed::use_windowed_beyond;
use crate::words::use_locale;
use domain::change::write::{DESIRED, Desired};
use domain::plan::staged_on::StagedOn;
use domain::review::matrix::{Cell, Cursor, Spot, Turn};
use domain::table::window::MOST;

use super::board::Board;
use super::pager::Pager;

/// What is chosen for a cell: that nothing is staged, or an edit.
type Chosen = Option<Desired>;

#[component]
pub(super) fn Lists(board: Board) -> impl IntoView {
    let t = use_locale();
    let column = Memo::new(move |_| board.cursor.with(|cursor| cursor.at.column));
    let count = Signal::stored(board.size().0);
    let windowed = use_windowed_beyond(MOST, count);
    let name = Signal::derive(move || board.column_name(column.get()));
    let identity = Callback::new(move |place: usize| u64::try_from(place).unwrap_or(u64::MAX));
    let row = Callback::new(move |place| row(board, place, column));
    let head = move || match board.turn {
        Turn::ImagesDown => t.words().matrix().image,
        Turn::UsersDown => t.words().matrix().user,
    };
    view! {
        <div class="toolbar"><Pager board on_page=1/></div>
        <h2><LiveName text=name/></h2>
        <DataTable
            label=t.format(move |w| format!("{} · {}", w.matrix().matrix, name.get()))
            count
            windowed
            columns=3
            identity
            row
            mark=None
            class="table--matrix"
        >
            <th scope="col" role="columnheader">{dynamic(head)}</th>
            <th scope="col" role="columnheader">{t.label(|w| w.plan().now)}</th>
            <th scope="col" role="columnheader">{t.label(|w| w.plan().after)}</th>
        </DataTable>
    }
}

fn row(board: Board, place: Memo<usize>, column: Memo<usize>) -> AnyView {
    let t = use_locale();
    let spot = Memo::new(move |_| Spot { row: place.get(), column: column.get() });
    let cell = Memo::new(move |_| board.cell(spot.get()));
    let name = Signal::derive(move || board.row_name(place.get()));
    let said = move || cell.with(|cell| cell.as_ref().map(|cell| (t.words().matrix().cell)(cell)));
    let can_be_staged =
        Signal::derive(move || cell.with(|cell| cell.as_ref().is_some_and(Cell::can_be_staged)));
    let planned = Signal::derive(move || cell.with(|cell| cell.as_ref().map(|cell| cell.planned)));
    // What was chosen and could not be staged has to go away, too.
    let shown = RwSignal::new(());
    let value = Signal::derive(move || -> Chosen {
        shown.track();
        match planned.get() {
            Some(StagedOn::All(desired)) => Some(desired),
            _ => None,
        }
    });
    let on_choose = Callback::new(move |chosen: Chosen| {
        let block = Cursor::at(spot.get_untracked()).block();
        match chosen {
            Some(desired) => board.stage(&block, desired),
            None => drop(board.take_back(&block)),
        }
        shown.set(());
    });
    view! {
        <td role="cell"><LiveName text=name/></td>
        <td role="cell">{dynamic(said)}</td>
        <td role="cell">
            <Show when=can_be_staged>
                <Choice
                    label=t.format(move |w| format!("{}: {}", w.plan().after, name.get()))
                    label_hidden=true
                    options=std::iter::once(None).chain(DESIRED.map(Some)).collect()
                    word=|chosen: Chosen, words| {
                        let words = words.matrix();
                        chosen.map_or(words.unchanged, words.desired).to_owned()
                    }
                    value
                    on_choose
                />
            </Show>
        </td>
    }
    .into_any()
}
