//! One run at a time in all tabs of a browser, by its locks for pages of one origin. Other browsers can't be asked.

use js_sys::{Array, Function, Object, Promise, global};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::by_name::{call, property, set_property};
use crate::view::prelude::window;

/// A lock, for as long as it is there.
pub(super) struct Lock {
    /// Ends the promise that keeps the lock; none where the browser has no locks.
    release: Option<Function>,
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Takes the lock of a name; `None` if another tab has it. Where the browser has no locks, nothing is excluded.
pub(super) async fn take(name: &str) -> Option<Lock> {
    let locks = property(&window().navigator(), "locks");
    if !locks.is_object() {
        return Some(Lock { release: None });
    }
    let mut release = None;
    let kept = Promise::new(&mut |resolve, _| release = Some(resolve.clone()));
    let lock = Lock { release };
    let is_taken = match requested(&locks, name, &kept) {
        Ok(answer) => JsFuture::from(Promise::resolve(&answer)).await.is_ok(),
        Err(_) => true,
    };
    is_taken.then_some(lock)
}

/// Asks for the lock. The promise is refused if another tab has it.
///
/// The browser calls a function with the lock, or with null if there is none to be had, and keeps the lock until the promise
/// ends that this function returns. `kept.then` is that function, called by `Reflect.apply` with the lock in the place of its
/// arguments: a lock is an object without any, and null is none and throws. So no function of the program is needed, which
/// the first load of every visit would pay for. A request is answered before a later question about all locks is.
fn requested(locks: &JsValue, name: &str, kept: &Promise) -> Result<JsValue, JsValue> {
    let apply = property(&property(&global(), "Reflect"), "apply");
    let bound = with_arguments(&apply, "bind", &[&JsValue::UNDEFINED, &property(kept, "then"), kept])?;
    let options = Object::new();
    set_property(&options, "ifAvailable", &JsValue::TRUE);
    let request = with_arguments(locks, "request", &[&name.into(), &options, &bound])?;
    let question = call(locks, "query", &JsValue::UNDEFINED)?;
    let both = Array::of2(&request, &question);
    call(&property(&global(), "Promise"), "race", &both)
}

fn with_arguments(of: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let list = Array::new();
    for argument in arguments {
        call(&list, "push", argument)?;
    }
    property(of, method).unchecked_into::<Function>().apply(of, &list)
}
