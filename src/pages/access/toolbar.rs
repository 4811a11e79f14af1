//! Search, level, the status of the list, and the button that grants.

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::components::choice::Choice;
use crate::components::moment::lately;
use crate::pages::data_view::RefreshButton;
use crate::pages::listing::SearchField;
use crate::state::load::Load;
use crate::state::navigation::Navigation;
use crate::words::use_locale;
use domain::model::level::Level;

use super::account::AccountChoice;
use super::use_page;

#[component]
pub(super) fn Toolbar() -> impl IntoView {
    let (t, page) = (use_locale(), use_page());
    let navigation = expect_context::<Navigation>();
    let level = Signal::derive(move || navigation.query().with(|query| query.level));
    let choose = Callback::new(move |level| navigation.refine(|query| query.level = level));
    let levels: Vec<Option<Level>> = std::iter::once(None).chain(Level::ALL.map(Some)).collect();
    view! {
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.access().search)/>
            <Choice
                label=t.prop(|w| w.access().level_filter)
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
            <button
                type="button"
                class="button button--primary"
                aria-disabled=page.is_read_only().then_some("true")
                on:click=move |_| page.grant()
            >
                {t.label(|w| w.access().grant)}
            </button>
        </div>
    }
}

/// "57 users · updated 10:32".
#[component]
fn StatusLine() -> impl IntoView {
    let (t, page) = (use_locale(), use_page());
    let text = move || {
        let state = page.list.state();
        let fresh = state.data()?;
        let (words, time) = (t.words(), lately(fresh.at));
        if matches!(state, Load::Stale(..)) {
            return Some((words.lists.stale)(&time));
        }
        let count = (words.access().users_count)(page.rows.count(), fresh.value.len());
        let updated = (words.lists.updated)(&time);
        Some(format!("{count} · {updated}"))
    };
    announce_refreshes();
    view! { <span class="status-line">{dynamic(text)}</span> }
}

/// Announces the documented text of a query once a refresh of the user's has brought the list.
fn announce_refreshes() {
    let (t, page) = (use_locale(), use_page());
    let announce = expect_context::<Announce>();
    let mut earlier = None;
    effect(move || {
        let refreshed = page.list.reader().refreshed();
        if earlier.replace(refreshed).is_none_or(|earlier| earlier == refreshed) {
            return;
        }
        let text = untrack(|| {
            let words = t.words().access();
            let count = page.list.fresh().map_or(0, |fresh| fresh.value.len());
            let fact = format!("{}{}", (words.users_count)(count, count), t.full_stop());
            t.sentences((words.query_succeeded)(page.kind()), &fact)
        });
        announce.aloud(text);
    });
}
