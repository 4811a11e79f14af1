//! Opening a text file that the user picks or drops.

use js_sys::ArrayBuffer;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, HtmlInputElement, TextDecoder};

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
    let Some(data) = event.data_transfer() else { return false };
    data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"))
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
    let buffer: ArrayBuffer = buffer.unchecked_into();
    let text = decoded(&buffer, "utf-8").ok_or(FileFault::Unreadable)?;
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
    let text = decoded(&buffer, label).ok_or(FileFault::Unreadable)?;
    Ok(TextFile { text, other_encoding })
}

fn decoded(bytes: &ArrayBuffer, encoding: &str) -> Option<String> {
    TextDecoder::new_with_label(encoding).ok()?.decode_with_buffer_source(bytes).ok()
}
