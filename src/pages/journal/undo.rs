//! The way back from one entry: what holds now is read, the difference is shown, and what is confirmed runs as an
//! ordinary write. Nothing here ever runs by itself.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::error::{Kind, Operation};
use crate::api::{ApiError, Cancel};
use crate::components::announcer::Announce;
use crate::components::problem::ProblemView;
use crate::domain::access::AccessList;
use crate::domain::names::UserId;
use crate::domain::undo::{Undo, undo};
use crate::pages::change::{ChangeDialog, Purpose, Question};
use crate::state::journal::Entry;
use crate::state::session::signed_in::use_signed_in;
use crate::state::spawn;
use crate::words::use_locale;

#[component]
pub(super) fn UndoButton(entry: Arc<Entry>) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let session = use_signed_in();
    let asking = RwSignal::new(None::<Question>);
    let list = RwSignal::new(None::<Arc<AccessList>>);
    let reading = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    let kind = Kind::of(&entry.write.target);
    let is_awaited = entry.answer.is_awaited();
    let look = move |present: AccessList, caller: &UserId, entry: &Entry| {
        let Undo { edits, others, cannot, .. } = undo(&entry.write.edits, &present, caller);
        if edits.is_empty() && cannot.is_empty() {
            return announce.toast(t.untracked().journal().nothing_to_undo);
        }
        let purpose = Purpose::Undo(entry.number);
        let question = Question { target: entry.write.target.clone(), purpose, edits, others, cannot };
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
        let entry = Arc::clone(&entry);
        spawn(async move {
            let answer = client.access(&entry.write.target, &caller, &Cancel::new()).await;
            let _ = reading.try_set(false);
            match answer {
                Ok(present) => look(present, &caller, &entry),
                Err(error) => {
                    session.failed(&client, &error);
                    let _ = failed.try_set(Some(error).filter(|error| !error.ends_session()));
                }
            }
        });
    };
    let close = Callback::new(move |()| asking.set(None));
    let listed = Callback::new(move |present: Option<AccessList>| {
        if let Some(present) = present {
            let _ = list.try_set(Some(Arc::new(present)));
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
                    <ChangeDialog question list=list.into() on_close=close on_list=listed on_done=Callback::new(move |_| asking.set(None))/>
                }
            })
        })}
    }
}
