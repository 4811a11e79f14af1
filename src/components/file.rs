//! Opening a text file that the user picks or drops.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event};

use crate::by_name::{call, construct, property, set_property};

/// A file of the user's computer.
pub struct File(JsValue);

impl File {
    /// Its name, without the folder.
    pub fn name(&self) -> String {
        property(&self.0, "name").as_string().unwrap_or_default()
    }

    /// How many bytes it has.
    pub fn size(&self) -> f64 {
        property(&self.0, "size").as_f64().unwrap_or_default()
    }

    /// The bytes from one place to another, as many as there are.
    ///
    /// # Errors
    /// The browser could not read them.
    pub async fn bytes(&self, from: f64, to: f64) -> Result<Vec<u8>, FileFault> {
        let slice = property(&self.0, "slice").unchecked_into::<Function>();
        let piece = slice.apply(&self.0, &Array::of2(&from.into(), &to.into()));
        let piece = bytes(&piece.map_err(|_| FileFault::Unreadable)?).await;
        // This encoding has a character for each byte. Copying bytes into memory would be one more thing that the program
        // asks of the browser, in the first load of every visit.
        let text = decoded(&piece.map_err(|_| FileFault::Unreadable)?, "x-user-defined")?;
        Ok(text.chars().map(|character| u32::from(character).to_le_bytes()[0]).collect())
    }
}

/// The files that can be lists, as the attribute `accept` has it.
pub const LISTS: &str = ".csv,.tsv,.txt,.json,text/csv,text/plain,application/json";

/// The most bytes of a file that is opened: a list of 50,000 users has fewer.
const LARGEST: f64 = 5_000_000.0;

/// A file's text.
pub struct TextFile {
    /// The text.
    pub text: String,
    /// The encoding, where it was none of Unicode's.
    pub other_encoding: Option<&'static str>,
}

/// Why a file was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    /// It is larger than anything that is meant here.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// The file that was picked in a field, which then forgets it: the same file can be picked again.
pub fn picked(event: &Event) -> Option<File> {
    let input = event.target()?;
    let file = first_of(&input);
    set_property(&input, "value", &"".into());
    file
}

/// The file that was dropped.
pub fn dropped(event: &DragEvent) -> Option<File> {
    first_of(&property(event, "dataTransfer"))
}

fn first_of(has_files: &JsValue) -> Option<File> {
    Some(property(&property(has_files, "files"), "0")).filter(JsValue::is_object).map(File)
}

/// Whether files are being dragged, and not a text.
pub fn has_files(event: &DragEvent) -> bool {
    let kinds = property(&property(event, "dataTransfer"), "types");
    kinds.is_object() && Array::from(&kinds).iter().any(|kind| kind == "Files")
}

/// Reads a file. Spreadsheets save lists as UTF-8, as UTF-16, or in the encoding of the system: for Chinese GB 18030, else
/// that of Western Windows.
///
/// # Errors
/// See [`FileFault`].
pub async fn read(File(file): File, is_chinese: bool) -> Result<TextFile, FileFault> {
    if property(&file, "size").as_f64().is_some_and(|bytes| bytes > LARGEST) {
        return Err(FileFault::TooLarge);
    }
    let bytes = bytes(&file).await.map_err(|_| FileFault::Unreadable)?;
    let text = decoded(&bytes, "utf-8")?;
    if !text.contains('\u{FFFD}') {
        return Ok(TextFile { text, other_encoding: None });
    }
    // The mark at the start of UTF-16 is no UTF-8, and half of its bytes are zero.
    let utf16 = match text.find('\0') {
        None => None,
        Some(place) if place <= "\u{FFFD}\u{FFFD}".len() => Some("utf-16be"),
        Some(_) => Some("utf-16le"),
    };
    let (label, other_encoding) = match (utf16, is_chinese) {
        (Some(label), _) => (label, None),
        (None, true) => ("gb18030", Some("GB 18030")),
        (None, false) => ("windows-1252", Some("Windows-1252")),
    };
    Ok(TextFile { text: decoded(&bytes, label)?, other_encoding })
}

async fn bytes(file: &JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&call(file, "arrayBuffer", &JsValue::UNDEFINED)?)).await
}

fn decoded(bytes: &JsValue, encoding: &str) -> Result<String, FileFault> {
    let text = construct("TextDecoder", &Array::of1(&encoding.into()))
        .and_then(|decoder| call(&decoder, "decode", bytes));
    text.ok().and_then(|text| text.as_string()).ok_or(FileFault::Unreadable)
}
