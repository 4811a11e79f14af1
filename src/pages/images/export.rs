//! An organization's images as a file. Saving comes with the reports.

use crate::view::prelude::*;

use crate::components::moment::exact;
use crate::pages::export::export_by;
use crate::pages::listing::Listing;
use crate::pages::save::{kinds, listing_file};
use crate::state::load::Fresh;
use domain::model::catalog::{Collection, Image, Visibility};
use domain::model::names::OrganizationName;
use domain::text::export::Cell;

use super::{SharedImages, is_shared};

/// What the file is of.
#[derive(Clone)]
pub(in crate::pages) struct OfImages {
    pub(super) organization: OrganizationName,
    pub(super) listing: Listing<Image>,
    pub(super) fresh: Memo<Fresh<Collection<Image>>>,
    pub(super) sharing: SharedImages,
}

/// "Export" for the table.
#[component]
pub(super) fn Export(of: OfImages) -> impl IntoView {
    export_by(move |reports, on_saved| (reports.kinds_of_images)(of.clone(), on_saved))
}

/// The kinds of files for it.
pub(in crate::pages) fn kinds_of_images(of: OfImages, on_saved: Callback<()>) -> AnyView {
    let OfImages { organization, listing, fresh, sharing } = of;
    let name = organization.to_string();
    let table = Callback::new(move |()| {
        let columns = &["organization", "image", "visibility", "shared", "tags", "updated"];
        let read_at = fresh.with_untracked(|fresh| fresh.at);
        let row = |image: &Image| file_row(&organization, image, untrack(|| is_shared(sharing, image)));
        listing_file(listing, "images", columns, Some(read_at), row)
    });
    kinds(name, table, on_saved)
}

/// An image in a file.
fn file_row(organization: &OrganizationName, image: &Image, is_shared: Option<bool>) -> Vec<Cell> {
    let visibility = match image.visibility {
        Visibility::Public => Some("public"),
        Visibility::Private => Some("private"),
        Visibility::Unknown => None,
    };
    vec![
        organization.as_str().into(),
        image.label.as_str().into(),
        visibility.into(),
        is_shared.map(|is_shared| if is_shared { "yes" } else { "no" }).into(),
        image.tags.map(|tags| tags.to_string()).into(),
        image.updated.map_or(Cell::Nothing, |at| Cell::Moment(exact(at))),
    ]
}
