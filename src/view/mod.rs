//! How views are written: the parts that react to signals, effects, ids.
//!
//! leptos compiles what it does with a closure once for each type of it. The functions here have one
//! type each, so that a view costs its own code and no machinery (`docs/decisions/0009-erased-types.md`):
//!
//! - [`dynamic`](dynamic::dynamic) for each part of a view that is drawn again when a signal changes,
//! - [`Show`](show::Show) for what is there only while a condition holds,
//! - [`effect`](effect::effect) for work that is done again when a signal changes,
//! - [`prelude`] for these, for signals, memos, callbacks, stored values and node references of one type, and for
//!   everything else of leptos.

pub mod callback;
pub mod dynamic;
pub mod effect;
pub mod held;
pub mod ids;
pub mod memo;
pub mod node_ref;
pub mod prelude;
pub mod rw_signal;
pub mod show;
pub mod signal;
pub mod stored;
