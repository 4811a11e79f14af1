//! Opening a text file that the user picks or drops.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, HtmlInputElement, TextDecoder, TextDecoderOptions};

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
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The file that was dropped.
pub fn dropped(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// Whether files are being dragged, and not a text.
pub fn has_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// Reads a file. Spreadsheets save lists as UTF-8, as UTF-16, or in the encoding of the system: for Chinese GB 18030, else
/// that of Western Windows.
///
/// # Errors
/// See [`FileFault`].
pub async fn read(file: &File, is_chinese: bool) -> Result<TextFile, FileFault> {
    if file.size() > LARGEST {
        return Err(FileFault::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| FileFault::Unreadable)?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    let unicode = match bytes.as_slice() {
        [0xFF, 0xFE, ..] => "utf-16le",
        [0xFE, 0xFF, ..] => "utf-16be",
        _ => "utf-8",
    };
    if let Some(text) = decoded(&bytes, unicode, true) {
        return Ok(TextFile { text, other_encoding: None });
    }
    let (label, name) = if is_chinese { ("gb18030", "GB 18030") } else { ("windows-1252", "Windows-1252") };
    let text = decoded(&bytes, label, false).ok_or(FileFault::Unreadable)?;
    Ok(TextFile { text, other_encoding: Some(name) })
}

fn decoded(bytes: &[u8], encoding: &str, fatal: bool) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(fatal);
    let decoder = TextDecoder::new_with_label_and_options(encoding, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
