//! Acting for another account: the dialog in which its agency is named, and the one that goes on once the agency's token has
//! ended.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::client::Endpoints;
use crate::api::iam::{Agency, assume};
use crate::api::stored::StoredSession;
use crate::api::{ApiError, Cancel, Client};
use crate::components::announcer::Announce;
use crate::components::dialog::{Dialog, DialogFoot};
use crate::components::field::TextField;
use crate::components::problem::ProblemView;
use crate::state::navigation::Navigation;
use crate::state::session::{Active, Session};
use crate::state::submission::{Submitter, failure};
use crate::words::use_locale;
use domain::model::names::{AccountName, AgencyName, ProjectName};
use domain::model::operation::Operation;
use domain::paths::Route;
use domain::text::reveal::visible;

use super::sign_in::missing;

/// "Switch account": to that of an agency, or back.
#[component]
pub fn OtherAccount(
    /// Closed.
    on_close: Callback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let t = use_locale();
    effect(move || {
        // Another tab has signed out.
        if session.state().active().is_none() {
            on_close.run(());
        }
    });
    view! {
        <Dialog title=t.prop(|w| w.shell.other_account) on_dismiss=on_close>
            {match (session.home().and_then(|home| home.session()), session.state_untracked().active().cloned()) {
                (Some(home), _) => view! { <Back home on_close/> }.into_any(),
                (None, Some(active)) => view! { <AgencyForm active on_close/> }.into_any(),
                (None, None) => ().into_any(),
            }}
        </Dialog>
    }
}

/// The way back to the user's own session.
#[component]
fn Back(home: StoredSession, on_close: Callback<()>) -> impl IntoView {
    let (t, go_home) = (use_locale(), go_home());
    let own = visible(home.caller.name.as_str());
    let send = move || {
        on_close.run(());
        go_home.run(());
    };
    view! {
        <form
            class="dialog__body"
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <p>{t.label(|w| w.session_dialogs().back_means)}</p>
            <DialogFoot
                cancel=t.prop(|w| w.session_dialogs().not_now)
                verb=t.format(move |w| (w.session_dialogs().back_to)(&own))
                on_cancel=on_close
            />
        </form>
    }
}

/// The agency of another account.
#[component]
fn AgencyForm(
    /// The user's own session.
    active: Arc<Active>,
    on_close: Callback<()>,
) -> impl IntoView {
    let t = use_locale();
    let (session, navigation) = (expect_context::<Session>(), expect_context::<Navigation>());
    let announce = expect_context::<Announce>();
    let project = active.project.as_ref().map(ToString::to_string).unwrap_or_default();
    let (account, agency) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (project, attempted) = (RwSignal::new(project), RwSignal::new(false));
    let submitter = Submitter::<ApiError>::new();
    let (client, region) = (active.client.clone(), active.region.clone());
    let send = move || {
        attempted.set(true);
        let [account, name, project] =
            [account, agency, project].map(|field| field.get_untracked().trim().to_owned());
        if [&account, &name, &project].into_iter().any(String::is_empty) {
            return;
        }
        let agency = Agency {
            account: AccountName::new(account),
            name: AgencyName::new(name),
            project: ProjectName::new(project),
        };
        let (client, name) = (client.clone(), agency.name.clone());
        let (asked, region) = (client.clone(), region.clone());
        let work = async move { assume(&asked, &agency, &Cancel::new()).await };
        // The dialog "Sign in again" speaks of a session that has ended.
        let remains = |answer: &_| failure(answer).filter(|error| !error.ends_session());
        submitter.run(work, remains, move |answer| match answer {
            // The dialog was left while IAM was slow.
            Ok(issued) if attempted.try_get_untracked().is_none() => session.revoke_unused(&issued, &region),
            Ok(issued) => {
                let account = visible(issued.caller.account.as_str());
                let _ = on_close.try_run(());
                session.act_for(issued, name);
                navigation.replace(Route::Organizations);
                announce.toast((t.untracked().session_dialogs().acting)(&account));
            }
            Err(error) if error.ends_session() => session.ended(&client),
            Err(_) => {}
        });
    };
    view! {
        <form
            class="dialog__body"
            novalidate
            aria-busy=move || submitter.is_sending().to_string()
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <p>{t.label(|w| w.session_dialogs().agency_means)}</p>
            <TextField label=t.prop(|w| w.sign_in.account) value=account error=missing(attempted, account) focused=true/>
            <TextField label=t.prop(|w| w.session_dialogs().agency) value=agency error=missing(attempted, agency)/>
            <TextField
                label=t.prop(|w| w.sign_in.project)
                value=project
                hint=t.prop(|w| w.sign_in.project_hint)
                error=missing(attempted, project)
            />
            <Failure submitter/>
            <DialogFoot
                cancel=t.prop(|w| w.session_dialogs().not_now)
                verb=t.prop(|w| w.shell.other_account)
                busy=Signal::derive(move || submitter.is_sending())
                on_cancel=on_close
            />
        </form>
    }
}

/// The token for another account has ended, or soon will: with the user's own token, which is still good, a click gets
/// another one, and everything on the page stays.
#[component]
pub fn ActingAgain(
    /// The session of the agency.
    active: Arc<Active>,
    /// The user's own session.
    home: StoredSession,
    /// The agency.
    agency: AgencyName,
    /// Something else than going on.
    children: Children,
    /// There is another token.
    on_done: Callback<()>,
) -> impl IntoView {
    let t = use_locale();
    let (session, go_home) = (expect_context::<Session>(), go_home());
    let submitter = Submitter::<ApiError>::new();
    let account = visible(active.caller.account.as_str());
    let own = visible(home.caller.name.as_str());
    let (began_with, epoch) = (active.began_with, active.epoch);
    let go_on = move |_| {
        let region = active.region.clone();
        let project = active.project.clone().unwrap_or_default();
        let agency = Agency { account: active.caller.account.clone(), name: agency.clone(), project };
        let own = Client::new(Endpoints::from(&region), home.token.clone());
        let work = async move { assume(&own, &agency, &Cancel::new()).await };
        submitter.run(work, failure, move |answer| {
            let Ok(issued) = answer else { return };
            let present = session.state_untracked().active().map(|active| active.epoch);
            if present != Some(epoch) {
                // The user has signed out or gone back while IAM was slow.
                return session.revoke_unused(&issued, &region);
            }
            session.begin(issued, &region, began_with);
            let _ = on_done.try_run(());
        });
    };
    view! {
        <Failure submitter/>
        <div class="form__foot">
            <button
                type="button"
                class="button button--primary"
                class:button--busy=move || submitter.is_sending()
                on:click=go_on
            >
                {dynamic(move || (t.words().session_dialogs().act_again)(&account))}
            </button>
            <button type="button" class="button" on:click=move |_| go_home.run(())>
                {dynamic(move || (t.words().session_dialogs().back_to)(&own))}
            </button>
            {children()}
        </div>
    }
}

/// Goes back to the user's own session.
fn go_home() -> Callback<()> {
    let (session, navigation) = (expect_context::<Session>(), expect_context::<Navigation>());
    Callback::new(move |()| {
        session.go_home();
        // What is shown belongs to the other account.
        navigation.replace(Route::Organizations);
    })
}

#[component]
fn Failure(submitter: Submitter<ApiError>) -> impl IntoView {
    dynamic(move || {
        let error = submitter.ended()?;
        Some(view! { <ProblemView operation=Operation::AssumeAgency error quote=true/> })
    })
}
