//! The accounts that an image is shared with, as a file. Saving comes with the reports.

use crate::view::prelude::*;

use crate::components::moment::exact;
use crate::pages::export::export_by;
use crate::pages::listing::Listing;
use crate::pages::save::{kinds, listing_file};
use crate::state::load::Fresh;
use domain::model::catalog::Collection;
use domain::model::names::Target;
use domain::outside::share::Share;
use domain::outside::until::Until;
use domain::text::export::Cell;

/// What the file is of.
#[derive(Clone)]
pub(in crate::pages) struct OfShares {
    pub(super) target: Target,
    pub(super) listing: Listing<Share>,
    pub(super) fresh: Memo<Fresh<Collection<Share>>>,
}

/// "Export" for the table.
#[component]
pub(super) fn Export(of: OfShares) -> impl IntoView {
    export_by(move |reports, on_saved| (reports.kinds_of_shares)(of.clone(), on_saved))
}

/// The kinds of files for it.
pub(in crate::pages) fn kinds_of_shares(of: OfShares, on_saved: Callback<()>) -> AnyView {
    let OfShares { target, listing, fresh } = of;
    let name = target.to_string();
    let table = Callback::new(move |()| {
        let columns = &["image", "account", "access", "until", "description"];
        let read_at = fresh.with_untracked(|fresh| fresh.at);
        listing_file(listing, "shares", columns, Some(read_at), |share| file_row(&target, share))
    });
    kinds(name, table, on_saved)
}

/// A share in a file.
fn file_row(target: &Target, share: &Share) -> Vec<Cell> {
    let until = match &share.terms.until {
        Until::End(end) => Cell::Moment(exact(*end)),
        other => other.to_wire().into(),
    };
    vec![
        target.to_string().into(),
        share.account.as_str().into(),
        share.permit.clone().into(),
        until,
        share.terms.description.as_str().into(),
    ]
}
