//! Links from an organization, an image or a user to the page about it.

use crate::view::prelude::*;

use crate::components::name::Name;
use crate::state::navigation::Navigation;
use domain::model::names::{Target, UserId, UserName};
use domain::paths::{ReviewPage, Route};

/// The way to an organization or image.
pub(super) fn target_link(target: &Target) -> AnyView {
    link(Route::of(target), target.to_string())
}

/// The way to everything that a user reaches. Without a name it is called by the id.
pub(super) fn user_link(id: &UserId, name: Option<&UserName>) -> AnyView {
    link(ReviewPage::User(id.clone()).route(), name.map_or_else(|| id.to_string(), ToString::to_string))
}

fn link(route: Route, name: String) -> AnyView {
    let navigation = expect_context::<Navigation>();
    view! { <a class="link" href=move || navigation.href(&route)><Name text=name/></a> }.into_any()
}
