//! Long lists in steps: what is drawn first, and the button that draws more.

use crate::view::prelude::*;

use crate::words::use_locale;

/// How much of a list is drawn.
#[derive(Clone, Copy)]
pub(super) struct Drawn {
    pub(super) shown: RwSignal<usize>,
    all: Signal<usize>,
    step: usize,
}

/// Draws `step` of so many items at first.
pub(super) fn use_more(all: impl Into<Signal<usize>>, step: usize) -> Drawn {
    Drawn { shown: RwSignal::new(step), all: all.into(), step }
}

/// "Show 50 more of 320", where there are more.
#[component]
pub(super) fn More(more: Drawn) -> impl IntoView {
    let t = use_locale();
    let Drawn { shown, all, step } = more;
    let rest = Signal::derive(move || all.get().saturating_sub(shown.get()));
    view! {
        <Show when=Signal::derive(move || rest.get() > 0)>
            <button type="button" class="button" on:click=move |_| shown.update(|shown| *shown += step)>
                {dynamic(move || (t.words().journal().show_more)(rest.get().min(step), all.get()))}
            </button>
        </Show>
    }
}
