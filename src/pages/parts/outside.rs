//! The part about who reaches an image from outside.

use crate::view::prelude::*;

use crate::pages::outside::{Sharing, Summary};
use crate::state::outside::{ImageKey, OutsideAccess};
use crate::words::problem::explain_outside;
use crate::words::use_locale;
use domain::model::names::{ImageName, OrganizationName};
use domain::outside::reach::Reach;

/// What the part has.
pub struct Outside {
    /// The line in the head of an image's page: it is read again with each refresh, and says what it knows.
    pub(in crate::pages) summary: fn(ImageKey, Signal<u64>, RwSignal<Option<Reach>>) -> AnyView,
    /// The page of the accounts that an image is shared with.
    pub(in crate::pages) sharing: fn(OrganizationName, ImageName) -> AnyView,
}

/// The part itself.
pub static OUTSIDE: Outside = Outside {
    summary: |image, refreshed, reach| {
        explain_all();
        let outside = OutsideAccess::new(image.clone());
        outside.follow(refreshed);
        effect(move || reach.set(outside.reach()));
        view! { <Summary image outside/> }.into_any()
    },
    sharing: |organization, image| {
        explain_all();
        view! { <Sharing organization image/> }.into_any()
    },
};

/// What can fail here has words from now on, in the journal too.
fn explain_all() {
    use_locale().explain_by(explain_outside);
}
