//! Before a scan: which organizations it reads, and what that takes.

use std::collections::HashSet;

use crate::view::prelude::*;

use crate::pages::data_view::data_view;
use crate::state::load::Fresh;
use crate::state::loader::Loader;
use crate::state::review::{Review, seconds_for};
use crate::state::session::signed_in::use_signed_in;
use crate::words::use_locale;
use domain::model::catalog::{Collection, Organization};
use domain::model::names::OrganizationName;
use domain::model::operation::Operation;
use domain::review::scan::expected;
use domain::review::snapshot::{ListedOrganization, Scope};
use domain::text::reveal::visible;

#[component]
pub(super) fn Start(review: Review) -> impl IntoView {
    let loader = Loader::new(
        use_signed_in(),
        || (),
        |client, (), cancel| async move { client.organizations(&cancel).await },
    );
    data_view(loader, Operation::ListOrganizations, move |fresh| view! { <ScopeForm review fresh/> })
}

#[component]
fn ScopeForm(review: Review, fresh: Memo<Fresh<Collection<Organization>>>) -> impl IntoView {
    let t = use_locale();
    let left_out = RwSignal::new(HashSet::<OrganizationName>::new());
    let is_tried = RwSignal::new(false);
    let listed = Memo::new(move |_| fresh.with(|fresh| listed(&fresh.value)));
    let scope = Memo::new(move |_| {
        let chosen = |left_out: &HashSet<OrganizationName>| {
            let names = listed.with(|listed| listed.iter().map(|one| one.name.clone()).collect::<Vec<_>>());
            names.into_iter().filter(|name| !left_out.contains(name)).collect::<Vec<_>>()
        };
        left_out.with(|left_out| if left_out.is_empty() { Scope::All } else { Scope::Some(chosen(left_out)) })
    });
    let is_empty = move || scope.with(|scope| matches!(scope, Scope::Some(names) if names.is_empty()));
    let takes = move || {
        let expected = listed.with(|listed| scope.with(|scope| expected(listed, scope)));
        (t.words().review().expected)(expected.requests, seconds_for(expected.requests), expected.is_known)
    };
    let boxes = move || listed.get().into_iter().map(|one| view! { <ScopeBox one left_out/> }).collect_view();
    let start = move |_| {
        is_tried.set(true);
        if !untrack(is_empty) {
            review.start(scope.get_untracked());
        }
    };
    let has_snapshot = Memo::new(move |_| review.snapshot().is_some());
    let label = move || {
        let words = t.words().review();
        if has_snapshot.get() { words.again } else { words.start }
    };
    view! {
        <div class="review">
        <fieldset class="field">
            <legend>{t.label(|w| w.review().scope)}</legend>
            {dynamic(boxes)}
        </fieldset>
        <p class="field__hint">{dynamic(takes)}</p>
        <Show when=Signal::derive(move || is_tried.get() && is_empty())>
            <p class="field__message" role="alert">{t.label(|w| w.review().nothing_chosen)}</p>
        </Show>
        <button type="button" class="button button--primary" on:click=start>{dynamic(label)}</button>
        </div>
    }
}

#[component]
fn ScopeBox(one: ListedOrganization, left_out: RwSignal<HashSet<OrganizationName>>) -> impl IntoView {
    let t = use_locale();
    let (name, shown, images) = (one.name.clone(), visible(one.name.as_str()), one.counted);
    let label = shown.clone();
    let is_chosen = move || left_out.with(|left_out| !left_out.contains(&one.name));
    let choose = move |is_chosen: bool| {
        left_out.update(|left_out| {
            if is_chosen {
                left_out.remove(&name);
            } else {
                left_out.insert(name.clone());
            }
        });
    };
    view! {
        <label class="radio">
            <input
                type="checkbox"
                aria-label=label
                prop:checked=is_chosen
                on:change:target=move |event| choose(event.target().checked())
            />
            {dynamic(move || (t.words().review().organization)(&shown, images))}
        </label>
    }
}

/// The organizations that can be asked for.
fn listed(organizations: &Collection<Organization>) -> Vec<ListedOrganization> {
    let one = |organization: &Organization| {
        Some(ListedOrganization {
            name: organization.name.clone()?,
            number: None,
            creator: organization.creator.clone(),
            counted: organization.images,
        })
    };
    organizations.items.iter().filter_map(one).collect()
}
