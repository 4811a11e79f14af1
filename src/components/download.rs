//! Saving a text as a file, without a server: the browser is handed what the page already holds.

use std::time::Duration;

use crate::prelude::*;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the file's address lives, in milliseconds: some browsers begin to read it only after the click.
const ADDRESS_MS: u64 = 10_000;

/// Lets the browser save a text under a name. It asks the user, or not, as for any download.
pub fn download(file_name: &str, mime: &str, text: &str) {
    // It can fail only where the browser is out of memory, and then it says so itself.
    let _ = save(file_name, mime, text);
}

fn save(file_name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(file_name);
    // It never enters the document, so nobody sees it and nothing has to be cleared away.
    link.click();
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&address);
        },
        Duration::from_millis(ADDRESS_MS),
    );
    Ok(())
}
