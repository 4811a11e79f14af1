//! A part of a view that is there only while a condition holds. Like leptos' `Show`, but compiled once, not once per use.

use super::prelude::*;

/// Draws its children while `when` holds, and draws them again only when it begins to.
#[component]
pub fn Show(
    /// The condition.
    #[prop(into)]
    when: Signal<bool>,
    /// What is drawn.
    children: ChildrenFn,
) -> impl IntoView {
    let when = Memo::new(move |_| when.get());
    dynamic(move || when.get().then(|| children()))
}
