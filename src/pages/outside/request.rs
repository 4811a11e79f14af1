//! "Request" for a write that is not about users.

use crate::view::prelude::*;

use crate::api::snippets::{RequestContext, RequestFormat, outside_snippet};
use crate::components::request_view::{RequestFold, RequestText};
use crate::pages::parts::{use_parts, view_of};
use crate::state::session::Session;
use crate::state::session::signed_in::use_signed_in;
use domain::outside::write::OutsideWrite;

/// See the module. The forms of a request come with the reports.
#[component]
pub fn OutsideRequest(
    /// The write; `None` while something stops it.
    write: Signal<Option<OutsideWrite>>,
) -> impl IntoView {
    let reports = use_parts().reports;
    let inside = Callback::new(move |()| view_of(reports, move |reports| (reports.outside_request)(write)));
    view! { <RequestFold inside/> }
}

/// What is inside.
pub(in crate::pages) fn outside_request(write: Signal<Option<OutsideWrite>>) -> AnyView {
    let (session, signed_in) = (expect_context::<Session>(), use_signed_in());
    let shown = Callback::new(move |format: RequestFormat| {
        let region = session.state_untracked().active().map(|active| active.region.id.clone());
        let origin = window().location().origin().unwrap_or_default();
        let place = RequestContext::of(&signed_in.client(), &origin, &region.unwrap_or_default());
        write.get().and_then(|write| outside_snippet(format, &write, &place)).unwrap_or_default()
    });
    view! { <RequestText shown/> }.into_any()
}
