//! The part with everything that tells more about what is there: effective access, the journal, files, requests as text.

use crate::view::prelude::*;

use crate::pages::access::{AccessPage, EffectiveTable, EffectiveTableProps, kinds_of_permissions};
use crate::pages::images::{OfImages, kinds_of_images};
use crate::pages::journal::JournalPage;
use crate::pages::listing::Listing;
use crate::pages::organizations::{self, kinds_of_organizations};
use crate::pages::outside::{OfShares, kinds_of_shares, outside_request};
use crate::pages::request_text::request;
use crate::pages::save::kinds;
use domain::change::write::Write;
use domain::model::catalog::Organization;
use domain::outside::write::OutsideWrite;
use domain::text::export::Table;

use super::List;

/// What the part has.
pub struct Reports {
    /// The requests of some writes, as text.
    pub(in crate::pages) request: fn(Callback<(), Vec<Write>>, List) -> AnyView,
    /// The request of a write that is not about users, as text.
    pub(in crate::pages) outside_request: fn(Signal<Option<OutsideWrite>>) -> AnyView,
    /// Effective access.
    pub(in crate::pages) effective: fn(EffectiveTableProps) -> AnyView,
    /// The page of the journal.
    pub(in crate::pages) journal: fn() -> AnyView,
    /// The kinds of files for a table: of what it is, the table, and what happens once one is saved.
    pub(in crate::pages) kinds: fn(String, Callback<(), Table>, Callback<()>) -> AnyView,
    /// The same for the table of organizations.
    pub(in crate::pages) kinds_of_organizations:
        fn(Listing<Organization>, organizations::Read, Callback<()>) -> AnyView,
    /// The same for an organization's images.
    pub(in crate::pages) kinds_of_images: fn(OfImages, Callback<()>) -> AnyView,
    /// The same for the accounts that an image is shared with.
    pub(in crate::pages) kinds_of_shares: fn(OfShares, Callback<()>) -> AnyView,
    /// The same for the permissions of an image or organization.
    pub(in crate::pages) kinds_of_permissions: fn(AccessPage, Callback<()>) -> AnyView,
}

/// The part itself.
pub static REPORTS: Reports = Reports {
    request,
    outside_request,
    effective: |props| EffectiveTable(props).into_any(),
    journal: || view! { <JournalPage/> }.into_any(),
    kinds,
    kinds_of_organizations,
    kinds_of_images,
    kinds_of_shares,
    kinds_of_permissions,
};
