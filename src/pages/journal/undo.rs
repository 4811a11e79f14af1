//! The way back from an entry or a batch: the present list is read, the difference is shown, and what the user confirms
//! runs as an ordinary batch. Nothing here ever runs by itself.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::{ApiError, Cancel};
use crate::components::announcer::Announce;
use crate::components::problem::ProblemView;
use crate::pages::change::{ChangeDialog, Purpose, Question};
use crate::pages::outside::UndoOutside;
use crate::state::execute::BatchResult;
use crate::state::journal::{Entry, Undoes};
use crate::state::known_users::KnownUsers;
use crate::state::readings::Readings;
use crate::state::session::signed_in::use_signed_in;
use crate::state::spawn;
use crate::words::use_locale;
use domain::change::recorded::Recorded;
use domain::change::undo::{Undo, undo};
use domain::change::write::Edit;
use domain::model::access::AccessList;
use domain::model::names::{Target, UserId};
use domain::model::operation::{Kind, Operation};

/// "Undo" for writes to one target, none to the same user twice.
#[component]
pub(super) fn UndoButton(
    /// What to undo.
    entries: Vec<Arc<Entry>>,
    /// How the journal notes it.
    undoes: Undoes,
) -> impl IntoView {
    if let Some(Recorded::Outside { write, .. }) = entries.first().map(|entry| entry.recorded.clone()) {
        let is_awaited = entries.iter().any(|entry| entry.answer.is_awaited());
        return view! { <UndoOutside write undoes is_awaited/> }.into_any();
    }
    view! { <UndoPermissions entries undoes/> }.into_any()
}

#[component]
fn UndoPermissions(entries: Vec<Arc<Entry>>, undoes: Undoes) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let session = use_signed_in();
    let asking = RwSignal::new(None::<Question>);
    let list = RwSignal::new(None::<Arc<AccessList>>);
    let reading = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    let Some(target) = entries.first().map(|entry| entry.recorded.target()) else { return ().into_any() };
    let (kind, of) = (Kind::of(&target), target.clone());
    let (readings, users) = (expect_context::<Readings>(), expect_context::<KnownUsers>());
    let is_awaited = entries.iter().any(|entry| entry.answer.is_awaited());
    let edits: Vec<Edit> = entries.iter().flat_map(|entry| edits_of(entry)).collect();
    let done = StoredValue::new((target, edits));
    let look = move |present: AccessList, caller: &UserId, target: Target, edits: &[Edit]| {
        let Undo { edits, others, cannot, .. } = undo(edits, &present, caller);
        if edits.is_empty() && cannot.is_empty() {
            return announce.toast(t.untracked().journal().nothing_to_undo);
        }
        let question = Question { target, purpose: Purpose::Undo(undoes), edits, others, cannot };
        let _ = list.try_set(Some(Arc::new(present)));
        let _ = asking.try_set(Some(question));
    };
    let click = move |_| {
        let Some(client) = session.try_client_untracked() else { return };
        if is_awaited || reading.try_update(|reading| std::mem::replace(reading, true)).unwrap_or(true) {
            return;
        }
        failed.set(None);
        // The session may be gone when the answer comes.
        let caller = session.caller().id;
        let (target, edits) = done.get_value();
        spawn(async move {
            let answer = client.access(&target, &caller, &Cancel::new()).await;
            let _ = reading.try_set(false);
            match answer {
                Ok(present) => look(present, &caller, target, &edits),
                Err(error) => {
                    session.failed(&client, &error);
                    let _ = failed.try_set(Some(error).filter(|error| !error.ends_session()));
                }
            }
        });
    };
    let close = Callback::new(move |()| asking.set(None));
    let on_done = Callback::new(move |result: BatchResult| {
        match &result.list {
            Some(present) => {
                users.note(present);
                readings.note(&of, Arc::clone(present));
                let _ = list.try_set(Some(Arc::clone(present)));
            }
            None => readings.forget(&of),
        }
        if result.all_applied() {
            let _ = asking.try_set(None);
        }
    });
    view! {
        <button
            type="button"
            class="button"
            class:button--busy=move || reading.get()
            aria-disabled=is_awaited.then_some("true")
            on:click=click
        >
            {t.label(|w| w.changes().undo)}
        </button>
        {dynamic(move || failed.get().map(|error| view! { <ProblemView operation=Operation::QueryAccess(kind) error/> }))}
        {dynamic(move || {
            asking.get().map(|question| {
                view! {
                    <ChangeDialog question list=list.into() on_close=close on_done/>
                }
            })
        })}
    }
    .into_any()
}

fn edits_of(entry: &Entry) -> Vec<Edit> {
    match &entry.recorded {
        Recorded::Permissions { write, .. } => write.edits.clone(),
        Recorded::Outside { .. } => Vec::new(),
    }
}
