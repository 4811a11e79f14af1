//! What is above a matrix: which page of its columns is shown, the way to the others, and buttons for the selected cells.

use crate::view::prelude::*;

use crate::pages::plan::UndoStaging;
use crate::state::plan::Planning;
use crate::words::use_locale;
use domain::review::matrix::{Cursor, Spot, Turn};

use super::board::Board;

/// The buttons, for pages of so many columns.
#[component]
pub(super) fn Pager(board: Board, on_page: usize) -> impl IntoView {
    let t = use_locale();
    let pages = board.pages(on_page);
    let page = Memo::new(move |_| pages.of(board.cursor.with(|cursor| cursor.at.column)));
    let go = move |to: usize| {
        let row = board.cursor.with_untracked(|cursor| cursor.at.row);
        board.cursor.set(Cursor::at(Spot { row, column: pages.page(to).start }));
    };
    let is_first = move || page.get() == 0;
    let is_last = move || page.get() + 1 >= pages.len();
    let previous = move |_| {
        if let Some(before) = page.get_untracked().checked_sub(1) {
            go(before);
        }
    };
    let next = move |_| {
        if page.get_untracked() + 1 < pages.len() {
            go(page.get_untracked() + 1);
        }
    };
    let said = move || {
        let (columns, words) = (pages.page(page.get()), t.words().matrix());
        let numbers = [columns.start + 1, columns.end, pages.columns];
        match board.turn {
            Turn::ImagesDown => (words.users_of)(numbers),
            Turn::UsersDown => (words.images_of)(numbers),
        }
    };
    view! {
        <button type="button" class="button" aria-disabled=move || is_first().to_string() on:click=previous>
            {t.label(|w| w.matrix().previous)}
        </button>
        <span class="matrix-pages">{dynamic(said)}</span>
        <button type="button" class="button" aria-disabled=move || is_last().to_string() on:click=next>
            {t.label(|w| w.matrix().next)}
        </button>
        <UndoStaging planning=Planning::of_session()/>
    }
}
