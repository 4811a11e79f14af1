//! `/sign-in`: by name and password, or with a token.

mod fields;
mod form;
mod given;
mod old_token;

use crate::view::prelude::*;

use crate::api::iam::IssuedToken;
use crate::api::stored::BeganWith;
use crate::components::announcer::Announce;
use crate::components::heading::PageHeading;
use crate::config::Region;
use crate::state::navigation::Navigation;
use crate::state::session::{Session, SignOutReason};
use crate::words::use_locale;
use domain::model::names::RegionId;

pub use fields::missing;
pub use form::SignInForm;
pub use given::Given;
pub use old_token::old_token;

/// The page.
#[component]
pub fn SignIn() -> impl IntoView {
    let t = use_locale();
    let (navigation, session) = (expect_context::<Navigation>(), expect_context::<Session>());
    let config = session.config();
    let first = config.regions.first().map(|region| region.id.clone()).unwrap_or_default();
    let region =
        RwSignal::new(navigation.query().with_untracked(|query| query.region.clone()).unwrap_or(first));
    let several = config.regions.len() > 1;
    let choose = Callback::new(move |id: RegionId| {
        navigation.set_region(Some(id.clone()));
        region.set(id);
    });
    let done = Callback::new(move |(issued, region, began_with): (IssuedToken, Region, BeganWith)| {
        let _ = session.begin(issued, &region, began_with);
        navigation.back_from_sign_in();
    });
    let chosen = Memo::new(move |_| {
        let config = session.config();
        let id = region.get();
        config.regions.iter().find(|region| region.id == id).or(config.regions.first()).cloned()
    });
    // A configuration without regions does not get this far.
    let is_secure = web_sys::window().is_some_and(|window| window.is_secure_context());
    let form = chosen.get_untracked().filter(|_| is_secure).map(|first| {
        let region = Signal::derive(move || chosen.get().unwrap_or_else(|| first.clone()));
        view! { <SignInForm region given=Given::Nothing on_done=done/> }
    });
    let why = move || {
        let words = &t.words().session;
        session.sign_out_reason().map(|sign_out_reason| match sign_out_reason {
            SignOutReason::Idle => (words.was_idle)(session.config().idle_minutes),
            SignOutReason::Elsewhere => words.was_elsewhere.to_owned(),
            SignOutReason::Expired => words.was_expired.to_owned(),
        })
    };
    let past = Memo::new(move |_| match (why(), old_token(session, t.words())) {
        (Some(why), Some(old)) => Some(format!("{why} {old}")),
        (why, old) => why.or(old),
    });
    let announce = expect_context::<Announce>();
    effect(move || {
        if let Some(past) = past.get() {
            announce.aloud(past);
        }
    });
    view! {
        <div class="sign-in">
            <PageHeading>{t.label(|w| w.sign_in.sign_in)}</PageHeading>
            {dynamic(move || past.get().map(|past| view! { <p class="lead">{past}</p> }))}
            {(!is_secure).then(|| view! { <p class="problem" role="alert">{t.label(|w| w.sign_in.insecure)}</p> })}
            {several.then(|| view! { <RegionChoice region on_choose=choose/> })}
            {form}
            <p class="note">{dynamic(move || (t.words().sign_in.custody)(session.config().session))}</p>
        </div>
    }
}

#[component]
fn RegionChoice(region: RwSignal<RegionId>, on_choose: Callback<RegionId>) -> impl IntoView {
    let t = use_locale();
    let regions = expect_context::<Session>().config().regions.clone();
    let id = crate::view::ids::unique("region");
    let options = regions
        .into_iter()
        .map(|one| {
            let own = one.id.clone();
            view! {
                <option value=one.id.to_string() selected=move || region.get() == own>
                    {one.name.clone()}
                </option>
            }
        })
        .collect_view();
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {t.label(|w| w.sign_in.region)}
            </label>
            <select id=id class="select" on:change:target=move |event| on_choose.run(RegionId::new(event.target().value()))>
                {options}
            </select>
        </div>
    }
}
