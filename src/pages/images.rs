//! `/organizations/{organization}`: an organization's images.

mod export;

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::choice::Choice;
use crate::components::heading::PageHeading;
use crate::components::level::PermissionLabel;
use crate::components::moment::Moment;
use crate::components::name::Name;
use crate::state::load::Fresh;
use crate::state::loader::Loader;
use crate::state::navigation::Navigation;
use crate::state::session::signed_in::use_signed_in;
use crate::words::use_locale;
use domain::model::catalog::{Collection, Completeness, Image};
use domain::model::names::OrganizationName;
use domain::model::operation::Operation;
use domain::model::policy::OrganizationRight;
use domain::outside::reach::{self, ReachFilter};
use domain::paths::{ImagePage, Route};
use domain::table::rows::SortBy;
use domain::table::show::Show;
use domain::text::reveal::visible;

use super::data_view::{Freshness, RefreshButton, data_view};
use super::listing::{CellStyle, CollectionTable, Column, Listing, SearchField};
use super::tabs::OrganizationTabs;

pub(super) use export::{OfImages, kinds_of_images};

use export::Export;

/// The page.
#[component]
pub fn Images(
    /// The organization.
    organization: OrganizationName,
) -> impl IntoView {
    let t = use_locale();
    let key = organization.clone();
    let loader = Loader::new(
        use_signed_in(),
        move || key.clone(),
        |client, organization, cancel| async move { client.images(&organization, &cancel).await },
    );
    let sharing = sharing_of(organization.clone());
    at_each_change(move || loader.reader().refreshed(), move || sharing.reload());
    let name = organization.to_string();
    view! {
        <Breadcrumbs/>
        <PageHeading><Name text=name.clone()/></PageHeading>
        <OrganizationTabs organization=organization.clone() of_users=false/>
        <OwnPermission organization=organization.clone()/>
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.lists.filter)/>
            <ReachChoice/>
            <span class="toolbar__space"></span>
            <span class="status-line"><Freshness reader=loader.reader()/></span>
            <RefreshButton reader=loader.reader()/>
        </div>
        {data_view(loader, Operation::ListImages, move |fresh| view! { <ImageTable organization=organization.clone() fresh sharing/> })}
    }
}

/// The images that are shared with other accounts. They are few.
type SharedImages = Loader<OrganizationName, Collection<Image>>;

fn sharing_of(organization: OrganizationName) -> SharedImages {
    Loader::new(
        use_signed_in(),
        move || organization.clone(),
        |client, organization, cancel| async move { client.shared_images(&organization, &cancel).await },
    )
}

/// Whether an image is shared; `None` where that was not read. What was read before says nothing any more once it can't be
/// read again.
fn is_shared(sharing: SharedImages, image: &Image) -> Option<bool> {
    let state = sharing.state();
    let shared = state.data().filter(|_| state.error().is_none())?;
    reach::is_shared(&shared.value, &image.label)
}

/// The filter by who can pull without a permission.
#[component]
fn ReachChoice() -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let show = Memo::new(move |_| navigation.query().with(|query| Show::from_key(&query.show)));
    view! {
        <Choice
            label=t.prop(|w| w.images().visibility)
            label_hidden=true
            options=vec![None, Some(Show::Reach(ReachFilter::Public)), Some(Show::Reach(ReachFilter::Shared))]
            word=|show, words| (words.images().reach_filter)(show.and_then(Show::reach)).to_owned()
            value=show
            on_choose=Callback::new(move |show| navigation.refine(|query| query.show = Show::key_of(show)))
        />
    }
}

/// What the caller holds on the organization, and so on every image of it. Where it isn't known, nothing is said.
#[component]
fn OwnPermission(organization: OrganizationName) -> impl IntoView {
    let t = use_locale();
    let right = Loader::new(
        use_signed_in(),
        move || organization.clone(),
        |client, organization, cancel| async move { client.organization_right(&organization, &cancel).await },
    );
    let held = move || match &*right.fresh()?.value {
        OrganizationRight::Known(permission) => {
            let permission = permission.clone();
            Some(
                view! { <span class="fact">{t.label(|w| w.lists.your_permission)} " " <PermissionLabel permission/></span> },
            )
        }
        OrganizationRight::None | OrganizationRight::NotKnown => None,
    };
    view! { <p class="facts">{dynamic(held)}</p> }
}

/// The way back to the organizations.
#[component]
fn Breadcrumbs() -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    view! {
        <nav class="breadcrumbs" aria-label=t.label(|w| w.shell.breadcrumbs)>
            <a class="link" href=move || navigation.href(&Route::Organizations)>
                {t.label(|w| w.lists.organizations)}
            </a>
        </nav>
    }
}

#[component]
fn ImageTable(
    organization: OrganizationName,
    fresh: Memo<Fresh<Collection<Image>>>,
    sharing: SharedImages,
) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let all = move || fresh.with(|fresh| Arc::clone(&fresh.value.items));
    let listing = Listing::new(columns(&organization, sharing), all, move || {
        let reach = navigation.query().with(|query| Show::from_key(&query.show)).and_then(Show::reach);
        move |image: &Image| {
            reach.is_none_or(|reach| reach.shows(image.visibility, is_shared(sharing, image)))
        }
    });
    let label = {
        let organization = visible(organization.as_str());
        t.format(move |w| (w.images().table)(&organization))
    };
    let of = OfImages { organization, listing, fresh, sharing };
    let short = move || {
        let (value, words) = (fresh.get().value, t.words().images());
        let note = match value.completeness {
            Completeness::Whole => return None,
            Completeness::Short { announced } => (words.short)(announced, value.items.len()),
            Completeness::Endless => words.endless.to_owned(),
        };
        Some(view! { <p class="note note--warning">{note}</p> })
    };
    let not_read = move || {
        let state = sharing.state();
        let is_lacking = state.data().is_some_and(|shared| !reach::names_all(&shared.value));
        (is_lacking || state.error().is_some())
            .then(|| view! { <p class="note">{t.label(|w| w.images().sharing_not_read)}</p> })
    };
    view! {
        {dynamic(short)}
        {dynamic(not_read)}
        <CollectionTable
            fresh
            listing
            label
            class="table--images"
            none=t.prop(|w| w.images().none)
            none_means=t.prop(|w| w.images().none_means)
            count=t.format(move |w| (w.images().count)(listing.count(), listing.len()))
        >
            <Export of=of.clone()/>
        </CollectionTable>
    }
}

fn columns(organization: &OrganizationName, sharing: SharedImages) -> Vec<Column<Image>> {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let organization = organization.clone();
    vec![
        Column::new(t.prop(|w| w.lists.name), move |image| name(&organization, image, navigation))
            .sorted("name", SortBy::Name),
        Column::new(t.prop(|w| w.images().visibility), move |image: &Image| visibility(image, sharing))
            .sorted("visibility", SortBy::Value(|a, b| a.visibility.cmp(&b.visibility))),
        Column::new(t.prop(|w| w.images().tags), move |image: &Image| {
            let not_known = || t.untracked().lists.not_known.to_owned();
            image.tags.map_or_else(not_known, |tags| tags.to_string())
        })
        .style(CellStyle::Numeric)
        .sorted("tags", SortBy::Value(|a, b| a.tags.cmp(&b.tags))),
        Column::new(t.prop(|w| w.images().updated), |image: &Image| {
            image.updated.map(|at| view! { <Moment at/> })
        })
        .sorted("updated", SortBy::Value(|a, b| a.updated.cmp(&b.updated))),
    ]
}

fn name(organization: &OrganizationName, image: &Image, navigation: Navigation) -> AnyView {
    let name = view! { <Name text=image.label.clone()/> };
    match image.name.clone().map(|name| Route::Image(organization.clone(), name, ImagePage::Permissions)) {
        Some(route) => view! { <a class="link" href=move || navigation.href(&route)>{name}</a> }.into_any(),
        None => name.into_any(),
    }
}

fn visibility(image: &Image, sharing: SharedImages) -> AnyView {
    let (t, image) = (use_locale(), image.clone());
    dynamic(move || (t.words().images().reach)(image.visibility, is_shared(sharing, &image)))
}
