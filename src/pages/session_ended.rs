//! The dialog "Sign in again", over whatever is open when the token is no longer accepted.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::iam::IssuedToken;
use crate::api::stored::BeganWith;
use crate::components::announcer::Announce;
use crate::components::dialog::Dialog;
use crate::config::Region;
use crate::domain::reveal::told;
use crate::state::navigation::Navigation;
use crate::state::session::{Active, Resumed, Session};
use crate::words::use_speech;

use super::sign_in::{Given, SignInForm};

/// The dialog. What lies under it stays as it is; whoever signs in as somebody else starts clean.
#[component]
pub fn SessionEnded(
    /// The session that ended.
    active: Arc<Active>,
) -> impl IntoView {
    let t = use_speech();
    let session = expect_context::<Session>();
    let announce = expect_context::<Announce>();
    let navigation = expect_context::<Navigation>();
    let given = match (active.began_with, &active.project) {
        (BeganWith::Password, Some(project)) => Given::User {
            account: active.caller.account.clone(),
            user: active.caller.name.clone(),
            project: project.clone(),
            id: active.caller.id.clone(),
        },
        _ => Given::Token,
    };
    let done = Callback::new(move |(issued, region, began_with): (IssuedToken, Region, BeganWith)| {
        let name = issued.caller.name.clone();
        if session.begin(issued, &region, began_with) == Resumed::OtherUser {
            navigation.replace(crate::paths::Route::Organizations);
            announce.say((t.now().sign_in.other_user)(&told(name.as_str())));
        }
    });
    view! {
        <Dialog title=t.text(|w| w.sign_in.again)>
            <div class="dialog__body">
                <div class="problem">
                    <div role="alert">
                        <p class="problem__headline">{t.say(|w| w.sign_in.again_headline)}</p>
                        <p class="problem__text">{t.say(|w| w.sign_in.again_means)}</p>
                    </div>
                </div>
                <SignInForm region=active.region.clone() given on_done=done>
                    <button type="button" class="button" on:click=move |_| session.sign_out()>
                        {t.say(|w| w.shell.sign_out)}
                    </button>
                </SignInForm>
            </div>
        </Dialog>
    }
}
