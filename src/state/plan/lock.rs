//! One run at a time in all tabs of a browser, by its locks for pages of one origin. Other browsers can't be asked.

use js_sys::{Array, Function, Object, Promise, global};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::by_name::{call, property, set_property};
use crate::view::prelude::window;

/// A lock, for as long as it is there. The browser releases it too when the tab is closed or crashes.
pub struct Lock {
    /// Ends the promise that keeps the lock; none where nothing is excluded.
    release: Option<Function>,
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Takes the lock of a name; `None` if it is taken. Where the browser has no locks, nothing is excluded.
pub async fn take(name: &str) -> Option<Lock> {
    let locks = property(&window().navigator(), "locks");
    let (kept, release) = pending();
    let (taken, say) = pending();
    // The browser keeps the lock until the promise ends that this function returns. It gets null if the lock is taken.
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if lock.is_null() {
            return JsValue::FALSE;
        }
        if let Some(say) = say {
            let _ = say.call1(&JsValue::UNDEFINED, &JsValue::TRUE);
        }
        kept.into()
    });
    let answer = match request(&locks, name, &granted) {
        Ok(request) => first_of(&request, &taken).await,
        Err(error) => Err(error),
    };
    match answer {
        Ok(is_taken) => is_taken.is_truthy().then_some(Lock { release }),
        Err(_) => Some(Lock { release: None }),
    }
}

/// Asks for a lock that is had at once or not at all. The promise ends with what the function returns.
fn request(locks: &JsValue, name: &str, granted: &JsValue) -> Result<JsValue, JsValue> {
    let options = Object::new();
    set_property(&options, "ifAvailable", &JsValue::TRUE);
    let arguments = Array::of3(&name.into(), &options, granted);
    property(locks, "request").dyn_into::<Function>()?.apply(locks, &arguments)
}

/// What the first of two promises says.
async fn first_of(one: &JsValue, other: &JsValue) -> Result<JsValue, JsValue> {
    let race = call(&property(&global(), "Promise"), "race", &Array::of2(one, other))?;
    JsFuture::from(race.dyn_into::<Promise>()?).await
}

/// A promise, and the function that ends it.
fn pending() -> (Promise, Option<Function>) {
    let mut end = None;
    let promise = Promise::new(&mut |resolve, _| end = Some(resolve));
    (promise, end)
}
