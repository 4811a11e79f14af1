//! A name from the service, shown so that it can't pretend to be another: in its own direction, and with
//! invisible characters made visible.

use crate::view::prelude::*;

use domain::text::reveal::{Piece, pieces};

/// A name.
#[component]
pub fn Name(
    /// The name as it came.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let pieces = pieces(&text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Plain(text) => text.into_any(),
            Piece::Hidden(code) => {
                view! { <span class="hidden-char">{format!("⟨{code}⟩")}</span> }.into_any()
            }
        })
        .collect_view();
    view! { <bdi class="name" translate="no">{pieces}</bdi> }
}
