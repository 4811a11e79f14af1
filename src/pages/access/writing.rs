//! What the page does once something is to be written: the dialogs, saving a row, how that went. Pages reach it through the parts that have it.

use std::collections::HashSet;
use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::focus::nobody_has_focus;
use crate::components::heading::focus_heading;
use crate::pages::change::{ChangeDialog, Purpose, Question, Results, sentence};
use crate::pages::grant::GrantDialog;
use crate::pages::request_text::Request;
use crate::state::execute::BatchResult;
use domain::change::batch::{Batch, Precaution};
use domain::change::risk::{needs_confirmation, risks};
use domain::change::write::{Write, current};
use domain::model::access::AccessList;

use super::AccessPage;
use super::changes::Changes;
use super::granted::granted;

/// The list of the page, as far as it is known.
type List = Signal<Option<Arc<AccessList>>>;

/// The dialog that grants.
pub(in crate::pages) fn granting(page: AccessPage, list: List) -> AnyView {
    let on_close = Callback::new(move |()| page.granting.set(false));
    view! { <GrantDialog target=page.target() list may=page.may on_close on_done=granted()/> }.into_any()
}

/// The dialog that asks before something is changed or revoked.
pub(in crate::pages) fn asking(page: AccessPage, question: Question, list: List) -> AnyView {
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
    let on_close = Callback::new(move |()| page.changes.asking.set(None));
    view! { <ChangeDialog question list on_close on_done/> }.into_any()
}

/// How the change of a row went.
pub(in crate::pages) fn results(page: AccessPage) -> AnyView {
    view! { <Results writer=page.changes.writer target=page.target()/> }.into_any()
}

/// What saving the row that is edited would send.
pub(in crate::pages) fn request(page: AccessPage, list: List) -> AnyView {
    let edited = move || page.changes.editing.with(|editing| Write::all(&page.target(), editing.as_slice()));
    view! { <Request writes=Callback::new(move |()| edited()) list/> }.into_any()
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
    if needs_confirmation(&edits, &risks(&edits, &list, &changes.caller.get_value())) {
        return changes.ask(Purpose::Change, edits);
    }
    let target = changes.list().target();
    let writes = Write::all(&target, &edits);
    let batch = Batch { target, writes, precaution: Precaution::CompareFirst };
    changes.writer.submit(batch, None, Callback::new(move |result| saved(changes, &result)));
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
        changes.leave();
    }
}
