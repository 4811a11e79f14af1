//! The organizations as a file. Saving comes with the reports.

use crate::view::prelude::*;

use crate::pages::export::export_by;
use crate::pages::listing::Listing;
use crate::pages::save::{kinds, listing_file};
use domain::model::catalog::{Organization, Standing};
use domain::model::names::UserName;
use domain::text::export::{Cell, auth};

use super::Read;

/// "Export" for the table.
#[component]
pub(super) fn Export(listing: Listing<Organization>, read: Read) -> impl IntoView {
    export_by(move |reports, on_saved| (reports.kinds_of_organizations)(listing, read, on_saved))
}

/// The kinds of files for it.
pub(in crate::pages) fn kinds_of_organizations(
    listing: Listing<Organization>,
    read: Read,
    on_saved: Callback<()>,
) -> AnyView {
    let table = Callback::new(move |()| {
        let columns = &["organization", "auth", "permission", "images", "users", "creator"];
        let read_at = read.with_untracked(|fresh| fresh.at);
        listing_file(listing, "organizations", columns, Some(read_at), file_row)
    });
    kinds(String::new(), table, on_saved)
}

/// An organization in a file.
fn file_row(organization: &Organization) -> Vec<Cell> {
    let (auth, permission) = match &organization.standing {
        Standing::Holds(permission) => (auth(permission), permission.key().into()),
        Standing::ThroughImage => (Cell::Nothing, "through_image".into()),
    };
    vec![
        organization.label.as_str().into(),
        auth,
        permission,
        organization.images.map(|images| images.to_string()).into(),
        organization.users.map(|users| users.to_string()).into(),
        organization.creator.as_ref().map(UserName::as_str).into(),
    ]
}
