//! What is shown in place of rows: the list is empty, or nothing fits.

use crate::view::prelude::*;

use crate::words::Text;

/// An empty region, with what to do about it.
#[component]
pub fn Empty(
    /// What is empty.
    title: Text,
    /// Why, and what to do.
    #[prop(optional)]
    text: Option<Text>,
    /// A way on.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty__title">{title}</p>
            {text.map(|text| view! { <p class="empty__text">{text}</p> })}
            {children.map(|children| children())}
        </div>
    }
}
