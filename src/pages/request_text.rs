//! Writes of a page as the texts that "Request" shows.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::snippets::{RequestContext, RequestFormat, snippet};
use crate::components::request_view::{RequestFold, RequestText};
use crate::state::session::Session;
use crate::state::session::signed_in::use_signed_in;
use domain::change::write::Write;
use domain::model::access::AccessList;

use super::parts::{use_parts, view_of};

/// "Request" for some writes. The forms of a request come with the reports.
#[component]
pub fn Request(
    /// The writes, reading what they depend on.
    writes: Callback<(), Vec<Write>>,
    /// The present list of their target, which forms that describe a whole list need.
    list: Signal<Option<Arc<AccessList>>>,
) -> impl IntoView {
    let reports = use_parts().reports;
    let inside = Callback::new(move |()| view_of(reports, move |reports| (reports.request)(writes, list)));
    view! { <RequestFold inside/> }
}

/// What is inside.
pub(super) fn request(writes: Callback<(), Vec<Write>>, list: Signal<Option<Arc<AccessList>>>) -> AnyView {
    view! { <RequestText shown=as_text(writes, list)/> }.into_any()
}

/// The text of some writes in every form, for the region and session of the page.
fn as_text(
    writes: Callback<(), Vec<Write>>,
    list: Signal<Option<Arc<AccessList>>>,
) -> Callback<RequestFormat, String> {
    let (session, signed_in) = (expect_context::<Session>(), use_signed_in());
    Callback::new(move |format| {
        let region = session.state_untracked().active().map(|active| active.region.id.clone());
        let origin = window().location().origin().unwrap_or_default();
        let place = RequestContext::of(&signed_in.client(), &origin, &region.unwrap_or_default());
        snippet(format, &writes.run(()), &place, list.get().as_deref()).unwrap_or_default()
    })
}
