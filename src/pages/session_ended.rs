//! The dialog "Sign in again", over whatever is open when the token is no longer accepted, or soon will not be.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::iam::IssuedToken;
use crate::api::stored::BeganWith;
use crate::components::announcer::Announce;
use crate::components::dialog::Dialog;
use crate::config::Region;
use crate::state::navigation::Navigation;
use crate::state::session::heartbeat::Heartbeat;
use crate::state::session::{Active, Resumed, Session};
use crate::words::use_locale;
use domain::session_clock::Untended;
use domain::text::reveal::visible;

use super::other_account::ActingAgain;
use super::sign_in::{Given, SignInForm};

/// When someone signs in again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// The session has ended.
    Due,
    /// It ends soon, so signing in can be put off.
    Early,
    /// Nobody has done anything for long. It goes on only because this does.
    Locked(Untended),
}

/// The dialog. What lies under it stays as it is; anyone who signs in as someone else starts clean.
#[component]
pub fn SessionEnded(
    /// The session that ended, or soon will.
    active: Arc<Active>,
    /// Whether it has ended already.
    renewal: Renewal,
) -> impl IntoView {
    let ended = renewal != Renewal::Early;
    let t = use_locale();
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
    let Heartbeat { expiry, idle, .. } = expect_context();
    let put_off = Callback::new(move |()| expiry.renew(false));
    let done = Callback::new(move |(issued, region, began_with): (IssuedToken, Region, BeganWith)| {
        let name = issued.caller.name.clone();
        expiry.renew(false);
        let resumed = session.begin(issued, &region, began_with);
        idle.stay();
        if resumed == Resumed::OtherUser {
            navigation.replace(domain::paths::Route::Organizations);
            announce.toast((t.untracked().session_dialogs().other_user)(&visible(name.as_str())));
        }
    });
    let head = if let Renewal::Locked(untended) = renewal {
        view! { <p>{dynamic(move || (t.words().session_dialogs().locked_means)(untended))}</p> }.into_any()
    } else if ended {
        view! {
            <div class="problem">
                <div role="alert">
                    <p class="problem__headline">{t.label(|w| w.session_dialogs().again_headline)}</p>
                    <p class="problem__text">{t.label(|w| w.session_dialogs().again_means)}</p>
                </div>
            </div>
        }
        .into_any()
    } else {
        view! { <p>{t.label(|w| w.session_dialogs().renew_means)}</p> }.into_any()
    };
    let away = move |_| if ended { session.sign_out() } else { put_off.run(()) };
    let way_out = move || if ended { t.words().shell.sign_out } else { t.words().session_dialogs().not_now };
    let leave = move || {
        view! {
            <button type="button" class="button" on:click=away>
                {dynamic(way_out)}
            </button>
        }
    };
    view! {
        <Dialog title=t.prop(|w| w.sign_in.again) on_dismiss=(!ended).then_some(put_off)>
            <div class="dialog__body">
                {head}
                {match session.home().and_then(|home| Some((home.session()?, home.agency()))) {
                    Some((home, agency)) => {
                        view! { <ActingAgain active home agency on_done=put_off>{leave()}</ActingAgain> }.into_any()
                    }
                    None => {
                        view! { <SignInForm region=active.region.clone() given on_done=done>{leave()}</SignInForm> }
                            .into_any()
                    }
                }}
            </div>
        </Dialog>
    }
}
