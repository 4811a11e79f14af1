//! What the page does to write: its dialogs, saving a row, the result. The page reaches it through the parts of the program
//! that have it.

use std::collections::HashSet;

use crate::view::prelude::*;

use crate::components::focus::nobody_has_focus;
use crate::components::heading::focus_heading;
use crate::config::WritePolicy;
use crate::pages::change::{ChangeDialog, Purpose, Question, Results, sentence};
use crate::pages::grant::GrantDialog;
use crate::pages::parts::List;
use crate::pages::request_text::Request;
use crate::state::execute::BatchResult;
use crate::state::journal::Note;
use domain::change::batch::{Batch, Precaution};
use domain::change::risk::{needs_confirmation, risks};
use domain::change::write::{Write, current};

use super::AccessPage;
use super::changes::Changes;
use super::granted::granted;

/// The dialog that grants.
pub(in crate::pages) fn granting(page: AccessPage, list: List, on_close: Callback<()>) -> AnyView {
    view! { <GrantDialog target=page.target() list may=page.may on_close on_done=granted()/> }.into_any()
}

/// The dialog that asks before something is changed or revoked.
pub(in crate::pages) fn asking(
    page: AccessPage,
    question: Question,
    list: List,
    on_close: Callback<()>,
) -> AnyView {
    let on_done = Callback::new(move |result: BatchResult| {
        page.list.take_in(result.list.clone());
        if !result.all_applied() {
            return;
        }
        page.changes.asking.set(None);
        page.changes.editing.set(None);
        page.changes.selected.set(HashSet::new());
        page.list.mark(result.edits().into_iter().map(|edit| edit.id));
        // The control that opened the dialog may have gone with its row.
        request_animation_frame(|| {
            if nobody_has_focus() {
                focus_heading();
            }
        });
    });
    view! { <ChangeDialog question list on_close on_done/> }.into_any()
}

/// The result of saving a row.
pub(in crate::pages) fn results(page: AccessPage) -> AnyView {
    view! { <Results writer=page.changes.writer target=page.target()/> }.into_any()
}

/// What saving the row that is edited would send.
pub(in crate::pages) fn request(page: AccessPage, list: List) -> AnyView {
    let target = page.target();
    let writes =
        Callback::new(move |()| page.changes.editing.with(|edit| Write::all(&target, edit.as_slice())));
    view! { <Request writes list/> }.into_any()
}

/// Sends what was chosen in the row, or asks first if that is risky.
pub(in crate::pages) fn save(changes: Changes) {
    let Some(edit) = changes.editing.get_untracked() else { return };
    if edit.action().is_none() {
        return changes.leave();
    }
    if untrack(|| changes.writer.is_offline()) {
        return changes.say(changes.t.untracked().connection.cannot_send);
    }
    let list = untrack(|| changes.list().fresh()).map(|fresh| fresh.value).unwrap_or_default();
    let edits = vec![edit];
    // The dialog has the field for it.
    let needs_reason = changes.writer.policy() == WritePolicy::ReasonRequired;
    if needs_reason || needs_confirmation(&edits, &risks(&edits, &list, &changes.caller.get_value())) {
        return changes.ask(Purpose::Change, edits);
    }
    let target = changes.list().target();
    let writes = Write::all(&target, &edits);
    let batch = Batch { target, writes, precaution: Precaution::CompareFirst };
    let on_done = changes.on_page(|| Callback::new(move |result| saved(changes, &result)));
    changes.writer.submit(batch, Note::default(), on_done);
}

fn saved(changes: Changes, result: &BatchResult) {
    if result.ended_session() {
        return changes.writer.reset();
    }
    if let Some(list) = &result.list {
        // From now on the user has seen what the list shows; saving once more overwrites it.
        let _ = changes.editing.try_update(|editing| {
            if let Some(edit) = editing {
                edit.expected = current(list, &edit.id);
            }
        });
    }
    changes.list().take_in(result.list.clone());
    if result.all_applied() {
        changes.say(&sentence(changes.t, Purpose::Change, changes.list().kind(), result));
        changes.list().mark(result.edits().into_iter().map(|edit| edit.id));
        // Meanwhile the user may edit another row, which stays as it is.
        let edited = changes.editing.with_untracked(|edit| edit.as_ref().map(|edit| edit.id.clone()));
        if edited.is_none_or(|edited| result.edits().iter().any(|edit| edit.id == edited)) {
            changes.leave();
        } else {
            changes.writer.reset();
        }
    }
}
