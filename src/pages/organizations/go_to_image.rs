//! The way to an image for people who know its name.

use crate::view::prelude::*;

use crate::state::navigation::Navigation;
use crate::view::ids::unique;
use crate::words::use_locale;
use domain::model::names::{ImageName, OrganizationName, Target};
use domain::paths::Route;

/// A field for the image's full name.
#[component]
pub(super) fn GoToImage() -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let id = unique("go-to");
    let error_id = format!("{id}-error");
    let described_by = error_id.clone();
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match parse_image(&typed.get_untracked()) {
            Some(route) => navigation.go(route),
            None => wrong.set(true),
        }
    };
    view! {
        <form class="go-to" on:submit=go novalidate>
            <input
                class="input"
                type="text"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-label=t.label(|w| w.lists.go_to)
                placeholder=t.label(|w| w.lists.go_to_hint)
                aria-invalid=move || wrong.get().then_some("true")
                aria-describedby=move || wrong.get().then(|| described_by.clone())
                prop:value=move || typed.get()
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    wrong.set(false);
                }
            />
            <button type="submit" class="button">
                {t.label(|w| w.lists.go)}
            </button>
            {dynamic(move || wrong.get().then(|| view! { <p class="field__message go-to__error" role="alert" id=error_id.clone()>{t.label(|w| w.lists.go_to_wrong)}</p> }))}
        </form>
    }
}

/// Reads `organization/image`; a registry host in front, a tag or a digest behind are passed over, since people
/// paste what `docker pull` takes.
fn parse_image(text: &str) -> Option<Route> {
    let text = text.trim().trim_start_matches("docker pull ").trim();
    let text = text.split('@').next().unwrap_or_default();
    let (first, rest) = text.split_once('/')?;
    let (organization, image) =
        if first.contains(['.', ':']) && rest.contains('/') { rest.split_once('/')? } else { (first, rest) };
    let image = image.split(':').next().unwrap_or_default().trim_matches('/');
    Some(Route::of(&Target::Image(OrganizationName::new(organization).ok()?, ImageName::new(image).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_docker_pull_takes_leads_to_the_image() {
        let route = |organization: &str, image: &str| {
            Some(Route::of(&Target::Image(
                OrganizationName::new(organization).unwrap(),
                ImageName::new(image).unwrap(),
            )))
        };
        assert_eq!(parse_image("group/team/web/app"), route("group", "team/web/app"));
        assert_eq!(parse_image(" group/test:1.0 "), route("group", "test"));
        assert_eq!(
            parse_image("docker pull swr.eu-de.otc.t-systems.com/group/test@sha256:abc"),
            route("group", "test")
        );
        assert_eq!(parse_image("localhost:8080/group/test:1"), route("group", "test"));
        assert_eq!(parse_image("group.x/test"), route("group.x", "test"));
        for wrong in ["", "group", "/test", "group/", "group/.."] {
            assert_eq!(parse_image(wrong), None, "{wrong}");
        }
    }
}
