//! The links between the parts of an organization or image.

use crate::view::prelude::*;

use crate::state::navigation::Navigation;
use crate::words::{Words, use_locale};
use domain::model::names::{OrganizationName, Target};
use domain::paths::{ImagePage, Route};

/// A link: where it leads, what it is called, and whether that is the page.
struct Tab {
    route: Route,
    label: fn(&'static Words) -> &'static str,
    is_present: bool,
}

/// The two parts of an organization: its images, and the users with a permission on it.
#[component]
pub fn OrganizationTabs(
    /// The organization.
    organization: OrganizationName,
    /// Whether the page is that of the users.
    of_users: bool,
) -> impl IntoView {
    let target = Target::Organization(organization.clone());
    let images = Tab {
        route: Route::Organization(organization),
        label: |words| words.lists.images,
        is_present: !of_users,
    };
    let users =
        Tab { route: Route::of(&target), label: |words| words.images().members, is_present: of_users };
    tabs([images, users])
}

/// The two parts of an image: its permissions, and the accounts that it is shared with.
#[component]
pub fn ImageTabs(
    /// The image.
    target: Target,
    /// Whether the page is that of the accounts.
    of_sharing: bool,
) -> impl IntoView {
    let Target::Image(organization, image) = target else { return ().into_any() };
    let permissions = Tab {
        route: Route::Image(organization.clone(), image.clone(), ImagePage::Permissions),
        label: |words| words.images().permissions,
        is_present: !of_sharing,
    };
    let sharing = Tab {
        route: Route::Image(organization, image, ImagePage::Sharing),
        label: |words| words.images().sharing,
        is_present: of_sharing,
    };
    tabs([permissions, sharing])
}

fn tabs(tabs: [Tab; 2]) -> AnyView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let tab = |Tab { route, label, is_present }: Tab| {
        view! {
            <a class="tab" href=move || navigation.href(&route) aria-current=is_present.then_some("page")>
                {t.label(label)}
            </a>
        }
    };
    view! { <nav class="tabs">{tabs.map(tab).into_iter().collect_view()}</nav> }.into_any()
}
