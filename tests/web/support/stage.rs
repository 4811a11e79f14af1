//! A place for one test: a host element in the document, and around it the contexts that the app provides.

use std::any::Any;
use std::cell::RefCell;
use std::ops::Deref;
use std::sync::Once;

use leptos::mount::mount_to;
use swr_console::components::announcer::Announce;
use swr_console::components::heading::FirstPage;
use swr_console::view::prelude::*;
use swr_console::words::{Language, Locale, problem};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

thread_local! {
    /// Panics outside of a test's own future, which would go unnoticed: in an effect, a timer, an event handler.
    static PANICS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// The place. It goes with its content when it is dropped.
pub struct Stage {
    view: Option<Box<dyn Any>>,
    host: HtmlElement,
    owner: Owner,
    /// The language of the texts.
    pub language: RwSignal<Language>,
    /// Whether the next heading is the first one.
    pub first_page: StoredValue<bool>,
    said: StoredValue<Vec<String>>,
}

impl Stage {
    /// An empty place in a browser that remembers nothing, at the address `/`.
    pub fn new() -> Self {
        watch_panics();
        super::style::install();
        forget_everything();
        let owner = Owner::new_root(None);
        owner.set();
        let language = RwSignal::new(Language::English);
        let first_page = StoredValue::new(true);
        let said = StoredValue::new(Vec::new());
        let text = RwSignal::new(String::new());
        let announce = Callback::new(move |sentence: String| {
            text.set(sentence.clone());
            said.update_value(|said| said.push(sentence));
        });
        provide_context(Locale::new(language.into(), problem::explain));
        provide_context(Announce { toast: announce, aloud: announce, text: text.into() });
        provide_context(FirstPage(first_page));
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        host.set_attribute("data-stage", "").unwrap();
        document().body().unwrap().append_child(&host).unwrap();
        // The first thing mounted starts what runs effects; tests of state alone need it too.
        drop(mount_to(host.clone(), || ()));
        Self { view: None, host, owner, language, first_page, said }
    }

    /// A place with a view on it.
    pub fn with<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Self {
        let mut stage = Self::new();
        stage.show(view);
        stage
    }

    /// Puts a view there.
    pub fn show<V: IntoView + 'static>(&mut self, view: impl FnOnce() -> V + 'static) {
        let host = self.host.clone();
        self.view = Some(self.owner.with(|| Box::new(mount_to(host, view)) as Box<dyn Any>));
    }

    /// Takes the view away, as leaving a page does.
    pub fn clear(&mut self) {
        self.view = None;
    }

    /// What was said so far, shown or not.
    pub fn said(&self) -> Vec<String> {
        self.said.get_value()
    }
}

impl Default for Stage {
    fn default() -> Self {
        Self::new()
    }
}

impl Deref for Stage {
    type Target = HtmlElement;

    fn deref(&self) -> &HtmlElement {
        &self.host
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.clear();
        self.host.remove();
        fail_on_panics();
    }
}

/// Fails the test if something behind it has panicked.
pub fn fail_on_panics() {
    let panics = PANICS.take();
    assert!(panics.is_empty(), "behind the test: {}", panics.join("\n"));
}

fn watch_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let others = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            PANICS.with_borrow_mut(|panics| panics.push(info.to_string()));
            others(info);
        }));
    });
}

/// A test that fails does not clean up behind itself; the next one does.
fn forget_everything() {
    PANICS.take();
    let left = document().query_selector_all("[data-stage]").unwrap();
    for index in 0..left.length() {
        left.get(index).unwrap().unchecked_into::<HtmlElement>().remove();
    }
    window().session_storage().unwrap().unwrap().clear().unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test begins without the preferences of the one before")]
    window().local_storage().unwrap().unwrap().clear().unwrap();
    go_to("/");
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Sets the browser's address, as if it had been opened there.
pub fn go_to(address: &str) {
    window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some(address)).unwrap();
    // Chrome ignores all but 200 changes of the address in ten seconds, silently; `tests/webdriver.json` says
    // it not to, since tests are no users.
    let location = window().location();
    let present = location.pathname().unwrap() + &location.search().unwrap();
    assert!(address.starts_with(&present), "the browser stayed at {present} instead of going to {address}");
}
