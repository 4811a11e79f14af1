//! The dialog that warns before a session ends without activity.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::components::dialog::Dialog;
use crate::components::taken_away::{give_back, take_away};
use crate::pages::session_ended::{Renewal, SessionEnded};
use crate::pages::sign_out::sign_out;
use crate::state::session::heartbeat::Heartbeat;
use crate::state::session::{Active, Session};
use crate::words::use_locale;
use domain::session_clock::Untended;

/// The warning; and at the limit, if a scan or a run goes on, the locked page.
#[component]
pub fn IdleDialog() -> impl IntoView {
    let (session, idle) = (expect_context::<Session>(), expect_context::<Heartbeat>().idle);
    let is_locked = Memo::new(move |_| idle.left() == Some(0) && session.locked_by().is_some());
    idle.set_shown(true);
    on_cleanup(move || idle.set_shown(false));
    let dialog = move || {
        let untended = if is_locked.get() { session.locked_by() } else { None };
        match session.state_untracked().active().cloned().zip(untended) {
            Some((active, untended)) => view! { <Locked active untended/> }.into_any(),
            None => view! { <IdleWarning/> }.into_any(),
        }
    };
    dynamic(dialog)
}

/// "Sign in again", with the page taken out of the document.
#[component]
fn Locked(active: Arc<Active>, untended: Untended) -> impl IntoView {
    let away = take_away("main");
    on_cleanup(move || give_back(&away));
    view! { <SessionEnded active renewal=Renewal::Locked(untended)/> }
}

/// The dialog. It says once how much time is left, and shows it all the time.
#[component]
fn IdleWarning() -> impl IntoView {
    let t = use_locale();
    let idle = expect_context::<Heartbeat>().idle;
    let minutes = expect_context::<Session>().config().idle_minutes;
    let announce = expect_context::<Announce>();
    let sign_out = sign_out();
    let means = move || match idle.left().unwrap_or_default() {
        0 => t.words().session_dialogs().idle_writing.to_owned(),
        seconds => (t.words().session_dialogs().idle_means)(minutes, seconds),
    };
    effect(move || announce.aloud(untrack(means)));
    view! {
        <Dialog title=t.prop(|w| w.session_dialogs().idle_title) on_dismiss=Callback::new(move |()| idle.stay())>
            <div class="dialog__body">
                <p>{dynamic(means)}</p>
                <div class="dialog__foot">
                    <button type="button" class="button" on:click=move |_| sign_out.run(())>
                        {t.label(|w| w.shell.sign_out)}
                    </button>
                    <button type="button" class="button button--primary" autofocus on:click=move |_| idle.stay()>
                        {t.label(|w| w.session_dialogs().stay)}
                    </button>
                </div>
            </div>
        </Dialog>
    }
}
