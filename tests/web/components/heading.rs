//! A page's heading, and the focus it takes.

use swr_console::components::heading::PageHeading;
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage, drain, has_focus, until};

#[wasm_bindgen_test]
async fn the_first_page_leaves_the_focus_alone_and_every_later_one_takes_it() {
    let mut stage = Stage::new();
    let page = RwSignal::new(1);
    stage.show(move || {
        move || {
            let number = page.get();
            view! { <PageHeading>{format!("Page {number}")}</PageHeading> }
        }
    });
    until("the first heading to have passed", || !stage.first_page.get_value()).await;
    drain().await;
    assert!(!has_focus(&stage.called("h1", "Page 1")));
    page.set(2);
    until("the focus", || stage.find_called("h1", "Page 2").is_some_and(|heading| has_focus(&heading))).await;
}
