//! The rows of the dialog: all of a few; of many those that can be seen, in a box that scrolls by itself, so that the
//! foot of the dialog stays in sight.

use crate::view::prelude::*;
use leptos::html;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent};

use crate::components::windowed::height_of;
use domain::grant::draft::DraftField;
use domain::grant::suggest::Offer;
use domain::table::window::{self, Item, Viewport};

use super::fields::RowFields;
use super::form::DraftForm;
use super::import::Import;
use super::row::GrantRow;

/// So many rows are drawn whole. A row has more than ten controls, so a dialog becomes slow sooner than a table.
const WHOLE: usize = 20;

/// The height of a row before one was measured, in CSS pixels.
const ROW: f64 = 64.0;

/// The gap between two rows, as in the style sheet.
const GAP: f64 = 8.0;

/// Which rows are drawn.
#[derive(Clone, Copy)]
pub(super) struct DrawnRows {
    form: DraftForm,
    node: NodeRef<html::Div>,
    viewport: RwSignal<Viewport>,
    /// The place of the row that holds the focus, or is about to: it stays drawn.
    focused: RwSignal<Option<usize>>,
}

impl DrawnRows {
    pub(super) fn new(form: DraftForm) -> Self {
        let viewport = RwSignal::new(Viewport { above: 0.0, height: 400.0, row: ROW });
        let rows = Self { form, node: NodeRef::new(), viewport, focused: RwSignal::new(None) };
        effect(move || {
            // The first rows show how high a row is.
            rows.node.track();
            form.len();
            request_animation_frame(move || rows.measure());
        });
        rows
    }

    fn measure(self) {
        let Some(node) = self.node.try_get_untracked().flatten() else { return };
        let rect = |selector| {
            node.query_selector(selector).ok().flatten().map(|element| element.get_bounding_client_rect())
        };
        let row = rect(".grant-row").map_or(ROW, |row| row.height() + GAP);
        let (all, seen) = (rect(".grant-rows__all"), node.get_bounding_client_rect());
        let viewport = Viewport {
            above: all.map_or(0.0, |all| seen.top() - all.top()),
            height: seen.height(),
            row: row.max(ROW),
        };
        if self.viewport.try_with_untracked(|present| *present != viewport) == Some(true) {
            self.viewport.set(viewport);
        }
    }

    /// Has the row at a place drawn and moves the focus into it.
    pub(super) fn reveal(self, place: usize, row: RowFields, field: DraftField) {
        if row.name_node.get_untracked().is_some() {
            return row.focus(field);
        }
        self.focused.set(Some(place));
        row.focus_soon(field);
    }

    fn is_long(self) -> bool {
        self.form.len() > WHOLE
    }
}

/// A row by its number, or the place of rows that are not drawn: from which on, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Piece {
    Row(u32),
    Gap(usize, usize),
}

/// What is drawn, from top to bottom.
fn pieces(numbers: &[u32], viewport: Viewport, focused: Option<usize>) -> Vec<Piece> {
    let window = window::window_beyond(WHOLE, numbers.len(), viewport);
    let mut next = 0;
    let piece = |item: Item| match item {
        Item::Row(place) => {
            next = place + 1;
            numbers.get(place).map(|number| Piece::Row(*number))
        }
        Item::Gap(count) => Some(Piece::Gap(next, count)),
    };
    window::items(numbers.len(), window, focused).into_iter().filter_map(piece).collect()
}

#[component]
pub(super) fn Rows(rows: DrawnRows, offer: Callback<String, Offer>, import: Import) -> impl IntoView {
    let DrawnRows { form, node, viewport, focused } = rows;
    let numbers = Memo::new(move |_| form.shown().into_iter().map(|row| row.number).collect::<Vec<_>>());
    let drawn = Memo::new(move |_| numbers.with(|numbers| pieces(numbers, viewport.get(), focused.get())));
    let focus_in = move |event: FocusEvent| {
        let number: Option<u32> = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("[data-number]").ok().flatten())
            .and_then(|row| row.get_attribute("data-number"))
            .and_then(|number| number.parse().ok());
        let place = numbers.with_untracked(|numbers| numbers.iter().position(|one| Some(*one) == number));
        if focused.get_untracked() != place {
            focused.set(place);
        }
    };
    let piece = move |piece: Piece| match piece {
        Piece::Row(number) => {
            let row = untrack(|| form.row(number));
            let row = row.map(|row| view! { <GrantRow form row offer import/> });
            view! { <div data-number=number.to_string()>{row}</div> }.into_any()
        }
        Piece::Gap(_, count) => {
            view! { <div aria-hidden="true" style:height=move || height_of(count, viewport.get().row)></div> }
                .into_any()
        }
    };
    view! {
        <div
            class="grant-rows"
            class:grant-rows--long=move || rows.is_long()
            node_ref=node
            on:scroll=move |_| rows.measure()
            on:focusin=focus_in
        >
            <div class="grant-rows__all">
                <For each=move || drawn.get() key=|piece| *piece children=piece/>
            </div>
        </div>
    }
}
