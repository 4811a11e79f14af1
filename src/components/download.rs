//! Saving a text as a file, without a server: the browser is handed what the page already holds.

use std::time::Duration;

use crate::view::prelude::*;
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use crate::by_name::{call, construct, property, set_property};

/// How long the file's address lives, in milliseconds: some browsers begin to read it only after the click.
const ADDRESS_MS: u64 = 10_000;

/// Lets the browser save a text under a name. It asks the user, or not, as for any download.
pub fn download(file_name: &str, mime: &str, text: &str) {
    // It can fail only where the browser is out of memory, and then it says so itself.
    let _ = save(file_name, mime, &Array::of1(&text.into()));
}

/// A text in pieces, which are handed to the browser one by one.
#[derive(Default)]
pub struct Pieces(Array);

impl Pieces {
    /// Hands the next piece to the browser.
    pub fn push(&self, piece: &str) {
        // By name: the import would be in the first load of every visit.
        let _ = call(&self.0, "push", &piece.into());
    }
}

/// The same with a text in pieces.
pub fn download_pieces(file_name: &str, mime: &str, Pieces(pieces): &Pieces) {
    // It can fail only where the browser is out of memory, and then it says so itself.
    let _ = save(file_name, mime, pieces);
}

fn save(file_name: &str, mime: &str, pieces: &Array) -> Result<(), JsValue> {
    let options = Object::new();
    set_property(&options, "type", &mime.into());
    let blob = construct("Blob", &Array::of2(pieces, &options))?;
    let addresses = property(&window(), "URL");
    let address = call(&addresses, "createObjectURL", &blob)?;
    let link: HtmlElement = document().create_element("a")?.unchecked_into();
    set_property(&link, "href", &address);
    set_property(&link, "download", &file_name.into());
    // It never enters the document, so nobody sees it and nothing has to be cleared away.
    link.click();
    set_timeout(
        move || {
            let _ = call(&addresses, "revokeObjectURL", &address);
        },
        Duration::from_millis(ADDRESS_MS),
    );
    Ok(())
}
