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
    let pieces = drawn(&text);
    view! { <bdi class="name" translate="no">{pieces}</bdi> }
}

/// A name that changes while it is shown.
#[component]
pub fn LiveName(
    /// The name as it came.
    text: Signal<String>,
) -> impl IntoView {
    view! { <bdi class="name" translate="no">{dynamic(move || text.with(|text| drawn(text)))}</bdi> }
}

fn drawn(text: &str) -> Vec<AnyView> {
    let piece = |piece| match piece {
        Piece::Plain(text) => text.into_any(),
        Piece::Hidden(code) => view! { <span class="hidden-char">{format!("⟨{code}⟩")}</span> }.into_any(),
    };
    pieces(text).into_iter().map(piece).collect()
}
