//! The few drawings of the console, as lines that take the colour of the text around them.

use crate::view::prelude::*;

/// A drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawing {
    /// Two sheets: copy.
    Copy,
    /// A tick: done.
    Tick,
    /// A cross: remove.
    Cross,
}

/// A drawing, for the eye only: its meaning is the name of the button around it.
#[component]
pub fn Icon(
    /// What is drawn.
    #[prop(into)]
    drawing: Signal<Drawing>,
) -> impl IntoView {
    let path = move || match drawing.get() {
        Drawing::Copy => "M6 6h7v7H6zM10.5 3.5v-1h-8v8h1",
        Drawing::Tick => "m3 8.5 3.2 3.2L13 5",
        Drawing::Cross => "m4 4 8 8m0-8-8 8",
    };
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
}
