//! The adapter that answers inside a page: `window.fetch` with the emulator behind it.
//!
//! ```no_run
//! use swr_emulator::{Emulator, Seed, Switches, browser};
//!
//! let mut installed = browser::install(Emulator::new(Seed::Small, Switches::default()));
//! // The page under test calls `fetch("/v2/manage/namespaces")` …
//! assert_eq!(installed.requests().len(), 1);
//! installed.with(|emulator| emulator.end_sessions());
//! drop(installed); // From here on `fetch` is the browser's own again.
//! ```

mod answering;
mod conversion;
mod errors;
mod streaming;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::future_to_promise;

use crate::emulator::Emulator;
use crate::http::Request;
use crate::sessions::Token;

/// What a page's `fetch` becomes.
type Fetch = Closure<dyn FnMut(JsValue, JsValue) -> Promise>;

/// What the new `fetch` and the tests share.
struct State {
    emulator: Emulator,
    requests: Vec<Request>,
    is_offline: bool,
}

/// The emulator behind `fetch`, until this is dropped.
pub struct Installed {
    state: Rc<RefCell<State>>,
    original: JsValue,
    fetch: Option<Fetch>,
}

impl std::fmt::Debug for Installed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Installed").finish_non_exhaustive()
    }
}

/// Puts the emulator behind `fetch`. It answers what goes to `/v2/…`, `/v3/…` and `/v3.0/…`, whatever the host; everything else
/// goes to the `fetch` that was there before.
pub fn install(emulator: Emulator) -> Installed {
    let state = Rc::new(RefCell::new(State { emulator, requests: Vec::new(), is_offline: false }));
    let original = Reflect::get(&js_sys::global(), &"fetch".into()).unwrap_or_default();
    let fetch = Fetch::new({
        let (state, original) = (Rc::clone(&state), original.clone());
        move |input: JsValue, init: JsValue| fetch(&state, &original, &input, &init)
    });
    set_fetch(fetch.as_ref());
    Installed { state, original, fetch: Some(fetch) }
}

fn fetch(state: &Rc<RefCell<State>>, original: &JsValue, input: &JsValue, init: &JsValue) -> Promise {
    let request = match conversion::request(input, init) {
        Ok(request) => request,
        Err(error) => return Promise::reject(&error),
    };
    match conversion::api_target(&request) {
        Some(target) => future_to_promise(answering::answer(Rc::clone(state), request, target)),
        None => conversion::call(original, &request),
    }
}

/// A global that cannot be written to keeps its `fetch`; then nothing is installed and every test sees it.
fn set_fetch(fetch: &JsValue) {
    let _ = Reflect::set(&js_sys::global(), &"fetch".into(), fetch);
}

impl Installed {
    /// The requests that the emulator was asked, oldest first.
    pub fn requests(&self) -> Vec<Request> {
        self.state.borrow().requests.clone()
    }

    /// Forgets the requests so far.
    pub fn forget_requests(&mut self) {
        self.state.borrow_mut().requests.clear();
    }

    /// Looks at the emulator or changes it.
    pub fn with<T>(&mut self, action: impl FnOnce(&mut Emulator) -> T) -> T {
        action(&mut self.state.borrow_mut().emulator)
    }

    /// Looks at the emulator.
    pub fn read<T>(&self, look: impl FnOnce(&Emulator) -> T) -> T {
        look(&self.state.borrow().emulator)
    }

    /// Signs a user in without a call, by the page's clock. `None` if nobody has that name.
    pub fn sign_in(&mut self, user_name: &str) -> Option<Token> {
        self.with(|emulator| emulator.sign_in(user_name, answering::now()))
    }

    /// Lets requests to the API fail as they do without a network, or no longer.
    pub fn set_offline(&mut self, is_offline: bool) {
        self.state.borrow_mut().is_offline = is_offline;
    }

    /// Keeps it for as long as the page lives.
    pub fn keep(mut self) {
        if let Some(fetch) = self.fetch.take() {
            fetch.forget();
        }
    }
}

impl Drop for Installed {
    fn drop(&mut self) {
        let Some(fetch) = self.fetch.take() else { return };
        let current = Reflect::get(&js_sys::global(), &"fetch".into()).unwrap_or_default();
        // Someone may have put another `fetch` above this one, which is theirs to take away.
        if current.dyn_ref::<Function>() == fetch.as_ref().dyn_ref::<Function>() {
            set_fetch(&self.original);
        }
    }
}
