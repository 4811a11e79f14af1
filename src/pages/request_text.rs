//! Writes of a page as the texts that "Request" shows.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::snippets::{RequestContext, RequestFormat, snippet};
use crate::state::session::Session;
use crate::state::session::signed_in::use_signed_in;
use domain::change::write::Write;
use domain::model::access::AccessList;

/// The text of some writes in every form, for the region and session of the page.
pub fn as_text(
    writes: impl Fn() -> Vec<Write> + Send + Sync + 'static,
    list: Signal<Option<Arc<AccessList>>>,
) -> Callback<RequestFormat, String> {
    let (session, signed_in) = (expect_context::<Session>(), use_signed_in());
    Callback::new(move |format| {
        let region = session.state_untracked().active().map(|active| active.region.id.clone());
        let origin = window().location().origin().unwrap_or_default();
        let place = RequestContext::of(&signed_in.client(), &origin, &region.unwrap_or_default());
        snippet(format, &writes(), &place, list.get().as_deref()).unwrap_or_default()
    })
}
