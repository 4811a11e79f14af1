//! "Share with account", and "Change" for an account that is listed.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::state::execute_outside::OutsideResult;
use crate::state::outside::ImageKey;
use crate::state::session::signed_in::use_signed_in;
use crate::state::unsaved::Unsaved;
use crate::words::use_locale;
use domain::outside::share::{Share, Shares};
use domain::text::reveal::visible;

use super::dialog::OutsideDialog;
use super::form::ShareForm;

#[component]
pub(super) fn ShareDialog(
    image: ImageKey,
    /// The share that is changed; `None` for a new one.
    before: Option<Share>,
    /// The accounts that are listed.
    listed: Signal<Arc<Shares>>,
    /// Whether everyone can pull the image.
    is_public: Signal<bool>,
    on_close: Callback<()>,
    on_done: Callback<OutsideResult>,
) -> impl IntoView {
    let t = use_locale();
    let own = use_signed_in().caller().account;
    let (title, verb) = match &before {
        None => (t.prop(|w| w.outside().share_with), t.prop(|w| w.outside().share)),
        Some(share) => {
            let account = visible(share.account.as_str());
            (t.format(move |w| (w.outside().change_of)(&account)), t.prop(|w| w.changes().save))
        }
    };
    let is_new = before.is_none();
    let form = ShareForm::new(before, own, listed);
    let unsaved = expect_context::<Unsaved>();
    unsaved.watch(Signal::derive(move || form.is_begun()));
    view! {
        <OutsideDialog
            title
            image
            edit=Signal::derive(move || form.edit())
            verb
            on_attempt=Callback::new(move |()| form.attempt())
            on_close=Callback::new(move |()| unsaved.leave(on_close))
            on_done
        >
            <Show when=Signal::derive(move || is_new && is_public.get())>
                <p class="advice advice--warning">{t.label(|w| w.outside().share_public)}</p>
            </Show>
            {form.view()}
        </OutsideDialog>
    }
}
