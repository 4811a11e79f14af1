//! The way back from an entry of the journal about who reaches an image from outside: what is there now is read, and the
//! dialog asks. Nothing here ever runs by itself.

use crate::view::prelude::*;

use crate::api::ApiError;
use crate::components::announcer::Announce;
use crate::components::problem::ProblemView;
use crate::state::execute_outside::{OutsideResult, OutsideService, reading_of};
use crate::state::journal::Undoes;
use crate::state::session::signed_in::use_signed_in;
use crate::state::spawn;
use crate::state::writer::Service;
use crate::words::use_locale;
use domain::outside::write::{OutsideEdit, OutsideWrite};

use super::question::OutsideQuestion;

/// "Undo".
#[component]
pub fn UndoOutside(
    /// What was sent.
    write: OutsideWrite,
    /// How the journal notes it.
    undoes: Undoes,
    /// Whether its answer is still awaited.
    is_awaited: bool,
) -> impl IntoView {
    let (t, session) = (use_locale(), use_signed_in());
    let announce = expect_context::<Announce>();
    let asking = RwSignal::new(None::<OutsideEdit>);
    let failed = RwSignal::new(None::<ApiError>);
    let is_unclear = RwSignal::new(false);
    let reading = RwSignal::new(false);
    let operation = reading_of(&write);
    let image = (write.organization.clone(), write.image.clone());
    let click = move |_| {
        let Some(client) = session.try_client_untracked() else { return };
        if is_awaited || reading.try_update(|reading| std::mem::replace(reading, true)).unwrap_or(true) {
            return;
        }
        failed.set(None);
        is_unclear.set(false);
        let (write, caller) = (write.clone(), session.caller().id);
        spawn(async move {
            let service = Service::new(client.clone(), caller);
            let answer = service.read(&write).await;
            let _ = reading.try_set(false);
            match answer.map(|reading| write.edit.state_in(&reading)) {
                Ok(Some(now)) => match write.edit.undo(&now) {
                    Some(back) => {
                        let _ = asking.try_set(Some(back));
                    }
                    None => announce.toast(t.untracked().journal().nothing_to_undo),
                },
                Ok(None) => {
                    let _ = is_unclear.try_set(true);
                }
                Err(error) => {
                    session.failed(&client, &error);
                    let _ = failed.try_set(Some(error).filter(|error| !error.ends_session()));
                }
            }
        });
    };
    let close = Callback::new(move |()| asking.set(None));
    let on_done = Callback::new(move |result: OutsideResult| {
        if result.is_applied() {
            let _ = asking.try_set(None);
        }
    });
    let question = move || {
        let image = image.clone();
        asking.get().map(|edit| {
            view! { <OutsideQuestion image edit undoes=Some(undoes) on_close=close on_done/> }
        })
    };
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
        {dynamic(move || failed.get().map(|error| view! { <ProblemView operation error/> }))}
        <Show when=is_unclear>
            <p class="advice advice--warning" role="alert">{t.label(|w| w.outside().unreadable)}</p>
        </Show>
        {dynamic(question)}
    }
}
