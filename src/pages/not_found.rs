//! An address that is no page.

use crate::view::prelude::*;

use crate::components::heading::PageHeading;
use crate::state::navigation::Navigation;
use crate::words::use_locale;
use domain::paths::Route;

/// "Not found", with a way on.
#[component]
pub fn NotFound() -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    view! {
        <PageHeading>{t.label(|w| w.shell.not_found)}</PageHeading>
        <p class="lead">{t.label(|w| w.shell.not_found_means)}</p>
        <p>
            <a class="link" href=move || navigation.href(&Route::Organizations)>
                {t.label(|w| w.shell.to_organizations)}
            </a>
        </p>
    }
}
