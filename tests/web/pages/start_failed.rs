//! A console that can't be configured.

use swr_console::api::host::ConfigError;
use swr_console::app::{App, DataOrigin};
use swr_console::config;
use swr_console::pages::parts::linked_in;
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::console::one_region;
use crate::support::{Find, Stage};

fn failed(error: ConfigError) -> Stage {
    Stage::with(move || view! { <App config=Err(error) origin=DataOrigin::Configured loader=linked_in/> })
}

#[wasm_bindgen_test]
fn a_start_that_failed_says_what_is_wrong_and_what_to_do() {
    let fault = |text: &str| ConfigError::Fault(config::parse(text).unwrap_err());
    for (error, said) in [
        (ConfigError::Unreachable, "config.json could not be read: the web server did not answer."),
        (ConfigError::Status(403), "config.json could not be read: the web server answered 403."),
        (ConfigError::Html, "config.json is missing: the web server sent a page in its place."),
        (fault("{"), "config.json is not valid JSON: "),
        (fault("{}"), "In config.json the field “regions” is missing."),
        (
            fault(r#"{"regions":[{"id":"a","swr":"http://x","iam":""}]}"#),
            "In config.json the field “regions[0].swr” has to be",
        ),
    ] {
        let stage = failed(error);
        let alert = stage.alert().unwrap();
        assert!(alert.starts_with(said), "{alert}");
        assert!(alert.contains("config.json is in the same folder as index.html"));
        assert_eq!(stage.get("h1").text(), "The console can't start");
        stage.button("Reload");
    }
}

#[wasm_bindgen_test]
fn made_up_data_is_marked_as_such() {
    let stage =
        Stage::with(|| view! { <App config=Ok(one_region()) origin=DataOrigin::MadeUp loader=linked_in/> });
    assert_eq!(stage.get(".badge--demo").text(), "Demo");
    drop(stage);
    let stage = Stage::with(
        || view! { <App config=Ok(one_region()) origin=DataOrigin::Configured loader=linked_in/> },
    );
    assert!(stage.find(".badge--demo").is_none());
}
