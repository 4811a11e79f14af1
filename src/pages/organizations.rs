//! `/organizations`: what the caller can see at all, and the quick way to an image.

mod export;
mod go_to_image;

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::heading::PageHeading;
use crate::components::level::PermissionLabel;
use crate::components::name::Name;
use crate::state::load::Fresh;
use crate::state::loader::Loader;
use crate::state::navigation::Navigation;
use crate::state::session::signed_in::use_signed_in;
use crate::words::use_locale;
use domain::model::catalog::{Collection, Organization, Standing};
use domain::model::names::UserName;
use domain::model::operation::Operation;
use domain::paths::Route;
use domain::table::rows::SortBy;

use export::Export;
pub(super) use export::kinds_of_organizations;
use go_to_image::GoToImage;

use super::data_view::{Freshness, RefreshButton, data_view};
use super::listing::{CellStyle, CollectionTable, Column, Listing, SearchField};
use super::parts::use_parts;

/// The organizations as they were read.
pub(super) type Read = Memo<Fresh<Collection<Organization>>>;

/// The page.
#[component]
pub fn Organizations() -> impl IntoView {
    let t = use_locale();
    let loader = Loader::new(
        use_signed_in(),
        || (),
        |client, (), cancel| async move { client.organizations(&cancel).await },
    );
    let tables = use_parts().tables;
    effect(move || {
        if loader.reader().status().data().is_some() {
            tables.fetch_ahead();
        }
    });
    view! {
        <PageHeading>{t.label(|w| w.lists.organizations)}</PageHeading>
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.lists.filter)/>
            <GoToImage/>
            <span class="toolbar__space"></span>
            <span class="status-line" translate="no"><Freshness reader=loader.reader()/></span>
            <RefreshButton reader=loader.reader()/>
        </div>
        {data_view(loader, Operation::ListOrganizations, move |fresh| view! { <OrganizationTable fresh/> })}
    }
}

#[component]
fn OrganizationTable(fresh: Read) -> impl IntoView {
    let t = use_locale();
    let all = move || fresh.with(|fresh| Arc::clone(&fresh.value.items));
    let listing = Listing::new(columns(), all, || |_: &Organization| true);
    view! {
        <CollectionTable
            fresh
            listing
            label=t.prop(|w| w.lists.organizations)
            class="table--organizations"
            none=t.prop(|w| w.lists.no_organizations)
            none_means=t.prop(|w| w.lists.no_organizations_means)
            count=t.format(move |w| (w.lists.organizations_count)(listing.count(), listing.len()))
        >
            <Export listing read=fresh/>
        </CollectionTable>
    }
}

fn columns() -> Vec<Column<Organization>> {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    vec![
        Column::new(t.prop(|w| w.lists.name), move |one| name(one, navigation)).sorted("name", SortBy::Name),
        Column::new(t.prop(|w| w.lists.your_permission), own_permission)
            .sorted("permission", SortBy::Value(|a, b| a.standing.rank().cmp(&b.standing.rank()))),
        Column::new(t.prop(|w| w.lists.images), |one: &Organization| number(one.images))
            .style(CellStyle::Numeric)
            .sorted("images", SortBy::Value(|a, b| a.images.cmp(&b.images))),
        Column::new(t.prop(|w| w.lists.users), |one: &Organization| number(one.users))
            .style(CellStyle::Numeric)
            .sorted("users", SortBy::Value(|a, b| a.users.cmp(&b.users))),
        Column::new(t.prop(|w| w.lists.creator), |one: &Organization| match &one.creator {
            Some(creator) => view! { <Name text=creator.to_string()/> }.into_any(),
            None => ().into_any(),
        })
        .sorted("creator", SortBy::Text(|one| one.creator.as_ref().map_or("", UserName::as_str))),
    ]
}

fn name(organization: &Organization, navigation: Navigation) -> AnyView {
    let name = view! { <Name text=organization.label.clone()/> };
    match organization.name.clone().map(Route::Organization) {
        Some(route) => view! { <a class="link" href=move || navigation.href(&route)>{name}</a> }.into_any(),
        None => name.into_any(),
    }
}

fn own_permission(organization: &Organization) -> AnyView {
    let t = use_locale();
    match organization.standing.clone() {
        Standing::Holds(permission) => view! { <PermissionLabel permission/> }.into_any(),
        Standing::ThroughImage => view! {
            <span class="muted" title=t.label(|w| w.lists.through_image_means)>
                {t.label(|w| w.lists.through_image)}
            </span>
        }
        .into_any(),
    }
}

/// A number in a cell, where the service counts.
fn number(value: Option<u64>) -> String {
    value.map_or_else(|| use_locale().untracked().lists.not_known.to_owned(), |value| value.to_string())
}
