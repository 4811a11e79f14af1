//! The button that opens a dialog about one user, and the place of the dialog.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::pages::parts::{AboutUser, Planning, dialog_of, use_parts};
use crate::words::Text;
use domain::model::names::UserId;
use domain::review::snapshot::Snapshot;

/// See the module.
#[component]
pub(super) fn Opener(
    /// What the button is called.
    label: Text,
    /// Which of the dialogs.
    of: fn(&Planning) -> AboutUser,
    snapshot: Arc<Snapshot>,
    id: UserId,
    /// What the user is called.
    called: String,
) -> impl IntoView {
    let (planning, is_asked) = (use_parts().planning, RwSignal::new(false));
    let close = Callback::new(move |()| is_asked.set(false));
    let dialog = move || {
        let (snapshot, id, called) = (Arc::clone(&snapshot), id.clone(), called.clone());
        is_asked.get().then(|| {
            dialog_of(planning, close, move |planning| {
                of(planning)(Arc::clone(&snapshot), id.clone(), called.clone(), is_asked)
            })
        })
    };
    view! {
        <button type="button" class="button" on:click=move |_| is_asked.set(true)>{label}</button>
        {dynamic(dialog)}
    }
}
