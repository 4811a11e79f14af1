//! The live region: what is said aloud, and shown for a while.

use crate::view::prelude::*;
use web_sys::Element;

/// The id of the region.
const REGION: &str = "announcer";

/// Lets a component say something, and hear what is said. The app provides it.
#[derive(Clone, Copy)]
pub struct Announce {
    /// Says and shows a sentence.
    pub toast: Callback<String>,
    /// Only says it.
    pub aloud: Callback<String>,
    /// What is being said; empty for silence.
    pub text: Signal<String>,
}

impl Announce {
    /// Says and shows a sentence.
    pub fn toast(self, text: impl Into<String>) {
        self.toast.run(text.into());
    }

    /// Only says it: what happened can be seen where it happened.
    pub fn aloud(self, text: impl Into<String>) {
        self.aloud.run(text.into());
    }
}

/// The one polite live region. It is always in the document, since a region that appears together with its text
/// is often not read.
#[component]
pub fn LiveRegion(
    /// Whether the sentence is shown too.
    #[prop(into)]
    visible: Signal<bool>,
) -> impl IntoView {
    let announce = expect_context::<Announce>();
    view! {
        <div id=REGION class="announcer" class:announcer--said=move || !visible.get() role="status">
            {dynamic(move || announce.text.get())}
        </div>
    }
}

/// Moves the live region into a modal dialog that has just opened: everything outside one is mute.
pub fn speak_inside(dialog: &Element) {
    if let Some(region) = document().get_element_by_id(REGION) {
        let _ = dialog.append_child(&region);
    }
}

/// Moves the live region out of a dialog that is about to go: into the one below, or back into the page.
pub fn speak_outside(dialog: &Element) {
    let Some(region) = document().get_element_by_id(REGION) else { return };
    if !dialog.contains(Some(&region)) {
        return;
    }
    let below = document().query_selector_all("dialog[open]").ok();
    let below = below.and_then(|open| {
        let mut others = (0..open.length()).filter_map(|index| open.item(index));
        others.rfind(|other| !other.is_same_node(Some(dialog)))
    });
    match (below, document().body()) {
        (Some(below), _) => drop(below.append_child(&region)),
        (None, Some(body)) => drop(body.append_child(&region)),
        (None, None) => {}
    }
}
