//! The bar on top: where one is signed in and as whom, language, theme, the way out.

use crate::view::prelude::*;

use crate::components::choice::Choice;
use crate::components::name::Name;
use crate::pages::parts::use_parts;
use crate::pages::sign_out::sign_out;
use crate::state::navigation::Navigation;
use crate::state::planned::Planned;
use crate::state::preferences::{Preferences, Theme};
use crate::state::session::{Active, Session};
use crate::words::{Language, Words, use_locale};
use domain::paths::Route;
use domain::text::reveal::visible;

use super::DataOrigin;
use super::time_left::TimeLeft;

#[component]
pub(super) fn Header(
    /// Whether the user wants to switch to another account.
    switching: RwSignal<bool>,
) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let session = expect_context::<Session>();
    let preferences = expect_context::<Preferences>();
    let demo = expect_context::<DataOrigin>() == DataOrigin::MadeUp;
    let active = Memo::new(move |_| session.state().active().cloned());
    view! {
        <header class="header">
            <a class="header__product" href=move || navigation.href(&Route::Organizations)>
                {t.label(|w| w.shell.product)}
            </a>
            {demo
                .then(|| {
                    view! {
                        <span class="badge badge--demo" title=t.label(|w| w.shell.demo_means)>
                            {t.label(|w| w.shell.demo)}
                        </span>
                    }
                })}
            <Show when=Signal::derive(move || active.get().is_some())>
                {link(Route::Review(String::new()), |words| words.shell.review)}
                {plan_link()}
                {link(Route::Journal, |words| words.shell.journal)}
            </Show>
            <span class="header__space"></span>
            <TimeLeft/>
            {dynamic(move || active.get().map(|active| view! { <WhoAndWhere active=(*active).clone()/> }))}
            <Choice
                label=t.prop(|w| w.shell.language)
                label_hidden=true
                options=Language::ALL.to_vec()
                word=|language: Language, _| language.own_name().to_owned()
                value=preferences.language
                on_choose=Callback::new(move |language| preferences.language.set(language))
            />
            <Choice
                label=t.prop(|w| w.shell.theme)
                label_hidden=true
                options=Theme::ALL.to_vec()
                word=theme_word
                value=preferences.theme
                on_choose=Callback::new(move |theme| preferences.theme.set(theme))
            />
            <Show when=Signal::derive(move || active.get().is_some())>
                <button type="button" class="button button--quiet" data-leaves="" on:click=move |_| switching.set(true)>
                    {t.label(|w| w.shell.other_account)}
                </button>
                <SignOut/>
            </Show>
        </header>
    }
}

/// A page beside the organizations.
fn link(route: Route, label: fn(&'static Words) -> &'static str) -> AnyView {
    let (t, navigation) = (use_locale(), expect_context::<Navigation>());
    view! { <a class="link header__link" href=move || navigation.href(&route)>{t.label(label)}</a> }
        .into_any()
}

/// The way to the plan. Edits are staged on pages of the review, so its part of the program is there once there are any.
fn plan_link() -> AnyView {
    let (review, planned) = (use_parts().review, expect_context::<Planned>());
    dynamic(move || {
        let count = planned.0.get();
        review.get().filter(|_| count > 0).map(|review| (review.plan_link)(count))
    })
}

fn theme_word(theme: Theme, words: &'static Words) -> String {
    match theme {
        Theme::System => words.shell.theme_system,
        Theme::Light => words.shell.theme_light,
        Theme::Dark => words.shell.theme_dark,
    }
    .to_owned()
}

#[component]
fn WhoAndWhere(active: Active) -> impl IntoView {
    let t = use_locale();
    let project = active.project.as_ref().map(|project| visible(project.as_str()));
    let project = move || project.clone().unwrap_or_else(|| t.words().sign_in.whole_account.to_owned());
    view! {
        <span class="header__who">
            <span class="visually-hidden">{t.label(|w| w.shell.signed_in_as)}" "</span>
            <Name text=active.caller.account.to_string()/>
            " / "
            <Name text=active.caller.name.to_string()/>
            " · "
            <bdi>{active.region.name.clone()}</bdi>
            " · "
            {dynamic(project)}
        </span>
    }
}

#[component]
fn SignOut() -> impl IntoView {
    let t = use_locale();
    let sign_out = sign_out();
    view! {
        <button type="button" class="button button--quiet" data-leaves="" on:click=move |_| sign_out.run(())>
            {t.label(|w| w.shell.sign_out)}
        </button>
    }
}
