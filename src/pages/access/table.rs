//! The permission table.

use crate::view::prelude::*;

use crate::components::level::LevelMark;
use crate::components::windowed::use_windowed;
use crate::pages::listing::Unreadable;
use crate::pages::parts::{use_parts, view_of};
use crate::state::load::Fresh;
use crate::words::use_locale;
use domain::model::access::AccessList;
use domain::model::catalog::Visibility;
use domain::model::level::Level;
use domain::model::names::UserId;
use domain::model::operation::Kind;
use domain::table::users::UserRow;
use domain::text::reveal::visible;

use super::not_printed::NotPrinted;
use super::use_page;
use super::user_table::UserTable;

#[component]
pub(super) fn AccessTable(fresh: Memo<Fresh<AccessList>>) -> impl IntoView {
    let (t, page) = (use_locale(), use_page());
    let (rows, marked) = (page.rows, page.list.marked);
    let count = Signal::derive(move || rows.count());
    let windowed = use_windowed(count);
    let is_marked = move |id: Option<&UserId>| marked.with(|marked| id.is_some_and(|id| marked.contains(id)));
    let mark = Callback::new(move |place| {
        let is_new = rows.at(place, |entry| is_marked(entry.id()));
        if is_new == Some(true) { "row--new" } else { "" }
    });
    effect(move || {
        // The first row that was granted just now is brought into sight, once, when the list holds it.
        if page.list.reveal.get()
            && let Some(first) = rows.position(|entry| is_marked(entry.id()))
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
    let public = move || {
        let reach = page.reach.get()?;
        (reach.visibility == Visibility::Public)
            .then(|| view! { <p class="note">{t.label(|w| w.access().note_public)}</p> })
    };
    let changing = use_parts().changing;
    let present = Signal::derive(move || Some(fresh.get().value));
    let unreadable = Signal::derive(move || fresh.get().value.unreadable);
    view! {
        <Unreadable count=unreadable text=|words| words.access().unreadable/>
        <UserTable
            rows
            label
            class="table--access"
            windowed
            unreadable
            level=|entry, words| words.levels.permission(&entry.grant.permission)
            mark
        />
        {dynamic(repeated)}
        <NotPrinted count windowed/>
        <Show when=Signal::derive(move || page.changes.editing.with(Option::is_some))>
            {view_of(changing, move |part| (part.request)(page, present))}
        </Show>
        <Legend/>
        {dynamic(public)}
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
