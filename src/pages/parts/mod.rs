//! The parts of the program that are fetched when they are first needed (`docs/decisions/0010-parts.md`): `tables`, with
//! the pages of an organization; `work`, with the dialogs that write; `reports`, with everything that tells more about
//! what is there. A visit begins with none of them.
//!
//! A part is known here by its functions alone. Whatever a page calls by its name is linked into the page's own part.

mod absent;
mod part;
mod reports;
mod tables;
mod work;

use crate::view::prelude::*;

pub use absent::{dialog_of, view_of};
pub use part::{Arriving, Part};
pub use reports::{REPORTS, Reports};
pub use tables::{TABLES, Tables};
pub use work::{WORK, Work};

/// How the parts are fetched.
#[derive(Debug, Clone, Copy)]
pub struct Loaders {
    /// Fetches the tables.
    pub tables: fn() -> Arriving<Tables>,
    /// Fetches the work.
    pub work: fn() -> Arriving<Work>,
    /// Fetches the reports.
    pub reports: fn() -> Arriving<Reports>,
}

/// A program that has all parts from the start: `cargo xtask run`, the tests and the demo.
pub const LINKED_IN: Loaders = Loaders {
    tables: || Box::pin(async { Some(&TABLES) }),
    work: || Box::pin(async { Some(&WORK) }),
    reports: || Box::pin(async { Some(&REPORTS) }),
};

/// The parts, for every page.
#[derive(Clone, Copy)]
pub struct Parts {
    /// The pages of an organization.
    pub tables: Part<Tables>,
    /// The dialogs that write.
    pub work: Part<Work>,
    /// Effective access, the journal, files, requests as text.
    pub reports: Part<Reports>,
}

impl Parts {
    /// The parts as these fetch them; none has been asked for yet.
    pub fn new(loaders: Loaders) -> Self {
        Self {
            tables: Part::new(loaders.tables),
            work: Part::new(loaders.work),
            reports: Part::new(loaders.reports),
        }
    }
}

/// The parts of the app.
pub fn use_parts() -> Parts {
    expect_context::<Parts>()
}
