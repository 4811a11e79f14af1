//! The permission table.

use crate::view::prelude::*;

use crate::components::copied_rows::copy_rows;
use crate::components::level::LevelMark;
use crate::components::request_view::RequestView;
use crate::components::table::{DataTable, Row, fingerprint};
use crate::components::windowed::use_windowed;
use crate::pages::request_text::as_text;
use crate::pages::table_controls::Unreadable;
use crate::state::load::Fresh;
use crate::words::use_locale;
use domain::model::access::AccessList;
use domain::model::level::Level;
use domain::model::operation::Kind;
use domain::table::rows::UserColumn;
use domain::text::reveal::visible;

use super::cells::Cells;
use super::placeholders::{NoRows, NotPrinted};
use super::rows::{Entry, Rows, entry};
use super::use_page;

#[component]
pub(super) fn AccessTable(fresh: Memo<Fresh<AccessList>>) -> impl IntoView {
    let (t, page) = (use_locale(), use_page());
    let Rows { visible: visible_rows, sorting } = page.rows;
    let count = Signal::derive(move || visible_rows.with(Vec::len));
    let windowed = use_windowed(count);
    let at = move |position: usize| {
        let index = visible_rows.with(|rows| rows.get(position).copied())?;
        fresh.with(|fresh| entry(&fresh.value, index).map(|Entry { grant, is_own }| (grant.clone(), is_own)))
    };
    let row_key = Callback::new(move |position| {
        fingerprint(at(position).map(|(grant, is_own)| (is_own, grant.id, grant.name, grant.permission)))
    });
    let row = Callback::new(move |position| {
        let Some((grant, is_own)) = at(position) else {
            return Row { cells: ().into_any(), class: Signal::stored("") };
        };
        let id = grant.id.clone();
        let is_marked =
            move || page.list.marked.with(|marked| id.as_ref().is_some_and(|id| marked.contains(id)));
        let class = Signal::derive(move || if is_marked() { "row--new" } else { "" });
        Row { cells: view! { <Cells grant is_own/> }.into_any(), class }
    });
    let line = Callback::new(move |position| {
        let Some((grant, _)) = at(position) else { return String::new() };
        let text = |text: Option<String>| text.unwrap_or_default();
        let level = t.untracked().levels.permission(&grant.permission);
        [text(grant.name.map(|name| name.to_string())), text(grant.id.map(|id| id.to_string())), level]
            .join("\t")
    });
    effect(move || {
        // The first row that was granted just now is brought into sight, once, when the list holds it.
        if page.list.reveal.get()
            && let Some(first) =
                page.list.marked.with(|marked| fresh.with(|fresh| page.rows.first_of(&fresh.value, marked)))
        {
            page.list.reveal.set(false);
            request_animation_frame(move || windowed.reveal(first));
        }
    });
    let label = {
        let target = visible(page.target().to_string());
        t.format(move |w| (w.lists.permissions_of)(&target))
    };
    let repeated = move || {
        let repeated = fresh.get().value.repeated;
        (repeated > 0).then(|| view! { <p class="note">{(t.words().access().repeated)(repeated)}</p> })
    };
    let present = Signal::derive(move || Some(fresh.get().value));
    let unreadable = Signal::derive(move || fresh.get().value.unreadable);
    view! {
        <Unreadable count=unreadable text=|words| words.access().unreadable/>
        <div on:copy=move |event| copy_rows(&event, line)>
        <DataTable label count windowed columns=4 row_key row class="table--access">
            {sorting.head(UserColumn::User, t.prop(|w| w.access().user))}
            {sorting.head(UserColumn::Id, t.prop(|w| w.access().user_id))}
            {sorting.head(UserColumn::Permission, t.prop(|w| w.access().permission))}
            <th scope="col" role="columnheader">{t.label(|w| w.changes().actions)}</th>
        </DataTable>
        </div>
        <Show when=Signal::derive(move || count.get() == 0)>
            <NoRows nobody=Signal::derive(move || fresh.get().value.is_empty()) unreadable/>
        </Show>
        {dynamic(repeated)}
        <NotPrinted count windowed/>
        <Show when=Signal::derive(move || page.changes.editing.with(Option::is_some))>
            <RequestView shown=as_text(move || page.changes.writes(), present)/>
        </Show>
        <Legend/>
        {(page.kind() == Kind::Image).then(|| view! { <p class="note">{t.label(|w| w.access().write_on_image)}</p> })}
        <p class="note">{t.label(|w| w.access().note)}</p>
    }
}

/// What each level allows.
#[component]
fn Legend() -> impl IntoView {
    let t = use_locale();
    let level = move |level: Level| {
        view! {
            <div>
                <dt>
                    <LevelMark level/>
                    {dynamic(move || t.words().levels.name(level))}
                    {(level == Level::Write).then(|| view! { " " {dynamic(move || t.words().access().write_elsewhere)} })}
                </dt>
                <dd>{dynamic(move || t.words().levels.meaning(level))}</dd>
            </div>
        }
    };
    view! { <dl class="legend">{Level::ALL.map(level).into_iter().collect_view()}</dl> }
}
