//! What views are written with: leptos' own prelude, and the parts that react to signals.

pub use super::callback::Callback;
pub use super::dynamic::dynamic;
pub use super::effect::{at_each_change, effect};
pub use super::memo::Memo;
pub use super::node_ref::NodeRef;
pub use super::rw_signal::RwSignal;
pub use super::show::Show;
pub use super::signal::Signal;
pub use super::stored::StoredValue;
pub use leptos::prelude::*;
