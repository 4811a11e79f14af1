//! What a printed table says of the rows that it lacks.

use crate::view::prelude::*;

use crate::components::windowed::{PRINTED, Windowed};
use crate::words::use_locale;

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
