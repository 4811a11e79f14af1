//! The permission table.

use leptos::prelude::*;

use crate::components::copy::CopyButton;
use crate::components::empty::Empty;
use crate::components::level::PermissionLabel;
use crate::components::name::Name;
use crate::components::sort_head::SortHead;
use crate::components::table::{DataTable, Row};
use crate::components::windowed::{PRINTED, use_windowed};
use crate::domain::access::AccessList;
use crate::domain::listing::{Direction, Sort, UserColumn, UserQuery, UserRows};
use crate::domain::people::UserGrant;
use crate::pages::list_tools::{clear_filters, fingerprint, sorting};
use crate::paths::Query;
use crate::state::load::Fresh;
use crate::state::navigation::Navigation;
use crate::words::use_speech;

use super::AccessPage;

/// The columns as the URL calls them.
const COLUMNS: &[(&str, UserColumn)] =
    &[("user", UserColumn::User), ("id", UserColumn::Id), ("permission", UserColumn::Permission)];

const OWN_ORDER: Sort<UserColumn> = Sort { column: UserColumn::User, direction: Direction::Ascending };

/// What a URL wants of a permission table.
pub(super) fn query_of(query: &Query) -> UserQuery {
    UserQuery { search: query.search.clone(), level: query.level, sort: query.sort(COLUMNS, OWN_ORDER) }
}

#[component]
pub(super) fn AccessTable(page: AccessPage, fresh: Memo<Fresh<AccessList>>) -> impl IntoView {
    let t = use_speech();
    let navigation = expect_context::<Navigation>();
    let (sort, on_sort) = sorting(COLUMNS, OWN_ORDER);
    let prepared = Memo::new(move |_| UserRows::new(&fresh.get().value));
    let rows = Memo::new(move |_| {
        let query = navigation.query().with(query_of);
        prepared.with(|prepared| prepared.wanted(&query))
    });
    let count = Signal::derive(move || rows.with(Vec::len));
    let windowed = use_windowed(count);
    let at = move |position: usize| {
        entry(&fresh.get_untracked().value, rows.with_untracked(|rows| rows.get(position).copied())?)
    };
    let is_marked = move |grant: &UserGrant| {
        page.marked.with(|marked| grant.id.as_ref().is_some_and(|id| marked.contains(id)))
    };
    let row_key = Callback::new(move |position| {
        fingerprint(at(position).map(|Entry { grant, is_own }| {
            (is_marked(&grant), is_own, grant.id, grant.name, grant.permission)
        }))
    });
    let row = Callback::new(move |position| {
        let Some(Entry { grant, is_own }) = at(position) else {
            return Row { cells: ().into_any(), class: "" };
        };
        let class = match (untrack(|| is_marked(&grant)), is_own) {
            (true, _) => "row--new",
            (false, true) => "row--own",
            (false, false) => "",
        };
        Row { cells: view! { <Cells grant is_own/> }.into_any(), class }
    });
    Effect::new(move |_| {
        // A row that was granted just now is brought into sight once the list holds it.
        let first = page.marked.with(|marked| {
            if marked.is_empty() {
                return None;
            }
            rows.with(|rows| {
                let list = fresh.get().value;
                rows.iter().position(|index| {
                    entry(&list, *index)
                        .and_then(|entry| entry.grant.id)
                        .is_some_and(|id| marked.contains(&id))
                })
            })
        });
        if let Some(first) = first {
            request_animation_frame(move || windowed.reveal(first));
        }
    });
    let label = {
        let target = page.target().to_string();
        t.line(move |w| (w.access.permissions_of)(&target))
    };
    let repeated = move || {
        let repeated = fresh.get().value.repeated;
        (repeated > 0).then(|| view! { <p class="note">{(t.words().access.repeated)(repeated)}</p> })
    };
    let not_printed = move || {
        let cut = count.get().saturating_sub(PRINTED);
        (windowed.is_printing() && cut > 0)
            .then(|| view! { <p class="note">{(t.words().access.print_cut)(cut)}</p> })
    };
    view! {
        <DataTable label count windowed columns=3 row_key row class="table--access">
            <SortHead column=UserColumn::User label=t.text(|w| w.access.user) sort on_sort/>
            <SortHead column=UserColumn::Id label=t.text(|w| w.access.user_id) sort on_sort/>
            <SortHead column=UserColumn::Permission label=t.text(|w| w.access.permission) sort on_sort/>
        </DataTable>
        <Show when=move || count.get() == 0>
            <NoRows nobody=Signal::derive(move || fresh.get().value.is_empty())/>
        </Show>
        {repeated}
        {not_printed}
        <p class="note">{t.say(|w| w.access.note)}</p>
    }
}

/// Why there is no row.
#[component]
fn NoRows(nobody: Signal<bool>) -> impl IntoView {
    let t = use_speech();
    let navigation = expect_context::<Navigation>();
    move || {
        if nobody.get() {
            return view! { <Empty title=t.text(|w| w.access.nobody) text=t.text(|w| w.access.nobody_means)/> }.into_any();
        }
        view! {
            <Empty title=t.text(|w| w.lists.no_match)>
                <button type="button" class="button" on:click=move |_| clear_filters(navigation)>
                    {t.say(|w| w.lists.clear_filter)}
                </button>
            </Empty>
        }
        .into_any()
    }
}

/// One person on the list.
struct Entry {
    grant: UserGrant,
    is_own: bool,
}

/// The entry of an index into [`AccessList::everyone`], without walking there.
fn entry(list: &AccessList, index: usize) -> Option<Entry> {
    match (&list.own, index) {
        (Some(own), 0) => Some(Entry { grant: own.clone(), is_own: true }),
        (Some(_), index) => {
            list.others.get(index - 1).map(|grant| Entry { grant: grant.clone(), is_own: false })
        }
        (None, index) => list.others.get(index).map(|grant| Entry { grant: grant.clone(), is_own: false }),
    }
}

#[component]
fn Cells(grant: UserGrant, is_own: bool) -> impl IntoView {
    let t = use_speech();
    let incomplete = grant.is_incomplete();
    let name = match grant.name {
        Some(name) => view! { <Name text=name.to_string()/> }.into_any(),
        None => view! { <span class="muted">{t.say(|w| w.access.no_name)}</span> }.into_any(),
    };
    // The cell is called by the id alone, not by the button beside it.
    let id_label = grant.id.as_ref().map(ToString::to_string);
    let id = match grant.id {
        Some(id) => view! {
            <code class="id">{id.to_string()}</code>
            <CopyButton text=id.to_string() label=t.text(|w| w.access.copy_id)/>
        }
        .into_any(),
        None => view! { <span class="muted">{t.say(|w| w.access.no_id)}</span> }.into_any(),
    };
    view! {
        <td role="cell" class="cell-user">
            {name}
            {is_own.then(|| view! { " " <span class="badge">{t.say(|w| w.access.you)}</span> })}
            {incomplete.then(|| view! { " " <span class="badge badge--warning">{t.say(|w| w.access.incomplete)}</span> })}
        </td>
        <td role="cell" class="cell-id" aria-label=id_label>{id}</td>
        <td role="cell" class="cell-permission"><PermissionLabel permission=grant.permission/></td>
    }
}
