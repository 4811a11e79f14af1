//! The bar between toolbar and table: what can be done with several people, and other ways to look at the list.

use crate::view::prelude::*;

use crate::components::switch::switch;
use domain::model::operation::Kind;

use super::export::Export;
use super::selection::Selection;
use super::use_page;

/// It is there when there is a list.
#[component]
pub(super) fn Bar() -> impl IntoView {
    let page = use_page();
    let has_list = Signal::derive(move || page.list.reader().status().data().is_some());
    view! {
        <Show when=has_list>
            <div class="bar">
                <Show when=Signal::derive(move || !page.effective.get())>
                    <Selection/>
                </Show>
                <span class="toolbar__space"></span>
                <EffectiveSwitch/>
                <Export/>
            </div>
        </Show>
    }
}

/// Between the image's own list and what everyone may do in the end.
#[component]
fn EffectiveSwitch() -> impl IntoView {
    let page = use_page();
    let toggle = move || page.effective.update(|on| *on = !*on);
    (page.kind() == Kind::Image)
        .then(|| switch(|w| w.effective().switch, move || page.effective.get(), toggle))
}
