//! Parts of a view that follow what they read.

use swr_console::view::dynamic::dynamic;
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage, drain, until};

#[wasm_bindgen_test]
async fn what_was_read_is_followed() {
    let mut stage = Stage::new();
    let name = RwSignal::new("one");
    stage.show(move || view! { <p>{dynamic(move || name.get())}</p> });
    assert_eq!(stage.get("p").text(), "one");
    name.set("two");
    until("the other name", || stage.get("p").text() == "two").await;
}

#[wasm_bindgen_test]
async fn nothing_is_drawn_again_for_what_was_not_read() {
    let mut stage = Stage::new();
    let (name, other) = (RwSignal::new("one"), RwSignal::new(0));
    let drawn = StoredValue::new(0);
    stage.show(move || {
        let part = dynamic(move || {
            drawn.update_value(|drawn| *drawn += 1);
            name.get()
        });
        view! { <p>{part}</p> <output>{dynamic(move || other.get())}</output> }
    });
    other.set(7);
    until("the number", || stage.get("output").text() == "7").await;
    drain().await;
    assert_eq!(drawn.get_value(), 1);
    name.set("two");
    until("the other name", || stage.get("p").text() == "two").await;
    assert_eq!(drawn.get_value(), 2);
}

#[wasm_bindgen_test]
async fn what_was_drawn_before_is_gone_with_all_that_it_held() {
    let mut stage = Stage::new();
    let shows = RwSignal::new(true);
    let gone = StoredValue::new(0);
    stage.show(move || {
        dynamic(move || {
            shows.get().then(|| {
                on_cleanup(move || gone.update_value(|gone| *gone += 1));
                view! { <p>"there"</p> }
            })
        })
    });
    stage.get("p");
    shows.set(false);
    until("nothing", || stage.find("p").is_none()).await;
    assert_eq!(gone.get_value(), 1);
}

#[wasm_bindgen_test]
fn whatever_is_drawn_has_one_type() {
    // An array holds things of one type only: were it not so, this would not compile.
    let stage = Stage::with(|| {
        let parts = [
            dynamic(|| "text"),
            dynamic(|| 7),
            dynamic(|| view! { <b>"markup"</b> }),
            dynamic(|| Some(view! { <i>"perhaps"</i> })),
        ];
        parts.into_iter().collect_view()
    });
    assert_eq!(stage.text(), "text7markupperhaps");
}
