//! `/organizations`: what the caller can see at all, and the quick way to an image.

mod export;
mod go_to_image;

use crate::view::prelude::*;

use crate::components::empty::Empty;
use crate::components::heading::PageHeading;
use crate::components::level::PermissionLabel;
use crate::components::name::Name;
use crate::components::table::{DataTable, Row, fingerprint};
use crate::components::windowed::use_windowed;
use crate::state::collation::collation;
use crate::state::load::Fresh;
use crate::state::loader::Loader;
use crate::state::navigation::Navigation;
use crate::state::session::signed_in::use_signed_in;
use crate::words::use_locale;
use domain::model::catalog::{Collection, Organization, Standing};
use domain::model::names::UserName;
use domain::model::operation::Operation;
use domain::paths::Route;
use domain::table::collation::Collation;
use domain::table::rows::{Direction, Names, Sort, sort_rows};

pub use export::{ExportSoon, export};
use go_to_image::GoToImage;

use super::data_view::{Freshness, RefreshButton, data_view};
use super::table_controls::{ClearFilter, SearchField, Sorting, Unreadable};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Permission,
    Images,
    Users,
    Creator,
}

const COLUMNS: &[(&str, Column)] = &[
    ("name", Column::Name),
    ("permission", Column::Permission),
    ("images", Column::Images),
    ("users", Column::Users),
    ("creator", Column::Creator),
];

const OWN_ORDER: Sort<Column> = Sort { column: Column::Name, direction: Direction::Ascending };

/// The indexes of the organizations that the table shows, in its order.
type Shown = Memo<Vec<usize>>;

/// The organizations as they were read.
type Read = Memo<Fresh<Collection<Organization>>>;

/// The page.
#[component]
pub fn Organizations(
    /// Draws the export of the table.
    export: fn(Shown, Read) -> AnyView,
) -> impl IntoView {
    let t = use_locale();
    let loader = Loader::new(
        use_signed_in(),
        || (),
        |client, (), cancel| async move { client.organizations(&cancel).await },
    );
    view! {
        <PageHeading>{t.label(|w| w.lists.organizations)}</PageHeading>
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.lists.filter)/>
            <GoToImage/>
            <span class="toolbar__space"></span>
            <span class="status-line" translate="no"><Freshness reader=loader.reader()/></span>
            <RefreshButton reader=loader.reader()/>
        </div>
        {data_view(loader, Operation::ListOrganizations, move |fresh| view! { <OrganizationTable fresh export/> })}
    }
}

/// The indexes of the organizations that are wanted, in order.
fn visible_rows(
    list: &[Organization],
    names: &Names,
    search: &str,
    sort: Sort<Column>,
    collation: &dyn Collation,
) -> Vec<usize> {
    let mut rows = names.fitting(&collation.search_key(search));
    match sort.column {
        Column::Name => sort_rows(&mut rows, sort.direction, |index| names.ranks.get(index)),
        Column::Permission => {
            sort_rows(&mut rows, sort.direction, |index| list.get(index).map(|one| one.standing.rank()));
        }
        Column::Images => sort_rows(&mut rows, sort.direction, |index| list.get(index).map(|one| one.images)),
        Column::Users => sort_rows(&mut rows, sort.direction, |index| list.get(index).map(|one| one.users)),
        Column::Creator => {
            let creators: Vec<&str> =
                list.iter().map(|one| one.creator.as_ref().map_or("", UserName::as_str)).collect();
            let ranks = collation.ranks(&creators);
            sort_rows(&mut rows, sort.direction, |index| ranks.get(index));
        }
    }
    rows
}

#[component]
fn OrganizationTable(fresh: Read, export: fn(Shown, Read) -> AnyView) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let sorting = Sorting::new(COLUMNS, OWN_ORDER);
    let names = Memo::new(move |_| {
        let value = fresh.get().value;
        Names::new(value.items.iter().map(|one| one.label.as_str()), collation(t.language()))
    });
    let rows = Memo::new(move |_| {
        let search = navigation.query().with(|query| query.search.clone());
        let (items, sort) = (fresh.get().value, sorting.sort.get());
        names.with(|names| visible_rows(&items.items, names, &search, sort, collation(t.language())))
    });
    let count = Signal::derive(move || rows.with(Vec::len));
    let windowed = use_windowed(count);
    let at = move |position: usize| {
        let index = rows.with(|rows| rows.get(position).copied())?;
        fresh.get().value.items.get(index).cloned()
    };
    let row_key = Callback::new(move |position| {
        fingerprint(
            at(position).map(|one| (one.label, one.standing.rank(), one.images, one.users, one.creator)),
        )
    });
    let row = Callback::new(move |position| Row {
        cells: at(position).map(|organization| cells(organization, navigation)).into_any(),
        class: Signal::stored(""),
    });
    let none_at_all = move || fresh.get().value.items.is_empty();
    let unreadable = Signal::derive(move || fresh.get().value.unreadable);
    view! {
        <Unreadable count=unreadable text=|words| words.lists.unreadable/>
        <Show when=Signal::derive(move || none_at_all() && unreadable.get() == 0)>
            <Empty title=t.prop(|w| w.lists.no_organizations) text=t.prop(|w| w.lists.no_organizations_means)/>
        </Show>
        <Show when=Signal::derive(move || !none_at_all())>
            <DataTable
                label=t.prop(|w| w.lists.organizations)
                count
                windowed
                columns=5
                row_key
                row
                class="table--organizations"
            >
                {sorting.head(Column::Name, t.prop(|w| w.lists.name))}
                {sorting.head(Column::Permission, t.prop(|w| w.lists.your_permission))}
                {sorting.numeric_head(Column::Images, t.prop(|w| w.lists.images))}
                {sorting.numeric_head(Column::Users, t.prop(|w| w.lists.users))}
                {sorting.head(Column::Creator, t.prop(|w| w.lists.creator))}
            </DataTable>
            <Show when=Signal::derive(move || count.get() == 0)>
                <Empty title=t.prop(|w| w.lists.no_match)>
                    <ClearFilter/>
                </Empty>
            </Show>
            <p class="count" translate="no">
                {dynamic(move || (t.words().lists.organizations_count)(count.get(), fresh.get().value.items.len()))}
            </p>
            {export(rows, fresh)}
        </Show>
    }
}

fn cells(organization: Organization, navigation: Navigation) -> impl IntoView {
    let t = use_locale();
    let number = |value: Option<u64>| {
        value.map_or_else(|| t.untracked().lists.not_known.to_owned(), |value| value.to_string())
    };
    let link = match organization.name.clone().map(Route::Organization) {
        Some(route) => {
            view! { <a class="link" href=move || navigation.href(&route)><Name text=organization.label.clone()/></a> }
                .into_any()
        }
        None => view! { <Name text=organization.label.clone()/> }.into_any(),
    };
    let standing = match organization.standing {
        Standing::Holds(permission) => view! { <PermissionLabel permission/> }.into_any(),
        Standing::ThroughImage => view! {
            <span class="muted" title=t.label(|w| w.lists.through_image_means)>
                {t.label(|w| w.lists.through_image)}
            </span>
        }
        .into_any(),
    };
    view! {
        <td role="cell">{link}</td>
        <td role="cell">{standing}</td>
        <td role="cell" class="numeric" data-label=t.label(|w| w.lists.images)>{number(organization.images)}</td>
        <td role="cell" class="numeric" data-label=t.label(|w| w.lists.users)>{number(organization.users)}</td>
        <td role="cell">{organization.creator.map(|creator| view! { <Name text=creator.to_string()/> })}</td>
    }
}
