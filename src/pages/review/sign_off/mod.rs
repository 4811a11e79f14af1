//! `/review/sign-off`: what was read is decided on, the decisions are signed, and an auditor gets files.

mod asking;
mod decide;
mod groups;
mod open;
mod package;
mod report;
mod sign;
mod signed;
mod singles;

use crate::view::prelude::*;

use crate::state::review::Review;
use crate::words::use_locale;

use open::Open;
use signed::SignedView;

/// The page.
pub fn sign_off(review: Review) -> AnyView {
    let t = use_locale();
    // What was read since is taken up where nothing is decided yet.
    effect(move || review.begin_decisions());
    let signing = review.signing();
    let is_signed = Memo::new(move |_| signing.signed().is_some());
    let body = move || {
        if is_signed.get() {
            return view! { <SignedView review/> }.into_any();
        }
        let reviewed = signing.reviewed();
        reviewed.map(|reviewed| view! { <Open review reviewed/> }).into_any()
    };
    view! {
        <p class="lead">{t.label(|w| w.sign_off().lead)}</p>
        {dynamic(body)}
    }
    .into_any()
}
