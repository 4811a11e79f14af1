//! The grid: a real table whose cells take the focus. One of them is reached by Tab, and keys lead to the others.

use std::ops::Range;

use crate::view::prelude::*;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};

use crate::components::name::LiveName;
use crate::components::table::TableBody;
use crate::components::windowed::{Windowed, use_windowed_beyond};
use crate::words::use_locale;
use domain::review::matrix::{Action, Cursor, Shape, Spot, Turn, With, action};
use domain::table::window::{Item, MOST};

use super::board::Board;
use super::cell::row;
use super::pager::Pager;
use super::signs::legend;

/// Names of more characters than this lean over, and so do all others of the page.
const UPRIGHT: usize = 12;

#[component]
pub(super) fn Grid(
    board: Board,
    /// How many columns fit.
    on_page: usize,
) -> impl IntoView {
    let t = use_locale();
    let count = Signal::stored(board.size().0);
    let windowed = use_windowed_beyond(MOST, count);
    let frame = NodeRef::<html::Div>::new();
    let shape = Memo::new(move |_| board.shape(on_page, board.cursor.with(|cursor| cursor.at.column)));
    // The page may have been wider before: nobody is changed who is not on it.
    board.cursor.set(board.cursor.get_untracked().within(&shape.get_untracked()));
    let columns = Memo::new(move |_| shape.with(|shape| shape.columns.clone()));
    let keys = Keys { board, windowed, frame, shape };
    let table = move || table(board, windowed, columns.get());
    let here = move || {
        let at = board.cursor.get().at;
        let words = t.words().matrix();
        let cell = board.cell(at).map(|cell| (words.cell)(&cell)).unwrap_or_default();
        format!("{} · {}: {cell}", board.row_name(at.row), board.column_name(at.column))
    };
    view! {
        <p class="note">{t.label(|w| w.matrix().keys)}</p>
        <div class="toolbar">
            <Pager board on_page/>
            <button
                type="button"
                class="button"
                on:click=move |_| board.asked.set(Some(board.cursor.get_untracked().block()))
            >
                {t.label(|w| w.matrix().stage)}
            </button>
        </div>
        // What the heads say too, for who sees no more of them than their beginning.
        <p class="matrix-here" aria-hidden="true" translate="no">{dynamic(here)}</p>
        <div
            class="matrix-frame"
            node_ref=frame
            on:keydown=move |event| keys.pressed(&event)
            on:focusin=move |event| keys.focused(event.target())
            on:mousedown=move |event| keys.clicked(&event)
            on:dblclick=move |event| {
                if spot_of(event.target()).is_some() {
                    keys.ask();
                }
            }
        >
            {dynamic(table)}
        </div>
        {legend()}
    }
}

fn table(board: Board, windowed: Windowed, columns: Range<usize>) -> AnyView {
    let t = use_locale();
    let names: Vec<String> = columns.clone().map(|column| untrack(|| board.column_name(column))).collect();
    let leans = names.iter().any(|name| name.chars().count() > UPRIGHT);
    let head = |column: usize| {
        let name = Signal::derive(move || board.column_name(column));
        view! {
            <th scope="col" role="columnheader" aria-colindex=(column + 2).to_string()>
                <span class="matrix__name" title=move || name.get()><LiveName text=name/></span>
            </th>
        }
    };
    let corner = move || match board.turn {
        Turn::ImagesDown => t.words().matrix().image,
        Turn::UsersDown => t.words().matrix().user,
    };
    // Tab leads to the cell of the cursor, or where that is not drawn to the first one that is.
    let tab = Memo::new(move |_| {
        let Spot { row, column } = board.cursor.get().at;
        let drawn = |item: &Item| match item {
            Item::Row(drawn) => Some(*drawn),
            Item::Gap(_) => None,
        };
        let row = windowed.items.with(|items| {
            let is_drawn = items.contains(&Item::Row(row));
            items.iter().find_map(drawn).filter(|_| !is_drawn).unwrap_or(row)
        });
        Spot { row, column }
    });
    let heads = columns.clone().map(head).collect_view();
    let (across, (rows, all_columns)) = (columns.len() + 1, board.size());
    let identity = Callback::new(|place: usize| u64::try_from(place).unwrap_or(u64::MAX));
    let row = Callback::new(move |place| row(board, columns.clone(), tab, place));
    let class = if leans { "matrix matrix--leaning" } else { "matrix" };
    view! {
        <table
            class=class
            role="grid"
            aria-label=t.label(|w| w.matrix().matrix)
            aria-multiselectable="true"
            aria-rowcount=(rows + 1).to_string()
            aria-colcount=(all_columns + 1).to_string()
        >
            <thead role="rowgroup">
                <tr role="row" aria-rowindex="1">
                    <th scope="col" role="columnheader" class="matrix__corner" aria-colindex="1">{dynamic(corner)}</th>
                    {heads}
                </tr>
            </thead>
            <TableBody count=Signal::stored(rows) whole=0 windowed columns=across identity row mark=None/>
        </table>
    }
    .into_any()
}

/// What keys and clicks do.
#[derive(Clone, Copy)]
struct Keys {
    board: Board,
    windowed: Windowed,
    frame: NodeRef<html::Div>,
    shape: Memo<Shape>,
}

impl Keys {
    fn pressed(self, event: &KeyboardEvent) {
        if spot_of(event.target()).is_none() {
            return;
        }
        let with = With::of(event.shift_key(), event.ctrl_key(), event.alt_key() || event.meta_key());
        let Some(action) = action(&event.key(), with) else { return };
        event.prevent_default();
        let cursor = self.board.cursor.get_untracked();
        match action {
            Action::Move(step, extend) => {
                let moved = self.shape.with_untracked(|shape| cursor.moved(step, extend, shape));
                self.go(moved);
            }
            Action::Ask => self.ask(),
            Action::Stage(desired) => self.board.stage(&cursor.block(), desired),
            Action::TakeBack => {
                if !self.board.take_back(&cursor.block()) {
                    self.board.cursor.set(Cursor::at(cursor.at));
                }
            }
        }
    }

    fn ask(self) {
        self.board.asked.set(Some(self.board.cursor.get_untracked().block()));
    }

    /// A cell has got the focus, by whatever means.
    fn focused(self, target: Option<EventTarget>) {
        if !self.windowed.is_giving_focus_back()
            && let Some(spot) = spot_of(target)
            && self.board.cursor.with_untracked(|cursor| cursor.at != spot)
        {
            self.board.cursor.set(Cursor::at(spot));
        }
    }

    /// A click takes the focus by itself; with Shift it selects a block.
    fn clicked(self, event: &MouseEvent) {
        let Some(spot) = spot_of(event.target()) else { return };
        if event.shift_key() {
            event.prevent_default();
            self.go(self.board.cursor.get_untracked().reaching(spot));
        } else {
            self.board.cursor.set(Cursor::at(spot));
        }
    }

    /// Goes to a cell, which may not be drawn yet.
    fn go(self, cursor: Cursor) {
        self.board.cursor.set(cursor);
        if let Some(cell) = self.element(cursor.at) {
            let _ = cell.focus();
            return;
        }
        self.windowed.draw(cursor.at.row);
        request_animation_frame(move || {
            // Keys come faster than frames: another one may have led on from here.
            let is_here =
                self.board.cursor.try_with_untracked(|present| present.at == cursor.at) == Some(true);
            if let Some(cell) = self.element(cursor.at).filter(|_| is_here) {
                let _ = cell.focus();
            }
        });
    }

    fn element(self, Spot { row, column }: Spot) -> Option<HtmlElement> {
        let frame = self.frame.try_get_untracked().flatten()?;
        let cell = frame.query_selector(&format!("tr[data-row='{row}'] td[data-column='{column}']"));
        cell.ok()??.dyn_into().ok()
    }
}

/// The cell of an event.
fn spot_of(target: Option<EventTarget>) -> Option<Spot> {
    let cell = target?.dyn_into::<Element>().ok()?.closest("td[data-column]").ok()??;
    let column = cell.get_attribute("data-column")?.parse().ok()?;
    let row = cell.closest("tr[data-row]").ok()??.get_attribute("data-row")?.parse().ok()?;
    Some(Spot { row, column })
}
