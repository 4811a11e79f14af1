//! What a review is kept as: pages that are read without the console.

mod html;

pub use html::{Block, Document, html};
