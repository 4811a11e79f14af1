//! The dialog that warns before a session ends without activity.

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::components::dialog::Dialog;
use crate::pages::sign_out::sign_out;
use crate::state::session::Session;
use crate::state::session::heartbeat::Heartbeat;
use crate::words::use_locale;

/// The dialog. It says once how much time is left, and shows it all the time.
#[component]
pub fn IdleWarning() -> impl IntoView {
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
    idle.set_shown(true);
    on_cleanup(move || idle.set_shown(false));
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
