//! The line in the head of an image's pages: who reaches the image from outside, and the way to change that.

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::config::WritePolicy;
use crate::state::execute_outside::OutsideResult;
use crate::state::outside::{ImageKey, OutsideAccess};
use crate::state::session::signed_in::use_signed_in;
use crate::words::use_locale;
use domain::model::catalog::Visibility;
use domain::outside::reach::Reach;
use domain::outside::write::OutsideEdit;

use super::question::OutsideQuestion;

/// See the module.
#[component]
pub fn Summary(
    /// The image.
    image: ImageKey,
    /// What is read of it.
    outside: OutsideAccess,
) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let policy = use_signed_in().write_policy();
    let asking = RwSignal::new(None::<OutsideEdit>);
    let reach = Memo::new(move |_| outside.reach());
    let said = move || match reach.get() {
        None => t.words().lists.loading.to_owned(),
        Some(reach) => (t.words().outside().reach)(reach),
    };
    let is_public = move || matches!(reach.get(), Some(Reach { visibility: Visibility::Public, .. }));
    let known = Memo::new(move |_| match reach.get().map(|reach| reach.visibility) {
        Some(Visibility::Public) => Some(Visibility::Private),
        Some(Visibility::Private) => Some(Visibility::Public),
        Some(Visibility::Unknown) | None => None,
    });
    let is_read_only = policy == WritePolicy::ReadOnly;
    let ask = move |desired: Visibility| {
        if is_read_only {
            return announce.toast(t.untracked().changes().read_only);
        }
        if let Some(fresh) = untrack(|| outside.attributes.fresh()) {
            let expected = (*fresh.value).clone();
            asking.set(Some(OutsideEdit::Visibility { desired: expected.with(desired), expected }));
        }
    };
    let close = Callback::new(move |()| asking.set(None));
    let on_done = Callback::new(move |result: OutsideResult| {
        let is_applied = result.is_applied();
        outside.take_in(result.reading);
        if is_applied {
            let _ = asking.try_set(None);
        }
    });
    let button = move || {
        known.get().map(|desired| {
            let label = move || {
                let words = t.words().outside();
                if desired == Visibility::Public { words.make_public } else { words.make_private }
            };
            view! {
                <button
                    type="button"
                    class="button button--row"
                    aria-disabled=is_read_only.then_some("true")
                    on:click=move |_| ask(desired)
                >
                    {dynamic(label)}
                </button>
            }
        })
    };
    let question = move || {
        let image = image.clone();
        asking.get().map(|edit| view! { <OutsideQuestion image edit on_close=close on_done/> })
    };
    view! {
        <p class="facts facts--reach">
            <span class="fact" class:fact--warning=is_public>{dynamic(said)}</span>
            {dynamic(button)}
        </p>
        {dynamic(question)}
    }
}
