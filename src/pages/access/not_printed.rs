//! What stands in the place of rows that are not there: on the screen, and on paper; and of entries that could not be
//! read.

use crate::view::prelude::*;

use crate::components::empty::Empty;
use crate::components::windowed::{PRINTED, Windowed};
use crate::pages::table_controls::ClearFilter;
use crate::words::use_locale;

/// Why there is no row. Where entries could not be read it is not said that there is nobody.
#[component]
pub(super) fn NoRows(nobody: Signal<bool>, unreadable: Signal<usize>) -> impl IntoView {
    let t = use_locale();
    dynamic(move || {
        if nobody.get() && unreadable.get() > 0 {
            return ().into_any();
        }
        if nobody.get() {
            return view! { <Empty title=t.prop(|w| w.access().nobody) text=t.prop(|w| w.access().nobody_means)/> }.into_any();
        }
        view! {
            <Empty title=t.prop(|w| w.lists.no_match)>
                <ClearFilter/>
            </Empty>
        }
        .into_any()
    })
}

/// How many rows a printed table lacks.
#[component]
pub(super) fn NotPrinted(count: Signal<usize>, windowed: Windowed) -> impl IntoView {
    let t = use_locale();
    dynamic(move || {
        let cut = count.get().saturating_sub(PRINTED);
        (windowed.is_printing() && cut > 0)
            .then(|| view! { <p class="note">{(t.words().access().print_cut)(cut)}</p> })
    })
}
