//! The two parts of an organization: its images, and the users with a permission on it.

use crate::view::prelude::*;

use crate::state::navigation::Navigation;
use crate::words::use_locale;
use domain::model::names::OrganizationName;
use domain::paths::Route;

/// A part of an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Its images.
    Images,
    /// Its permissions.
    Members,
}

/// The links between the parts of an organization.
#[component]
pub fn OrganizationTabs(
    /// The organization.
    organization: OrganizationName,
    /// The part that is shown.
    present: Tab,
) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let (images, members) = (Route::Organization(organization.clone()), Route::Members(organization));
    let current = move |tab| (tab == present).then_some("page");
    view! {
        <nav class="tabs">
            <a class="tab" href=move || navigation.href(&images) aria-current=current(Tab::Images)>
                {t.label(|w| w.lists.images)}
            </a>
            <a class="tab" href=move || navigation.href(&members) aria-current=current(Tab::Members)>
                {t.label(|w| w.images().members)}
            </a>
        </nav>
    }
}
