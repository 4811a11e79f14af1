//! "Export" before the reports are there, which draw the kinds of files.

use crate::view::prelude::*;

use crate::components::export_button::ExportButton;

use super::parts::{Reports, use_parts, view_of};

/// The button. This draws the kinds of files, once the reports are there.
pub(super) fn export_by(
    draw: impl Fn(&'static Reports, Callback<()>) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView {
    let reports = use_parts().reports;
    let kinds = Callback::new(move |on_saved: Callback<()>| {
        let draw = draw.clone();
        view_of(reports, move |reports| draw(reports, on_saved))
    });
    view! { <ExportButton kinds/> }.into_any()
}
