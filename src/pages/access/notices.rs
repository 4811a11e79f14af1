//! What is said above the table: that nothing may be changed here, and how the change of a row went.

use crate::view::prelude::*;

use crate::pages::parts::{use_parts, view_of};
use crate::words::use_locale;

use super::use_page;

#[component]
pub(super) fn Notices() -> impl IntoView {
    let t = use_locale();
    let page = use_page();
    // Only that part sends, so it is there when there is a result.
    let (changing, is_written) =
        (use_parts().changing, Memo::new(move |_| page.changes.writer.result().is_some()));
    view! {
        <Show when=Signal::derive(move || page.lock().is_some())>
            <p class="notice-line">
                {dynamic(move || page.lock())}
                {(!page.is_read_only()).then(|| view! {
                    <button type="button" class="button button--quiet" on:click=move |_| page.changes.override_advice.set(true)>
                        {t.label(|w| w.changes().try_anyway)}
                    </button>
                })}
            </p>
        </Show>
        {dynamic(move || is_written.get().then(|| view_of(changing, move |part| (part.results)(page))))}
    }
}
