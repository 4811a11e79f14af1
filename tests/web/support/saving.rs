//! Files that the page saves, caught before the browser asks where to put them.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A file as it would lie in the user's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its type.
    pub mime: String,
    /// Its text, without the mark that some programs need before it.
    pub text: String,
    /// Whether it begins with that mark.
    pub is_marked: bool,
}

/// Catches files until it is dropped.
#[must_use = "files are caught only while this lives"]
pub struct Saving(Array);

/// From now on, what the page saves is caught.
pub fn catch_files() -> Saving {
    let caught = Array::new();
    let code = "HTMLAnchorElement.prototype.click = function () {
            if (!this.download) { return HTMLElement.prototype.click.call(this); }
            const name = this.download;
            caught.push(fetch(this.href).then(async answer => {
                const bytes = new Uint8Array(await answer.arrayBuffer());
                const marked = bytes[0] === 0xEF && bytes[1] === 0xBB && bytes[2] === 0xBF;
                return [name, answer.headers.get('content-type'), new TextDecoder().decode(bytes), marked];
            }));
        };";
    Function::new_with_args("caught", code).call1(&JsValue::UNDEFINED, &caught).unwrap();
    Saving(caught)
}

impl Saving {
    /// The files so far.
    pub async fn files(&self) -> Vec<File> {
        let all = JsFuture::from(Promise::all(&self.0)).await.unwrap();
        let file = |file: JsValue| {
            let parts: Array = file.unchecked_into();
            let text = |index| parts.get(index).as_string().unwrap();
            File { name: text(0), mime: text(1), text: text(2), is_marked: parts.get(3).is_truthy() }
        };
        all.unchecked_into::<Array>().iter().map(file).collect()
    }
}

impl Drop for Saving {
    fn drop(&mut self) {
        Function::new_no_args("delete HTMLAnchorElement.prototype.click;")
            .call0(&JsValue::UNDEFINED)
            .unwrap();
    }
}
