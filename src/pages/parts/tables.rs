//! The part with the pages of an organization, and with what the pages of a session share.

use crate::view::prelude::*;

use crate::components::translation::survive_translation;
use crate::pages::access::Access;
use crate::pages::discard::DiscardQuestion;
use crate::pages::images::Images;
use crate::state::account_users::AccountUsers;
use crate::state::journal::Journal;
use crate::state::known_users::KnownUsers;
use crate::state::navigation::Navigation;
use crate::state::preferences::Preferences;
use crate::state::readings::Readings;
use crate::state::session_owner::SessionOwner;
use crate::state::unsaved::Unsaved;
use crate::words::problem::{self, Explain};
use domain::model::names::Target;
use domain::paths::{ImagePage, Route};

use super::{use_parts, view_of};

/// What the part has.
#[derive(Debug)]
pub struct Tables {
    /// Provides what the pages of one session share, to the present owner.
    pub share: fn(),
    /// The question before work is lost, for all pages of the session.
    pub question: fn() -> AnyView,
    /// Explains what can fail on them.
    pub explain: Explain,
    /// The page of a route.
    pub page: fn(Route) -> AnyView,
}

/// The part itself.
pub static TABLES: Tables =
    Tables { share, question: || view! { <DiscardQuestion/> }.into_any(), explain: problem::explain, page };

/// What was written in a session, and who was seen on its lists.
fn share() {
    survive_translation();
    let journal = Journal::new();
    provide_context(journal);
    provide_context(Unsaved::install(expect_context::<Navigation>(), journal));
    provide_context(Readings::new());
    provide_context(SessionOwner::present());
    let seen = KnownUsers::new();
    provide_context(seen);
    provide_context(AccountUsers::new(seen, expect_context::<Preferences>().language.into()));
}

fn page(route: Route) -> AnyView {
    match route {
        Route::Organization(organization) => view! { <Images organization/> }.into_any(),
        Route::Members(organization) => {
            view! { <Access target=Target::Organization(organization)/> }.into_any()
        }
        Route::Image(organization, image, ImagePage::Permissions) => {
            view! { <Access target=Target::Image(organization, image)/> }.into_any()
        }
        Route::Image(organization, image, ImagePage::Sharing) => {
            view_of(use_parts().outside, move |outside| {
                (outside.sharing)(organization.clone(), image.clone())
            })
        }
        Route::Review(below) => view_of(use_parts().review, move |review| (review.page)(&below)),
        Route::Plan => {
            let parts = use_parts();
            // Its file comes with the plan's in any case, and the header's link to the plan is in it.
            parts.review.fetch();
            view_of(parts.planning, |planning| (planning.page)())
        }
        Route::Journal => view_of(use_parts().reports, |reports| (reports.journal)()),
        // These pages are in the program from the start.
        Route::Start | Route::SignIn | Route::Organizations | Route::NotFound => ().into_any(),
    }
}
