//! Something that is there only at times. Like leptos' `Show`, but compiled once and not once per use.

use crate::prelude::*;

use super::live::live;

/// Draws its children while a condition holds, and draws them again only when it begins to.
#[component]
pub fn When(
    /// The condition.
    #[prop(into)]
    holds: Signal<bool>,
    children: ChildrenFn,
) -> impl IntoView {
    let holds = Memo::new(move |_| holds.get());
    live(move || holds.get().then(|| children()))
}
