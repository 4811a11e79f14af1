//! The dialog that asks for a level, for those who don't want to use the digits, or can't.

use crate::view::prelude::*;

use crate::components::choice::Choice;
use crate::components::dialog::{Dialog, DialogFoot};
use crate::words::use_locale;
use domain::change::write::DESIRED;
use domain::review::matrix::{Block, Spot};

use super::board::Board;

#[component]
pub(super) fn StageDialog(board: Board) -> impl IntoView {
    dynamic(move || board.asked.get().map(|block| view! { <Question board block/> }))
}

#[component]
fn Question(board: Board, block: Block) -> impl IntoView {
    let t = use_locale();
    let first = Spot { row: *block.rows.start(), column: *block.columns.start() };
    let begin = untrack(|| board.cell(first)).and_then(|cell| cell.first_choice());
    let chosen = RwSignal::new(begin);
    let close = Callback::new(move |()| board.asked.set(None));
    let cells = block.len();
    let title = t.format(move |w| match cells {
        1 => format!("{} · {}", board.row_name(first.row), board.column_name(first.column)),
        cells => (w.matrix().stage_for)(cells),
    });
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        close.run(());
        board.stage(&block, chosen.get_untracked());
    };
    view! {
        <Dialog title on_dismiss=close>
            <form class="dialog__body" novalidate on:submit=send>
                <Choice
                    label=t.prop(|w| w.matrix().level)
                    options=DESIRED.to_vec()
                    word=|desired, words| (words.matrix().desired)(desired).to_owned()
                    value=chosen
                    on_choose=Callback::new(move |desired| chosen.set(desired))
                />
                <DialogFoot
                    cancel=t.prop(|w| w.fix().cancel)
                    verb=t.prop(|w| w.wizards().stage)
                    on_cancel=close
                />
            </form>
        </Dialog>
    }
}
