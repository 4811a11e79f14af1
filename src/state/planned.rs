//! How many edits the plan of the session has: all that the header needs to know of it.

use crate::view::prelude::*;

/// See the module. The plan itself is in a later part of the program and keeps the number up to date.
#[derive(Clone, Copy)]
pub struct Planned(pub RwSignal<usize>);
