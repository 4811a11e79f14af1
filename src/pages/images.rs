//! `/organizations/{organization}`: an organization's images.

use crate::view::prelude::*;

use crate::components::empty::Empty;
use crate::components::heading::PageHeading;
use crate::components::level::PermissionLabel;
use crate::components::moment::{Moment, exact};
use crate::components::name::Name;
use crate::components::table::{DataTable, Row, fingerprint};
use crate::components::windowed::use_windowed;
use crate::state::collation::collation;
use crate::state::load::Fresh;
use crate::state::loader::Loader;
use crate::state::navigation::Navigation;
use crate::state::session::signed_in::use_signed_in;
use crate::words::use_locale;
use domain::model::catalog::{Collection, Completeness, Image, Visibility};
use domain::model::names::OrganizationName;
use domain::model::operation::Operation;
use domain::model::policy::OrganizationRight;
use domain::paths::Route;
use domain::table::rows::{Direction, Names, Sort, sort_rows};
use domain::text::export::Cell;
use domain::text::reveal::visible;

use super::data_view::{Freshness, RefreshButton, data_view};
use super::organization_tabs::{OrganizationTabs, Tab};
use super::save::{Export, listing_table};
use super::table_controls::{ClearFilter, SearchField, Sorting, Unreadable};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Visibility,
    Tags,
    Updated,
}

const COLUMNS: &[(&str, Column)] = &[
    ("name", Column::Name),
    ("visibility", Column::Visibility),
    ("tags", Column::Tags),
    ("updated", Column::Updated),
];

const OWN_ORDER: Sort<Column> = Sort { column: Column::Name, direction: Direction::Ascending };

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
    let name = organization.to_string();
    view! {
        <Breadcrumbs/>
        <PageHeading><Name text=name.clone()/></PageHeading>
        <OrganizationTabs organization=organization.clone() present=Tab::Images/>
        <OwnPermission organization=organization.clone()/>
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.lists.filter)/>
            <span class="toolbar__space"></span>
            <span class="status-line"><Freshness reader=loader.reader()/></span>
            <RefreshButton reader=loader.reader()/>
        </div>
        {data_view(loader, Operation::ListImages, move |fresh| view! { <ImageTable organization=organization.clone() fresh/> })}
    }
}

/// What the caller holds on the organization, and so on every image of it. Where it can't be told, nothing is said.
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

/// The indexes of the images to show, in order. `search` is a search key.
fn visible_rows(list: &[Image], names: &Names, search: &str, sort: Sort<Column>) -> Vec<usize> {
    let mut rows = names.fitting(search);
    match sort.column {
        Column::Name => sort_rows(&mut rows, sort.direction, |index| names.ranks.get(index)),
        Column::Visibility => {
            sort_rows(&mut rows, sort.direction, |index| list.get(index).map(|one| one.visibility));
        }
        Column::Tags => sort_rows(&mut rows, sort.direction, |index| list.get(index).map(|one| one.tags)),
        Column::Updated => {
            sort_rows(&mut rows, sort.direction, |index| list.get(index).map(|one| one.updated));
        }
    }
    rows
}

#[component]
fn ImageTable(organization: OrganizationName, fresh: Memo<Fresh<Collection<Image>>>) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let sorting = Sorting::new(COLUMNS, OWN_ORDER);
    let names = Memo::new(move |_| {
        let value = fresh.get().value;
        Names::new(value.items.iter().map(|image| image.label.as_str()), collation(t.language()))
    });
    let rows = Memo::new(move |_| {
        let search = navigation.query().with(|query| query.search.clone());
        let search = collation(t.language()).search_key(&search);
        names.with(|names| visible_rows(&fresh.get().value.items, names, &search, sorting.sort.get()))
    });
    let count = Signal::derive(move || rows.with(Vec::len));
    let windowed = use_windowed(count);
    let at = move |position: usize| {
        let index = rows.with(|rows| rows.get(position).copied())?;
        fresh.get().value.items.get(index).cloned()
    };
    let row_key = Callback::new(move |position| {
        fingerprint(
            at(position).map(|image| (image.label, image.visibility as u8, image.tags, image.updated)),
        )
    });
    let label = {
        let organization = visible(organization.as_str());
        t.format(move |w| (w.images().table)(&organization))
    };
    let of = organization.to_string();
    let of_file = of.clone();
    let row = Callback::new(move |position| Row {
        cells: at(position).map(|image| cells(&organization, image, navigation)).into_any(),
        class: Signal::stored(""),
    });
    let table = Callback::new(move |()| {
        let columns = &["organization", "image", "visibility", "tags", "updated"];
        listing_table("images", columns, rows, fresh, |image| file_row(&of_file, image))
    });
    let none_at_all = move || fresh.get().value.items.is_empty();
    let unreadable = Signal::derive(move || fresh.get().value.unreadable);
    let short = move || {
        let (value, words) = (fresh.get().value, t.words().images());
        let note = match value.completeness {
            Completeness::Whole => return None,
            Completeness::Short { announced } => (words.short)(announced, value.items.len()),
            Completeness::Endless => words.endless.to_owned(),
        };
        Some(view! { <p class="note note--warning">{note}</p> })
    };
    view! {
        {dynamic(short)}
        <Unreadable count=unreadable text=|words| words.lists.unreadable/>
        <Show when=Signal::derive(move || none_at_all() && unreadable.get() == 0)>
            <Empty title=t.prop(|w| w.images().none) text=t.prop(|w| w.images().none_means)/>
        </Show>
        <Show when=Signal::derive(move || !none_at_all())>
            <DataTable label count windowed columns=4 row_key row class="table--images">
                {sorting.head(Column::Name, t.prop(|w| w.lists.name))}
                {sorting.head(Column::Visibility, t.prop(|w| w.images().visibility))}
                {sorting.numeric_head(Column::Tags, t.prop(|w| w.images().tags))}
                {sorting.head(Column::Updated, t.prop(|w| w.images().updated))}
            </DataTable>
            <Show when=Signal::derive(move || count.get() == 0)>
                <Empty title=t.prop(|w| w.lists.no_match)>
                    <ClearFilter/>
                </Empty>
            </Show>
            <p class="count">
                {dynamic(move || (t.words().images().count)(count.get(), fresh.get().value.items.len()))}
            </p>
            <Export of=of.clone() table/>
        </Show>
    }
}

fn cells(organization: &OrganizationName, image: Image, navigation: Navigation) -> impl IntoView {
    let t = use_locale();
    let link = match image.name.clone().map(|name| Route::Image(organization.clone(), name)) {
        Some(route) => {
            view! { <a class="link" href=move || navigation.href(&route)><Name text=image.label.clone()/></a> }.into_any()
        }
        None => view! { <Name text=image.label.clone()/> }.into_any(),
    };
    let visibility = move || {
        let words = t.words();
        match image.visibility {
            Visibility::Public => words.images().public,
            Visibility::Private => words.images().private,
            Visibility::Unknown => words.lists.not_known,
        }
    };
    let tags = image.tags.map_or_else(|| t.untracked().lists.not_known.to_owned(), |tags| tags.to_string());
    view! {
        <td role="cell">{link}</td>
        <td role="cell">{dynamic(visibility)}</td>
        <td role="cell" class="numeric" data-label=t.label(|w| w.images().tags)>{tags}</td>
        <td role="cell">{image.updated.map(|at| view! { <Moment at/> })}</td>
    }
}

/// An image in a file.
fn file_row(organization: &str, image: Image) -> Vec<Cell> {
    let visibility = match image.visibility {
        Visibility::Public => Some("public"),
        Visibility::Private => Some("private"),
        Visibility::Unknown => None,
    };
    vec![
        organization.into(),
        image.label.into(),
        visibility.into(),
        image.tags.map(|tags| tags.to_string()).into(),
        image.updated.map_or(Cell::Nothing, |at| Cell::Moment(exact(at))),
    ]
}
