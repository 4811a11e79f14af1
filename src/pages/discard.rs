//! The question before work on a page is lost.

use crate::view::prelude::*;

use crate::components::dialog::Dialog;
use crate::state::unsaved::{Loss, Unsaved};
use crate::words::{Words, use_locale};

/// The dialog, while the user is asked.
#[component]
pub fn DiscardQuestion() -> impl IntoView {
    let t = use_locale();
    let unsaved = expect_context::<Unsaved>();
    let is_about = move |loss| unsaved.asking() == Some(loss);
    let title = move |w: &'static Words| {
        if is_about(Loss::Session) { w.changes().lose_session_title } else { w.changes().discard_title }
    };
    let means = move || {
        let words = t.words().changes();
        if is_about(Loss::Session) { words.lose_session_means } else { words.discard_means }
    };
    view! {
        <Show when=Signal::derive(move || unsaved.asking().is_some())>
            <Dialog title=t.format(move |w| title(w).to_owned()) on_dismiss=Callback::new(move |()| unsaved.keep())>
                <div class="dialog__body">
                    <p>{dynamic(means)}</p>
                    <div class="dialog__foot">
                        <button type="button" class="button" on:click=move |_| unsaved.discard()>
                            {t.label(|w| w.changes().discard)}
                        </button>
                        <button type="button" class="button button--primary" autofocus on:click=move |_| unsaved.keep()>
                            {t.label(|w| w.changes().keep_editing)}
                        </button>
                    </div>
                </div>
            </Dialog>
        </Show>
    }
}
