//! The document's title, which tabs, history and screen readers show.

use crate::view::prelude::*;

use crate::state::navigation::Navigation;
use crate::words::{Words, use_locale};
use domain::paths::Route;
use domain::text::reveal::visible;

/// Keeps the title with the page and the language.
pub(super) fn install(navigation: Navigation) {
    let t = use_locale();
    effect(move || {
        let words = t.words();
        let page = navigation.route().with(|route| name(route, words));
        document().set_title(&format!("{page} – {}", words.shell.product));
    });
}

fn name(route: &Route, words: &Words) -> String {
    match route {
        Route::SignIn => words.sign_in.sign_in.to_owned(),
        Route::Start | Route::Organizations => words.lists.organizations.to_owned(),
        Route::Organization(organization) => visible(organization.as_str()),
        Route::Members(organization) => (words.lists.permissions_of)(&visible(organization.as_str())),
        // What is below an image has a page with a title of its own.
        Route::Image(organization, image, _) => visible(format!("{organization}/{image}")),
        Route::Review(_) => words.shell.review.to_owned(),
        Route::Plan => words.shell.plan.to_owned(),
        Route::Journal => words.shell.journal.to_owned(),
        Route::NotFound => words.shell.not_found.to_owned(),
    }
}
