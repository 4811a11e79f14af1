//! The two programs that the console is shipped as, by the pages that each of them has. A visit begins with the front:
//! signing in and the organizations, which every visit needs. The whole, with all pages, takes its place when one of the
//! others is first wanted. Nothing of a page is in a program whose function here does not name it.
//! (`docs/decisions/0010-two-programs.md`)

use crate::view::prelude::*;

use crate::components::translation::survive_translation;
use crate::pages::access::Access;
use crate::pages::images::Images;
use crate::pages::journal::JournalPage;
use crate::pages::not_found::NotFound;
use crate::pages::organizations::{self, ExportSoon, Organizations};
use crate::state::account_users::AccountUsers;
use crate::state::journal::Journal;
use crate::state::known_users::KnownUsers;
use crate::state::navigation::Navigation;
use crate::state::preferences::Preferences;
use crate::state::readings::Readings;
use crate::state::unsaved::Unsaved;
use crate::words::problem::{self, Explain};
use domain::model::names::Target;
use domain::paths::Route;

use super::rest::Rest;

/// The pages of a program.
#[derive(Clone, Copy)]
pub struct Pages {
    /// The page of a route, as far as the program has it.
    pub(super) page: fn(Route) -> AnyView,
    /// Provides what the pages of one session share.
    pub(super) share: fn(),
    /// Explains what can fail on them.
    pub(super) explain: Explain,
}

/// All pages.
pub const WHOLE: Pages = Pages { page: whole, share: share_writes, explain: problem::explain };

/// What a visit begins with; every other page fetches the rest.
pub const FRONT: Pages = Pages { page: front, share: || {}, explain: problem::explain_lists };

/// What was written in a session, and who was seen on its lists.
fn share_writes() {
    survive_translation();
    let journal = Journal::new();
    provide_context(journal);
    provide_context(Unsaved::install(expect_context::<Navigation>(), journal));
    provide_context(Readings::new());
    let seen = KnownUsers::new();
    provide_context(seen);
    provide_context(AccountUsers::new(seen, expect_context::<Preferences>().language.into()));
}

fn whole(route: Route) -> AnyView {
    match route {
        Route::Members(organization) => {
            view! { <Access target=Target::Organization(organization)/> }.into_any()
        }
        Route::Image(organization, image) => {
            view! { <Access target=Target::Image(organization, image)/> }.into_any()
        }
        Route::Journal => view! { <JournalPage/> }.into_any(),
        Route::Organization(organization) => view! { <Images organization/> }.into_any(),
        Route::Organizations => view! { <Organizations export=organizations::export/> }.into_any(),
        other => first(other),
    }
}

fn front(route: Route) -> AnyView {
    match route {
        Route::Organization(_) | Route::Members(_) | Route::Image(..) | Route::Journal => {
            view! { <Rest/> }.into_any()
        }
        Route::Organizations => {
            view! { <Organizations export=|_, _| view! { <ExportSoon/> }.into_any()/> }.into_any()
        }
        other => first(other),
    }
}

fn first(route: Route) -> AnyView {
    match route {
        Route::NotFound => view! { <NotFound/> }.into_any(),
        // The guard leads away from the start and the sign-in; the rest is not for here.
        _ => ().into_any(),
    }
}
