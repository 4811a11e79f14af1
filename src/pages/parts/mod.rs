//! The parts of the program that are fetched when they are first needed (`docs/decisions/0010-parts.md`). A visit begins
//! with none of them.
//!
//! A part is known here by its functions alone. Whatever a page calls by its name is linked into the page's own part.

mod absent;
mod changing;
mod granting;
mod outside;
mod part;
mod reports;
mod review;
mod tables;

use std::sync::Arc;

use crate::view::prelude::*;
use domain::model::access::AccessList;

pub use absent::{dialog_of, view_of};
pub use changing::{CHANGING, Changing};
pub use granting::{GRANTING, Granting};
pub use outside::{OUTSIDE, Outside};
pub use part::{AnyPart, Arriving, Part};
pub use reports::{REPORTS, Reports};
pub use review::{REVIEW, Review};
pub use tables::{TABLES, Tables};

/// The list of a page, as far as it is known.
pub(super) type List = Signal<Option<Arc<AccessList>>>;

/// How the parts are fetched.
#[derive(Debug, Clone, Copy)]
pub struct Loaders {
    /// Fetches the tables.
    pub tables: fn() -> Arriving,
    /// Fetches what grants.
    pub granting: fn() -> Arriving,
    /// Fetches what is about access from outside.
    pub outside: fn() -> Arriving,
    /// Fetches what changes and revokes.
    pub changing: fn() -> Arriving,
    /// Fetches the reports.
    pub reports: fn() -> Arriving,
    /// Fetches the access review.
    pub review: fn() -> Arriving,
}

/// A program that has all parts from the start: `cargo xtask run`, the tests and the demo.
pub const LINKED_IN: Loaders = Loaders {
    tables: || Box::pin(async { Some(&TABLES as AnyPart) }),
    granting: || Box::pin(async { Some(&GRANTING as AnyPart) }),
    outside: || Box::pin(async { Some(&OUTSIDE as AnyPart) }),
    changing: || Box::pin(async { Some(&CHANGING as AnyPart) }),
    reports: || Box::pin(async { Some(&REPORTS as AnyPart) }),
    review: || Box::pin(async { Some(&REVIEW as AnyPart) }),
};

/// The parts, for every page.
#[derive(Clone, Copy)]
pub struct Parts {
    /// The pages of an organization.
    pub tables: Part<Tables>,
    /// The dialog that grants.
    pub granting: Part<Granting>,
    /// Who reaches an image from outside.
    pub outside: Part<Outside>,
    /// What changes and revokes.
    pub changing: Part<Changing>,
    /// Effective access, the journal, files, requests as text.
    pub reports: Part<Reports>,
    /// The access review.
    pub review: Part<Review>,
}

impl Parts {
    /// The parts that these loaders fetch; none was requested yet.
    pub fn new(loaders: Loaders) -> Self {
        Self {
            tables: Part::new(loaders.tables),
            granting: Part::new(loaders.granting),
            outside: Part::new(loaders.outside),
            changing: Part::new(loaders.changing),
            reports: Part::new(loaders.reports),
            review: Part::new(loaders.review),
        }
    }
}

/// The parts of the app.
pub fn use_parts() -> Parts {
    expect_context::<Parts>()
}
