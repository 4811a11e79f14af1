//! Signing out.

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::state::navigation::Navigation;
use crate::state::session::Session;
use crate::words::use_locale;
use domain::paths::Route;

/// What the buttons "Sign out" do.
pub fn sign_out() -> Callback<()> {
    let t = use_locale();
    let (session, navigation) = (expect_context::<Session>(), expect_context::<Navigation>());
    let announce = expect_context::<Announce>();
    Callback::new(move |()| {
        // Leaving first: who signs out on purpose starts at the start next time.
        navigation.replace(Route::SignIn);
        session.sign_out();
        announce.toast(t.untracked().sign_in.signed_out);
    })
}
