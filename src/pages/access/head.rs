//! The head of the page: where one is, what the list belongs to, how to pull.

use crate::view::prelude::*;

use crate::components::copy::CopyButton;
use crate::components::heading::PageHeading;
use crate::components::name::Name;
use crate::pages::parts::{use_parts, view_of};
use crate::pages::tabs::{ImageTabs, OrganizationTabs};
use crate::state::navigation::Navigation;
use crate::state::session::Session;
use crate::words::use_locale;
use domain::model::names::Target;
use domain::paths::Route;

use super::use_page;

#[component]
pub(super) fn Head() -> impl IntoView {
    let target = use_page().target();
    let tabs = match &target {
        Target::Image(..) => view! { <ImageTabs target=target.clone() of_sharing=false/> }.into_any(),
        Target::Organization(organization) => {
            view! { <OrganizationTabs organization=organization.clone() of_users=true/> }.into_any()
        }
    };
    view! {
        <TargetHeading target/>
        {tabs}
        <Outside/>
        <Facts/>
    }
}

/// Who reaches the image from outside. The table does not wait for it.
#[component]
fn Outside() -> impl IntoView {
    let page = use_page();
    let Target::Image(organization, image) = page.target() else { return ().into_any() };
    let is_there = Memo::new(move |_| page.list.fresh().is_some());
    let reader = page.list.reader();
    let refreshed = Signal::derive(move || reader.refreshed());
    let part = use_parts().outside;
    effect(move || {
        if is_there.get() {
            part.fetch();
        }
    });
    // Only the first time: a later wait is one that the user has asked for.
    let is_awaited = Memo::new(move |earlier: Option<&bool>| {
        earlier != Some(&false) && (!is_there.get() || part.is_awaited())
    });
    dynamic(move || {
        if is_awaited.get() {
            // The place of the line, so that the table below does not move when it comes.
            return view! { <p class="facts facts--reach"></p> }.into_any();
        }
        let key = (organization.clone(), image.clone());
        view_of(part, move |part| (part.summary)(key.clone(), refreshed, page.reach))
    })
}

/// The way up, and the target's name.
#[component]
pub(in crate::pages) fn TargetHeading(target: Target) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let organization = target.organization().clone();
    let up = Route::Organization(organization.clone());
    let image = match &target {
        Target::Image(_, image) => Some(image.to_string()),
        Target::Organization(_) => None,
    };
    let above = image.is_some().then(|| {
        view! {
            <span aria-hidden="true">" / "</span>
            <a class="link" href=move || navigation.href(&up)>
                <Name text=organization.to_string()/>
            </a>
        }
    });
    let image = image.map(|image| {
        view! {
            <span class="heading__slash">"/"</span>
            <Name text=image/>
        }
    });
    view! {
        <nav class="breadcrumbs" aria-label=t.label(|w| w.shell.breadcrumbs)>
            <a class="link" href=move || navigation.href(&Route::Organizations)>
                {t.label(|w| w.lists.organizations)}
            </a>
            {above}
        </nav>
        <PageHeading>
            <Name text=target.organization().to_string()/>
            {image}
        </PageHeading>
    }
}

/// The small print under the heading.
#[component]
fn Facts() -> impl IntoView {
    let (t, page) = (use_locale(), use_page());
    let list = move || page.list.fresh().map(|fresh| fresh.value);
    let id = move || {
        let id = list()?.id.clone()?;
        Some(
            view! { <span class="fact">{t.label(|w| w.access().permission_id)} " " <span class="tabular"><Name text=id/></span></span> },
        )
    };
    let creator = move || {
        let creator = list()?.creator.clone()?;
        Some(
            view! { <span class="fact">{t.label(|w| w.access().creator)} " " <Name text=creator.to_string()/></span> },
        )
    };
    let pull = pull_command(&page.target()).map(|command| {
        view! {
            <span class="fact">
                <code class="code" translate="no">{command.clone()}</code>
                <CopyButton text=command label=t.prop(|w| w.access().copy_pull)/>
            </span>
        }
    });
    view! { <p class="facts">{dynamic(id)} {dynamic(creator)} {pull}</p> }
}

fn pull_command(target: &Target) -> Option<String> {
    let session = expect_context::<Session>();
    let registry = session.state_untracked().active()?.region.registry.clone();
    let host = if registry.is_empty() { window().location().host().ok()? } else { registry };
    let path = target.to_string();
    // No other name can be pulled, and a shell would take some for commands.
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/._-".contains(&byte);
    (matches!(target, Target::Image(..)) && path.bytes().all(plain))
        .then(|| format!("docker pull {host}/{path}"))
}
