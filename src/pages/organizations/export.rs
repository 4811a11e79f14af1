//! The organizations as a file. The front has no exports: its button fetches the whole, where the kinds of files open by
//! themselves.

use crate::view::prelude::*;

use crate::pages::listing::Listing;
use crate::pages::part::{part_is_missing, whole_failed};
use crate::pages::save::{Export, listing_file};
use crate::state::session::handover::{WANTED, dispatch, want_export};
use crate::words::use_locale;
use domain::model::catalog::{Organization, Standing};
use domain::model::names::UserName;
use domain::text::export::{Cell, auth};

use super::Read;

/// "Export" in the whole.
pub fn export(listing: Listing<Organization>, read: Read) -> AnyView {
    let table = Callback::new(move |()| {
        let columns = &["organization", "auth", "permission", "images", "users", "creator"];
        let read_at = read.with_untracked(|fresh| fresh.at);
        listing_file(listing, "organizations", columns, Some(read_at), file_row)
    });
    view! { <Export of=String::new() table/> }.into_any()
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

/// "Export" in the front.
#[component]
pub fn ExportSoon() -> impl IntoView {
    let t = use_locale();
    let failed = whole_failed();
    let fetch = move |_| {
        failed.set(false);
        want_export();
        dispatch(WANTED);
    };
    view! {
        <button type="button" class="button" aria-expanded="false" on:click=fetch>
            {t.label(|w| w.lists.export)}
        </button>
        {dynamic(move || failed.get().then(part_is_missing))}
    }
}
