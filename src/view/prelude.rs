//! What views are written with: leptos' own prelude, and the parts that react to signals.

pub use super::dynamic::dynamic;
pub use super::effect::{at_each_change, effect};
pub use super::memo::Memo;
pub use super::show::Show;
pub use super::signal::RwSignal;
pub use leptos::prelude::*;
