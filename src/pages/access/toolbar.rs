//! Search, level, the status of the list, and the button that grants.

use crate::prelude::*;

use crate::components::choice::Choice;
use crate::components::live::live;
use crate::components::moment::lately;
use crate::domain::level::Level;
use crate::pages::list_tools::SearchField;
use crate::pages::region::RefreshButton;
use crate::state::load::Load;
use crate::state::navigation::Navigation;
use crate::words::use_speech;

use super::account::AccountChoice;
use super::use_page;

#[component]
pub(super) fn Toolbar() -> impl IntoView {
    let (t, page) = (use_speech(), use_page());
    let navigation = expect_context::<Navigation>();
    let level = Signal::derive(move || navigation.query().with(|query| query.level));
    let choose = Callback::new(move |level| navigation.refine(|query| query.level = level));
    let levels: Vec<Option<Level>> = std::iter::once(None).chain(Level::ALL.map(Some)).collect();
    view! {
        <div class="toolbar">
            <SearchField label=t.text(|w| w.access().search)/>
            <Choice
                label=t.text(|w| w.access().level_filter)
                label_hidden=true
                options=levels
                word=|level, words| level.map_or(words.access().all_levels, |level| words.levels.name(level)).to_owned()
                value=level
                on_choose=choose
            />
            <AccountChoice/>
            <span class="toolbar__space"></span>
            <StatusLine/>
            <RefreshButton reader=page.list.reader()/>
            <button type="button" class="button button--primary" on:click=move |_| page.granting.set(true)>
                {t.say(|w| w.access().grant)}
            </button>
        </div>
    }
}

/// "Query succeeded. 57 users, 10:32".
#[component]
fn StatusLine() -> impl IntoView {
    let (t, page) = (use_speech(), use_page());
    let text = move || {
        let state = page.list.state();
        let fresh = state.fresh()?;
        let (words, time) = (t.words(), lately(fresh.at));
        if matches!(state, Load::Stale(..)) {
            return Some((words.lists.stale)(&time));
        }
        let count = (words.access().users_count)(page.rows.shown.with(Vec::len), fresh.value.len());
        let fact = match t.language() {
            crate::words::Language::English => format!("{count}, {time}"),
            crate::words::Language::Chinese => format!("{count}，{time}"),
        };
        Some(t.sentences((words.access().query_succeeded)(page.kind()), &fact))
    };
    view! { <span class="status-line">{live(text)}</span> }
}
