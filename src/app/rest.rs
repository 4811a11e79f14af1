//! What the front shows in the place of a page that only the whole has.

use crate::view::prelude::*;

use crate::components::waiting::Waiting;
use crate::pages::part::{part_is_missing, whole_failed};
use crate::state::session::handover::{WANTED, dispatch};

/// What is shown in place of a page of the whole until that has loaded.
#[component]
pub(super) fn Rest() -> impl IntoView {
    let failed = whole_failed();
    effect(|| dispatch(WANTED));
    let back = Callback::new(|()| {
        if let Ok(history) = window().history() {
            let _ = history.back();
        }
    });
    dynamic(
        move || if failed.get() { part_is_missing() } else { view! { <Waiting on_cancel=back/> }.into_any() },
    )
}
