//! The parts of the program that are fetched when they are first needed (`docs/decisions/0010-parts.md`). A visit begins
//! with none of them.
//!
//! A part is known here by its functions alone. Whatever a page calls by its name is linked into the page's own part.

mod absent;
mod changing;
mod evidence;
mod granting;
mod outside;
mod part;
mod planning;
mod reports;
mod review;
mod tables;

use std::sync::Arc;

use crate::view::prelude::*;
use domain::model::access::AccessList;

pub use absent::{dialog_of, view_of};
pub use changing::{CHANGING, Changing};
pub use evidence::{EVIDENCE, Evidence};
pub use granting::{GRANTING, Granting};
pub use outside::{OUTSIDE, Outside};
pub use part::{AnyPart, Arriving, Part};
pub use planning::{AboutUser, PLANNING, Planning};
pub use reports::{REPORTS, Reports};
pub use review::{REVIEW, Review};
pub use tables::{TABLES, Tables};

/// The list of a page, as far as it is known.
pub(super) type List = Signal<Option<Arc<AccessList>>>;

/// The name of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartName {
    /// The pages of an organization.
    Tables,
    /// The dialog that grants.
    Granting,
    /// Who reaches an image from outside.
    Outside,
    /// What changes and revokes.
    Changing,
    /// Effective access, the journal, files, requests as text.
    Reports,
    /// The access review.
    Review,
    /// The plan.
    Planning,
    /// What is kept of a review.
    Evidence,
}

/// What fetches a part.
pub type PartLoader = fn(PartName) -> Arriving;

/// The loader of a program that has all parts from the start: `cargo xtask run`, the tests and the demo.
pub fn linked_in(name: PartName) -> Arriving {
    let part: AnyPart = match name {
        PartName::Tables => &TABLES,
        PartName::Granting => &GRANTING,
        PartName::Outside => &OUTSIDE,
        PartName::Changing => &CHANGING,
        PartName::Reports => &REPORTS,
        PartName::Review => &REVIEW,
        PartName::Planning => &PLANNING,
        PartName::Evidence => &EVIDENCE,
    };
    Box::pin(async move { Some(part) })
}

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
    /// The plan.
    pub planning: Part<Planning>,
    /// What is kept of a review.
    pub evidence: Part<Evidence>,
}

impl Parts {
    /// The parts that this loader fetches; none was requested yet.
    pub fn new(loader: PartLoader) -> Self {
        Self {
            tables: Part::new(loader, PartName::Tables),
            granting: Part::new(loader, PartName::Granting),
            outside: Part::new(loader, PartName::Outside),
            changing: Part::new(loader, PartName::Changing),
            reports: Part::new(loader, PartName::Reports),
            review: Part::new(loader, PartName::Review),
            planning: Part::new(loader, PartName::Planning),
            evidence: Part::new(loader, PartName::Evidence),
        }
    }
}

/// The parts of the app.
pub fn use_parts() -> Parts {
    expect_context::<Parts>()
}
