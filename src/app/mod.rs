//! The app: contexts, the guard in front of the pages, and the frame around them.

mod header;
mod time_left;
mod title;

use std::sync::Arc;

use crate::view::prelude::*;
use leptos::reactive::owner::WeakOwner;

use crate::api::host::ConfigError;
use crate::components::announcer::{Announce, LiveRegion};
use crate::components::heading::FirstPage;
use crate::config::Config;
use crate::pages::not_found::NotFound;
use crate::pages::offline::OfflineNotice;
use crate::pages::organizations::Organizations;
use crate::pages::parts::{Changing, PartLoader, Parts, Tables, dialog_of, use_parts, view_of};
use crate::pages::session_ended::Renewal;
use crate::pages::sign_in::{SignIn, old_token};
use crate::pages::start_failed::StartFailed;
use crate::state::announcer::{Announcer, Audience};
use crate::state::navigation::Navigation;
use crate::state::planned::Planned;
use crate::state::preferences::Preferences;
use crate::state::session::heartbeat::Heartbeat;
use crate::state::session::signed_in::SignedIn;
use crate::state::session::tabs;
use crate::state::session::{Active, Session, SessionState};
use crate::state::uncaught::watch;
use crate::words::problem::explain_lists;
use crate::words::{Locale, use_locale};
use domain::paths::Route;

use header::Header;

/// Whether the data is made up (the live demo), so that nobody takes it for their registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataOrigin {
    /// The APIs that `config.json` names.
    Configured,
    /// An emulator in this page.
    MadeUp,
}

/// The console.
#[component]
pub fn App(
    /// The configuration, or why there is none.
    config: Result<Config, ConfigError>,
    /// Where the data comes from.
    origin: DataOrigin,
    /// What fetches the parts of the program.
    loader: PartLoader,
) -> impl IntoView {
    let preferences = Preferences::install();
    let locale = Locale::new(preferences.language.into(), explain_lists);
    let announcer = Announcer::new();
    provide_context(preferences);
    provide_context(locale);
    provide_context(Announce {
        toast: Callback::new(move |text: String| announcer.announce(text, Audience::Everyone)),
        aloud: Callback::new(move |text: String| announcer.announce(text, Audience::ScreenReaders)),
        text: Signal::derive(move || announcer.present().get().text),
    });
    provide_context(FirstPage(StoredValue::new(true)));
    provide_context(Parts::new(loader));
    provide_context(origin);
    provide_context(Planned(RwSignal::new(0)));
    let page = match config {
        Ok(config) => view! { <Console config/> }.into_any(),
        Err(error) => view! { <StartFailed error/> }.into_any(),
    };
    view! {
        {page}
        <LiveRegion visible=Signal::derive(move || announcer.present().get().audience == Audience::Everyone)/>
    }
}

#[component]
fn Console(config: Config) -> impl IntoView {
    let navigation = Navigation::install();
    let session = Session::install(config);
    let heartbeat = Heartbeat::install(session);
    // A user on the sign-in page has come to sign in, or has just signed out.
    let may_ask = navigation.route().with_untracked(Route::needs_session)
        && untrack(|| session.sign_out_reason().is_none());
    tabs::install(session, heartbeat, may_ask);
    provide_context(navigation);
    provide_context(session);
    provide_context(heartbeat);
    title::install(navigation);
    guard(navigation, session);
    let t = use_locale();
    let epoch = Memo::new(move |_| session.state().active().map(|active| active.epoch));
    let pages = move || match epoch.get() {
        None => view! { <SignedOutPages/> }.into_any(),
        Some(_) => match session.state_untracked().active().cloned() {
            Some(active) => view! { <SignedInPages active/> }.into_any(),
            None => ().into_any(),
        },
    };
    let renewal = Memo::new(move |_| match session.state() {
        SessionState::Ended(active) => Some((active, Renewal::Due)),
        SessionState::SignedIn(active) if heartbeat.expiry.is_renewing() => Some((active, Renewal::Early)),
        _ => None,
    });
    let warning = Memo::new(move |_| heartbeat.idle.left().is_some());
    let dialogs = use_parts().changing;
    let session_ended = move || {
        let (active, renewal) = renewal.get()?;
        Some(view_of(dialogs, move |dialogs| (dialogs.session_ended)(Arc::clone(&active), renewal)))
    };
    let uncaught = watch();
    let is_noticed = Memo::new(move |_| uncaught.with(Option::is_some));
    let notice =
        move || is_noticed.get().then(|| view_of(dialogs, move |dialogs| (dialogs.uncaught)(uncaught)));
    let stay = Callback::new(move |()| heartbeat.idle.stay());
    let switching = RwSignal::new(false);
    let stop_switching = Callback::new(move |()| switching.set(false));
    let dialog = move || {
        let draw = |close, draw: fn(&'static Changing, Callback<()>) -> AnyView| {
            dialog_of(dialogs, close, move |dialogs| draw(dialogs, close))
        };
        match (warning.get(), switching.get()) {
            (true, _) => Some(draw(stay, |dialogs, _| (dialogs.idle_warning)())),
            (false, true) => Some(draw(stop_switching, |dialogs, close| (dialogs.other_account)(close))),
            (false, false) => None,
        }
    };
    let announce = expect_context::<Announce>();
    effect(move || {
        if session.is_not_persisted() {
            announce.toast(t.untracked().session.not_persisted);
        }
    });
    // Signed out, the page itself says it.
    effect(move || {
        if let Some(text) = old_token(session, t.untracked())
            && session.state_untracked().active().is_some()
        {
            announce.toast(text);
        }
    });
    view! {
        <a class="skip" href="#content">
            {t.label(|w| w.shell.skip)}
        </a>
        <Header switching/>
        {dynamic(notice)}
        <main class="page" id="content" tabindex="-1">
            {dynamic(pages)}
        </main>
        {dynamic(session_ended)}
        {dynamic(dialog)}
    }
}

/// Leads to the sign-in page who is not signed in, and away from it who is.
fn guard(navigation: Navigation, session: Session) {
    effect(move || {
        let route = navigation.route().get();
        let signed_in = session.state().active().is_some();
        match (signed_in, route) {
            // Another tab may have a session; until then the address stays as it is, and nothing is shown.
            (false, _) if session.state() == SessionState::Asking => {}
            (false, route) if route.needs_session() => navigation.to_sign_in(),
            (true, Route::SignIn) => navigation.back_from_sign_in(),
            (true, Route::Start) => navigation.replace(Route::Organizations),
            _ => {}
        }
    });
}

/// Without a session there is one page; every other address leads to it.
#[component]
fn SignedOutPages() -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    let is_there = Memo::new(move |_| navigation.route().get() == Route::SignIn);
    dynamic(move || is_there.get().then(|| view! { <SignIn/> }))
}

/// The pages of one session. Another user's session is another instance of this, so nothing of the earlier one is
/// left.
#[component]
fn SignedInPages(active: Arc<Active>) -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    let session = expect_context::<Session>();
    let signed_in = SignedIn::new(session, active.client.clone(), active.caller.clone());
    provide_context(signed_in);
    let question = RwSignal::new(None::<fn() -> AnyView>);
    let share = sharing(question);
    effect(move || {
        if let SessionState::SignedIn(active) = session.state() {
            signed_in.renew(active.client.clone());
        }
    });
    let region = active.region.clone();
    let own_region = region.id.clone();
    let several = session.config().regions.len() > 1;
    let wanted = Memo::new(move |_| {
        let wanted = navigation.query().with(|query| query.region.clone());
        let default = session.config().regions.first().map(|region| region.id.clone());
        wanted.or(default).filter(|wanted| several && *wanted != own_region)
    });
    let rare = use_parts().changing;
    let page = dynamic(move || match wanted.get() {
        Some(wanted) => {
            let region = region.clone();
            view_of(rare, move |rare| (rare.other_region)(wanted.clone(), region.clone()))
        }
        None => page(navigation.route(), share),
    });
    view! {
        <OfflineNotice/>
        {page}
        {dynamic(move || question.get().map(|draw| draw()))}
    }
}

/// Provides what the pages of this session share, once the tables are there. It belongs to the present owner, which outlives
/// each page. The owner is held weakly: a strong reference from inside it would keep it, and the session, forever.
fn sharing(question: RwSignal<Option<fn() -> AnyView>>) -> Callback<&'static Tables> {
    let (owner, t) = (Owner::current().map(|owner| owner.downgrade()), use_locale());
    let is_shared = StoredValue::new(false);
    Callback::new(move |tables: &'static Tables| {
        if !is_shared.get_value()
            && let Some(owner) = owner.as_ref().and_then(WeakOwner::upgrade)
        {
            is_shared.set_value(true);
            t.explain_by(tables.explain);
            owner.with(tables.share);
            question.set(Some(tables.question));
        }
    })
}

/// The page of a route, from the part that has it.
fn page(route: Memo<Route>, share: Callback<&'static Tables>) -> AnyView {
    let tables = use_parts().tables;
    dynamic(move || match route.get() {
        Route::NotFound => view! { <NotFound/> }.into_any(),
        Route::Organizations => view! { <Organizations/> }.into_any(),
        // The guard leads away from these.
        Route::Start | Route::SignIn => ().into_any(),
        route => view_of(tables, move |tables| {
            share.run(tables);
            (tables.page)(route.clone())
        }),
    })
}
