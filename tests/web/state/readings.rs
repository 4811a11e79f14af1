//! The lists that were read in this session.

use std::sync::Arc;

use domain::model::access::AccessList;
use domain::model::level::Level;
use domain::model::names::{ImageName, OrganizationName, Target, UserId, UserName};
use domain::model::user::UserGrant;
use js_sys::{Date, Function, Reflect};
use swr_console::state::collation::collation;
use swr_console::state::readings::Readings;
use swr_console::words::Language;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::Stage;

fn group() -> OrganizationName {
    OrganizationName::new("group").unwrap()
}

fn image(name: &str) -> Target {
    Target::Image(group(), ImageName::new(name).unwrap())
}

fn list_with(id: &str) -> AccessList {
    let grant = UserGrant {
        id: Some(UserId::new(id)),
        name: Some(UserName::new(id)),
        permission: Level::Write.into(),
    };
    AccessList { others: vec![grant], ..AccessList::default() }
}

// Three of many images are named in a dialog, and these were others each time.
#[wasm_bindgen_test]
fn images_come_in_the_order_of_their_names() {
    let _stage = Stage::new();
    let readings = Readings::new();
    for name in ["img-10", "img-2", "Img-1", "other"] {
        readings.note(&image(name), Arc::new(list_with("a")));
    }
    readings.note(&image("without"), Arc::new(list_with("b")));
    let held = readings.on_images(&group(), &UserId::new("a"), collation(Language::English));
    let names: Vec<String> = held.into_iter().map(|(target, _)| target.to_string()).collect();
    assert_eq!(names, ["group/Img-1", "group/img-2", "group/img-10", "group/other"]);
}

// A list that was read in the morning was taken for what still held in the evening: "keeps Write through organization group".
#[wasm_bindgen_test]
fn a_list_holds_for_ten_minutes() {
    let _stage = Stage::new();
    let readings = Readings::new();
    readings.note(&image("test"), Arc::new(list_with("a")));
    assert!(readings.recent(&image("test")).is_some());
    let later = Clock::ahead_by(600_000.0);
    assert!(readings.recent(&image("test")).is_none());
    assert!(readings.on_images(&group(), &UserId::new("a"), collation(Language::English)).is_empty());
    assert!(readings.latest(&image("test")).is_some(), "it still names people to ask");
    drop(later);
    assert!(readings.recent(&image("test")).is_some());
}

/// A clock that is ahead until this is dropped.
struct Clock {
    own: JsValue,
}

impl Clock {
    fn ahead_by(milliseconds: f64) -> Self {
        let class = Reflect::get(&js_sys::global(), &"Date".into()).unwrap();
        let own = Reflect::get(&class, &"now".into()).unwrap();
        let ahead = Function::new_no_args(&format!("return {};", Date::now() + milliseconds));
        Reflect::set(&class, &"now".into(), &ahead).unwrap();
        Self { own }
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        let class: JsValue = Reflect::get(&js_sys::global(), &"Date".into()).unwrap().unchecked_into();
        Reflect::set(&class, &"now".into(), &self.own).unwrap();
    }
}
