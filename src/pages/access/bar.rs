//! The bar between toolbar and table: what can be done with several people, and other ways to look at the list.

use crate::prelude::*;

use crate::api::error::Kind;
use crate::api::export::json;
use crate::components::export_button::{ExportButton, FileKind};
use crate::components::when::When;
use crate::domain::export::{PERMISSION_COLUMNS, csv, permission_row};
use crate::words::use_speech;

use super::rows::entry;
use super::selection::Selection;
use super::use_page;

/// It is there when there is a list.
#[component]
pub(super) fn Bar() -> impl IntoView {
    let page = use_page();
    let has_list = Signal::derive(move || page.list.reader().status().read_at().is_some());
    view! {
        <When holds=has_list>
            <div class="bar">
                <When holds=Signal::derive(move || !page.effective.get())>
                    <Selection/>
                </When>
                <span class="toolbar__space"></span>
                <EffectiveSwitch/>
                <Export/>
            </div>
        </When>
    }
}

/// Between the image's own list and what everybody may do in the end.
#[component]
fn EffectiveSwitch() -> impl IntoView {
    let t = use_speech();
    let page = use_page();
    (page.kind() == Kind::Image).then(|| {
        view! {
            <button
                type="button"
                class="switch"
                role="switch"
                aria-checked=move || page.effective.get().to_string()
                on:click=move |_| page.effective.update(|on| *on = !*on)
            >
                <span class="switch__track" aria-hidden="true"></span>
                {t.say(|w| w.effective().switch)}
            </button>
        }
    })
}

/// The rows that are shown, as a file.
#[component]
fn Export() -> impl IntoView {
    let page = use_page();
    let text = Callback::new(move |kind| {
        let target = page.target();
        let Some(fresh) = untrack(|| page.list.fresh()) else { return (String::new(), 0) };
        let shown = page.rows.shown.get_untracked();
        let grants = shown.iter().filter_map(|index| entry(&fresh.value, *index)).map(|entry| entry.grant);
        let text = match kind {
            FileKind::Csv => {
                let rows: Vec<_> = grants.map(|grant| permission_row(&target, grant)).collect();
                csv(&PERMISSION_COLUMNS, &rows)
            }
            FileKind::Json => json(&grants.map(|grant| (&target, grant)).collect::<Vec<_>>()),
        };
        (text, shown.len())
    });
    let name = format!("permissions-{}", page.target());
    view! { <ExportButton name text/> }
}
