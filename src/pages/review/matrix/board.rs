//! A matrix on the screen: where one is, what is selected, and what is staged.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::components::sized::widths_of;
use crate::pages::plan::say_changed;
use crate::state::plan::Planning;
use crate::words::{Locale, use_locale};
use domain::change::write::Desired;
use domain::model::names::{Target, UserId};
use domain::plan::cells::{Set, set};
use domain::plan::staging::Plan;
use domain::review::matrix::{Block, Cell, Cursor, Form, Line, Matrix, Overlay, Pages, Shape, Spot, Turn};
use domain::review::snapshot::{Snapshot, UserNumber};

use super::dialog::StageDialog;
use super::grid::Grid;
use super::lists::Lists;

/// See the module. What is large is behind one value, since each cell has a board.
#[derive(Clone, Copy)]
pub(super) struct Board {
    parts: StoredValue<Parts>,
    pub(super) turn: Turn,
    pub(super) cursor: RwSignal<Cursor>,
    /// The block that a dialog asks about.
    pub(super) asked: RwSignal<Option<Block>>,
    overlay: Memo<Arc<Overlay>>,
}

struct Parts {
    snapshot: Arc<Snapshot>,
    matrix: Arc<Matrix>,
    /// What each user is called.
    users: Vec<String>,
    planning: Planning,
    announce: Announce,
    t: Locale,
}

#[component]
pub(super) fn BoardView(snapshot: Arc<Snapshot>, matrix: Arc<Matrix>, turn: Turn) -> impl IntoView {
    let board = Board::new(snapshot, matrix, turn);
    let ruler = NodeRef::new();
    let widths = widths_of(ruler);
    let form = Memo::new(move |_| match widths.get() {
        (0.0, _) => None,
        (width, rem) => Some(Form::of(width, rem)),
    });
    let body = move || {
        form.get().map(|form| match form {
            Form::Lists => view! { <Lists board/> }.into_any(),
            Form::Grid(on_page) => view! { <Grid board on_page/> }.into_any(),
        })
    };
    view! {
        <div class="matrix-ruler" aria-hidden="true" node_ref=ruler><i></i></div>
        {dynamic(body)}
        <StageDialog board/>
    }
}

impl Board {
    fn new(snapshot: Arc<Snapshot>, matrix: Arc<Matrix>, turn: Turn) -> Self {
        let (planning, announce, t) = (Planning::of_session(), expect_context::<Announce>(), use_locale());
        let users = matrix.called(&snapshot);
        let overlay = {
            let (snapshot, matrix) = (Arc::clone(&snapshot), Arc::clone(&matrix));
            Memo::new(move |_| planning.with(|plan| Arc::new(Overlay::of(plan, &matrix, &snapshot))))
        };
        let parts = StoredValue::new(Parts { snapshot, matrix, users, planning, announce, t });
        let (cursor, asked) = (RwSignal::new(Cursor::default()), RwSignal::new(None));
        Self { parts, turn, cursor, asked, overlay }
    }

    /// How many rows and columns there are.
    pub(super) fn size(self) -> (usize, usize) {
        self.parts.with_value(|parts| parts.matrix.size(self.turn))
    }

    /// The columns in pages of so many.
    pub(super) fn pages(self, on_page: usize) -> Pages {
        Pages { columns: self.size().1, on_page }
    }

    /// What can be moved over on the page of a column.
    pub(super) fn shape(self, on_page: usize, column: usize) -> Shape {
        let pages = self.pages(on_page);
        Shape { rows: self.size().0, columns: pages.page(pages.of(column)) }
    }

    /// What a cell holds, with what is staged over it.
    pub(super) fn cell(self, spot: Spot) -> Option<Cell> {
        let (row, user) = self.turn.pair(spot);
        let overlay = self.overlay.get();
        self.parts.with_value(|parts| overlay.cell(&parts.matrix, &parts.snapshot, row, user))
    }

    /// What a row is called.
    pub(super) fn row_name(self, row: usize) -> String {
        self.name(move |matrix| matrix.down(self.turn, row))
    }

    /// What a column is called.
    pub(super) fn column_name(self, column: usize) -> String {
        self.name(move |matrix| matrix.across(self.turn, column))
    }

    fn name(self, line: impl FnOnce(&Matrix) -> Option<Line<'_>>) -> String {
        self.parts.with_value(|parts| match line(&parts.matrix) {
            Some(Line::Images(row)) => {
                let first = parts.snapshot.subject(row.first()).map(|subject| subject.target.to_string());
                let first = first.unwrap_or_default();
                match row.images.len() - 1 {
                    0 => first,
                    more => (parts.t.words().matrix().and_more)(&first, more),
                }
            }
            Some(Line::User(user)) => {
                let place = parts.matrix.users.iter().position(|one| *one == user);
                place.and_then(|place| parts.users.get(place)).cloned().unwrap_or_default()
            }
            None => String::new(),
        })
    }

    /// Stages a level for each cell of a block, as one staging, and says what came of it.
    pub(super) fn stage(self, block: &Block, desired: Desired) {
        let cells = self.images_of(block);
        self.parts.with_value(|parts| {
            let Set { edits, not_read, oneself } = set(&parts.snapshot, cells, desired);
            let staging = parts.planning.stage(edits);
            let (staged, all) =
                (staging.added + staging.replaced, untrack(|| parts.planning.with(Plan::len)));
            let numbers = [staged, staging.taken_back, all, not_read, oneself];
            parts.announce.toast((parts.t.untracked().matrix().staged)(numbers));
        });
    }

    /// Takes back what is staged for a block, as one staging. Returns whether there was anything.
    pub(super) fn take_back(self, block: &Block) -> bool {
        let cells = self.images_of(block);
        self.parts.with_value(|parts| {
            let edit = |(place, user): (usize, UserNumber)| -> Option<(Target, UserId)> {
                let target = parts.snapshot.subject(place)?.target.clone();
                Some((target, parts.snapshot.people().get(user)?.id.clone()))
            };
            let edits: Vec<_> = cells.into_iter().filter_map(edit).collect();
            let is_staged = |(target, user): &(Target, UserId)| {
                untrack(|| parts.planning.with(|plan| plan.get(target, user).is_some()))
            };
            if !edits.iter().any(is_staged) {
                return false;
            }
            let changed = parts.planning.take_back_all(edits);
            say_changed(parts.planning, parts.announce, parts.t, changed);
            true
        })
    }

    /// Each image of a block with each of its users.
    fn images_of(self, block: &Block) -> Vec<(usize, UserNumber)> {
        self.parts.with_value(|parts| {
            let Matrix { rows, users } = &*parts.matrix;
            let of_cell = |spot: Spot| {
                let (row, user) = self.turn.pair(spot);
                let (images, user) = (rows.get(row), users.get(user).copied());
                let images = images.map(|row| row.images.clone()).unwrap_or_default();
                images.into_iter().filter_map(move |image| Some((image, user?)))
            };
            block.cells().flat_map(of_cell).collect()
        })
    }
}
