//! What is there only at times.

use swr_console::view::prelude::*;
use swr_console::view::show::Show;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage, drain, until};

#[wasm_bindgen_test]
async fn a_part_is_there_while_its_condition_holds_and_is_not_drawn_again_meanwhile() {
    let mut stage = Stage::new();
    let count = RwSignal::new(0);
    stage.show(move || {
        view! {
            <Show when=Signal::derive(move || count.get() > 0)>
                <input/>
            </Show>
        }
    });
    assert!(stage.find("input").is_none());
    count.set(1);
    until("the part", || stage.find("input").is_some()).await;
    let first = stage.get("input");
    count.set(2);
    drain().await;
    assert!(first.is_connected(), "what is typed there would be lost");
    count.set(0);
    until("the part to go", || stage.find("input").is_none()).await;
}
