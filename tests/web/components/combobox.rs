//! The field for a user's name, with its suggestions.

use domain::grant::directory::Directory;
use domain::grant::suggest::offer;
use domain::model::names::{UserId, UserName};
use domain::model::user::Person;
use domain::table::collation::{Collation as _, Plain};
use leptos::html;
use swr_console::components::combobox::PersonField;
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::act::value_of;
use crate::support::{Find, Stage, attribute, event, leave, paste, press, type_into, until};

/// The field on a stage, and what came out of it.
struct Rig {
    stage: Stage,
    field: HtmlElement,
    value: RwSignal<String>,
    error: RwSignal<Option<String>>,
    picked: RwSignal<Vec<Person>>,
    pasted: RwSignal<Vec<String>>,
    left: RwSignal<u32>,
}

fn person(name: &str) -> Person {
    Person { id: UserId::new(format!("id-of-{name}")), name: UserName::new(name) }
}

/// The field with some people to offer. Pasted text is taken if it holds a comma.
fn rig(names: &[&str]) -> Rig {
    let mut stage = Stage::new();
    let people = Directory::new(None, names.iter().map(|name| person(name)), &Plain).everybody().to_vec();
    let offer = Callback::new(move |typed: String| offer(&people, &Plain.search_key(&typed)));
    let (value, error) = (RwSignal::new(String::new()), RwSignal::new(None));
    let (picked, pasted, left) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()), RwSignal::new(0));
    let on_pick = Callback::new(move |person: Person| {
        value.set(person.name.to_string());
        picked.update(|picked| picked.push(person));
    });
    let on_paste = Callback::new(move |text: String| {
        let taken = text.contains(',');
        pasted.update(|pasted| pasted.push(text));
        taken
    });
    let node = NodeRef::<html::Input>::new();
    stage.show(move || {
        view! {
            <PersonField
                label=Signal::stored("User name".to_owned())
                value
                offer
                on_pick
                on_paste
                on_leave=Callback::new(move |()| left.update(|left| *left += 1))
                error=error.into()
                only_warning=Signal::stored(false)
                node
            />
        }
    });
    let field = stage.field("User name");
    Rig { stage, field, value, error, picked, pasted, left }
}

impl Rig {
    fn options(&self) -> Vec<String> {
        self.stage.all("[role=option] .name").iter().map(Find::text).collect()
    }

    /// Types, and waits for a number of suggestions.
    async fn type_for(&self, text: &str, count: usize) {
        type_into(&self.field, text);
        until("the suggestions", || self.options().len() == count).await;
    }

    /// The option that the field points to.
    fn active(&self) -> Option<String> {
        let id = attribute(&self.field, "aria-activedescendant")?;
        let option = self.stage.find(&format!("#{id}"))?;
        assert_eq!(attribute(&option, "aria-selected").as_deref(), Some("true"));
        Some(option.get(".name").text())
    }

    async fn press_until(&self, key: &str, name: &str) {
        assert!(!press(&self.field, key), "{key} is the list's own");
        until(name, || self.active().as_deref() == Some(name)).await;
    }
}

#[wasm_bindgen_test]
async fn typing_offers_whom_the_text_fits_and_first_those_who_begin_with_it() {
    let rig = rig(&["bob", "Hanna", "zanna", "anna"]);
    assert_eq!(attribute(&rig.field, "aria-expanded").as_deref(), Some("false"));
    rig.type_for("AN", 3).await;
    assert_eq!(rig.options(), ["anna", "Hanna", "zanna"]);
    assert_eq!(attribute(&rig.field, "aria-expanded").as_deref(), Some("true"));
    let list = rig.stage.called("[role=listbox]", "Suggestions");
    assert_eq!(attribute(&rig.field, "aria-controls"), Some(list.id()));
    assert_eq!(rig.stage.said().last().map(String::as_str), Some("3 suggestions."));
    rig.type_for("nobody", 0).await;
    until("the field to be closed", || attribute(&rig.field, "aria-expanded").as_deref() == Some("false"))
        .await;
    assert_eq!(rig.value.get_untracked(), "nobody", "whatever is typed counts");
}

#[wasm_bindgen_test]
async fn at_most_eight_are_offered_and_by_id_too() {
    let names: Vec<String> = (1..=12).map(|n| format!("user{n}")).collect();
    let rig = rig(&names.iter().map(String::as_str).collect::<Vec<_>>());
    rig.type_for("user", 8).await;
    assert_eq!(rig.options()[..3], ["user1", "user2", "user3"]);
    rig.type_for("id-of-user12", 1).await;
    assert_eq!(rig.options(), ["user12"]);
}

#[wasm_bindgen_test]
async fn arrows_walk_around_the_list_and_enter_picks() {
    let rig = rig(&["anna", "ben", "cleo"]);
    rig.field.focus().unwrap();
    assert!(!press(&rig.field, "ArrowDown"));
    until("the list", || rig.options().len() == 3).await;
    assert_eq!(rig.active(), None);
    rig.press_until("ArrowDown", "anna").await;
    rig.press_until("ArrowUp", "cleo").await;
    rig.press_until("ArrowDown", "anna").await;
    rig.press_until("ArrowDown", "ben").await;
    assert!(!press(&rig.field, "Enter"), "Enter must not send the form while it picks");
    assert_eq!(rig.picked.get_untracked(), [person("ben")]);
    until("the list to close", || rig.options().is_empty()).await;
    until("the name", || value_of(&rig.field) == "ben").await;
    assert!(press(&rig.field, "Enter"), "with nothing marked Enter belongs to the form");
}

#[wasm_bindgen_test]
async fn escape_closes_the_list_first_and_only_then_the_dialog() {
    let rig = rig(&["anna"]);
    let heard = RwSignal::new(0);
    let listener = window_event_listener(leptos::ev::keydown, move |_| heard.update(|heard| *heard += 1));
    rig.type_for("a", 1).await;
    assert!(!press(&rig.field, "Escape"));
    until("the list to close", || rig.options().is_empty()).await;
    assert_eq!((heard.get_untracked(), value_of(&rig.field).as_str()), (0, "a"));
    assert!(press(&rig.field, "Escape"));
    assert_eq!(heard.get_untracked(), 1);
    listener.remove();
}

#[wasm_bindgen_test]
async fn a_click_on_a_suggestion_picks_before_the_field_loses_the_focus() {
    let rig = rig(&["anna", "ben"]);
    rig.type_for("b", 1).await;
    let option = rig.stage.get("[role=option]");
    let kept = option.dispatch_event(&event("MouseEvent", "mousedown", &[])).unwrap();
    assert!(!kept, "the focus stays in the field");
    assert_eq!(rig.picked.get_untracked(), [person("ben")]);
    assert_eq!(rig.left.get_untracked(), 0);
}

#[wasm_bindgen_test]
async fn leaving_closes_the_list_and_says_so() {
    let rig = rig(&["anna"]);
    rig.type_for("a", 1).await;
    leave(&rig.field);
    until("the list to close", || rig.options().is_empty()).await;
    assert_eq!(rig.left.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn pasted_lines_are_offered_to_the_form_and_other_text_goes_into_the_field() {
    let rig = rig(&[]);
    assert!(paste(&rig.field, "user01"), "plain text is the browser's to insert");
    assert!(!paste(&rig.field, "user01,id,read\nuser02,id,write"));
    assert_eq!(rig.pasted.get_untracked(), ["user01", "user01,id,read\nuser02,id,write"]);
    assert_eq!(value_of(&rig.field), "");
}

#[wasm_bindgen_test]
async fn an_error_is_tied_to_the_field() {
    let rig = rig(&[]);
    assert_eq!(attribute(&rig.field, "aria-invalid"), None);
    rig.error.set(Some("Enter the user's name.".to_owned()));
    until("the error", || attribute(&rig.field, "aria-invalid").as_deref() == Some("true")).await;
    let described = attribute(&rig.field, "aria-describedby").unwrap();
    assert_eq!(crate::support::find::texts_of(&described), "Enter the user's name.");
    rig.error.set(None);
    until("no error", || attribute(&rig.field, "aria-describedby").is_none()).await;
}
