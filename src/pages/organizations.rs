//! `/organizations`: what the caller can see at all, and the quick way to an image.

use crate::prelude::*;

use crate::api::Operation;
use crate::components::empty::Empty;
use crate::components::heading::PageHeading;
use crate::components::level::PermissionLabel;
use crate::components::live::live;
use crate::components::name::Name;
use crate::components::table::{DataTable, Row};
use crate::components::when::When;
use crate::components::windowed::use_windowed;
use crate::domain::catalog::{Listing, Organization, Standing};
use crate::domain::fold::folded;
use crate::domain::listing::{Direction, Sort, order};
use crate::domain::names::{ImageName, OrganizationName};
use crate::domain::order::SortKey;
use crate::paths::Route;
use crate::state::load::Fresh;
use crate::state::loader::Loader;
use crate::state::navigation::Navigation;
use crate::state::signed_in::use_signed_in;
use crate::words::use_speech;

use super::list_tools::{ClearFilter, SearchField, Sorting, Unreadable, fingerprint};
use super::region::{Freshness, RefreshButton, region};

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

/// The page.
#[component]
pub fn Organizations() -> impl IntoView {
    let t = use_speech();
    let loader = Loader::new(
        use_signed_in(),
        || (),
        |client, (), cancel| async move { client.organizations(&cancel).await },
    );
    view! {
        <PageHeading>{t.say(|w| w.lists.organizations)}</PageHeading>
        <div class="toolbar">
            <SearchField label=t.text(|w| w.lists.filter)/>
            <GoToImage/>
            <span class="toolbar__space"></span>
            <span class="status-line"><Freshness reader=loader.reader()/></span>
            <RefreshButton reader=loader.reader()/>
        </div>
        {region(loader, Operation::ListOrganizations, |fresh| view! { <OrganizationTable fresh/> })}
    }
}

/// The indexes of the organizations that are wanted, in order.
fn wanted(list: &[Organization], search: &str, sort: Sort<Column>) -> Vec<usize> {
    let search = folded(search.trim());
    let names: Vec<SortKey> = list.iter().map(|organization| SortKey::new(&organization.label)).collect();
    let mut rows: Vec<usize> = (0..list.len())
        .filter(|index| names.get(*index).is_some_and(|name| name.contains(&search)))
        .collect();
    order(&mut rows, Direction::Ascending, |index| names.get(index));
    match sort.column {
        Column::Name => order(&mut rows, sort.direction, |index| names.get(index)),
        Column::Permission => {
            order(&mut rows, sort.direction, |index| list.get(index).map(|one| one.standing.rank()));
        }
        Column::Images => order(&mut rows, sort.direction, |index| list.get(index).map(|one| one.images)),
        Column::Users => order(&mut rows, sort.direction, |index| list.get(index).map(|one| one.users)),
        Column::Creator => {
            order(&mut rows, sort.direction, |index| list.get(index).map(|one| one.creator.clone()));
        }
    }
    rows
}

#[component]
fn OrganizationTable(fresh: Memo<Fresh<Listing<Organization>>>) -> impl IntoView {
    let t = use_speech();
    let navigation = expect_context::<Navigation>();
    let sorting = Sorting::new(COLUMNS, OWN_ORDER);
    let rows = Memo::new(move |_| {
        let search = navigation.query().with(|query| query.search.clone());
        wanted(&fresh.get().value.items, &search, sorting.sort.get())
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
        <Unreadable count=unreadable/>
        <When holds=Signal::derive(move || none_at_all() && unreadable.get() == 0)>
            <Empty title=t.text(|w| w.lists.no_organizations) text=t.text(|w| w.lists.no_organizations_means)/>
        </When>
        <When holds=Signal::derive(move || !none_at_all())>
            <DataTable
                label=t.text(|w| w.lists.organizations)
                count
                windowed
                columns=5
                row_key
                row
                class="table--organizations"
            >
                {sorting.head(Column::Name, t.text(|w| w.lists.name))}
                {sorting.head(Column::Permission, t.text(|w| w.lists.your_permission))}
                {sorting.numeric_head(Column::Images, t.text(|w| w.lists.images))}
                {sorting.numeric_head(Column::Users, t.text(|w| w.lists.users))}
                {sorting.head(Column::Creator, t.text(|w| w.lists.creator))}
            </DataTable>
            <When holds=Signal::derive(move || count.get() == 0)>
                <Empty title=t.text(|w| w.lists.no_match)>
                    <ClearFilter/>
                </Empty>
            </When>
            <p class="count">
                {live(move || (t.words().lists.organizations_count)(count.get(), fresh.get().value.items.len()))}
            </p>
        </When>
    }
}

fn cells(organization: Organization, navigation: Navigation) -> impl IntoView {
    let t = use_speech();
    let number = |value: Option<u64>| {
        value.map_or_else(|| t.now().lists.not_known.to_owned(), |value| value.to_string())
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
            <span class="muted" title=t.say(|w| w.lists.through_image_means)>
                {t.say(|w| w.lists.through_image)}
            </span>
        }
        .into_any(),
    };
    view! {
        <td role="cell">{link}</td>
        <td role="cell">{standing}</td>
        <td role="cell" class="numeric" data-label=t.say(|w| w.lists.images)>{number(organization.images)}</td>
        <td role="cell" class="numeric" data-label=t.say(|w| w.lists.users)>{number(organization.users)}</td>
        <td role="cell">{organization.creator.map(|creator| view! { <Name text=creator.to_string()/> })}</td>
    }
}

/// The quick way: who knows the name needs no list.
#[component]
fn GoToImage() -> impl IntoView {
    let t = use_speech();
    let navigation = expect_context::<Navigation>();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let id = crate::components::ids::unique("go-to");
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
                aria-label=t.say(|w| w.lists.go_to)
                placeholder=t.say(|w| w.lists.go_to_hint)
                aria-invalid=move || wrong.get().then_some("true")
                aria-describedby=move || wrong.get().then(|| described_by.clone())
                bind:value=typed
                on:input=move |_| wrong.set(false)
            />
            <button type="submit" class="button">
                {t.say(|w| w.lists.go)}
            </button>
            {live(move || wrong.get().then(|| view! { <p class="field__message go-to__error" role="alert" id=error_id.clone()>{t.say(|w| w.lists.go_to_wrong)}</p> }))}
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
    Some(Route::Image(OrganizationName::new(organization).ok()?, ImageName::new(image).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_docker_pull_takes_leads_to_the_image() {
        let route = |organization: &str, image: &str| {
            Some(Route::Image(OrganizationName::new(organization).unwrap(), ImageName::new(image).unwrap()))
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
