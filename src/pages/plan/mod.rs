//! `/plan`: what is staged, the run that sends it, and what that has come to.

mod buttons;
mod cells;
mod files;
mod left;
mod overview;
mod paste;
mod planned;
mod progress;
mod results;
mod say;
mod start;

use crate::view::prelude::*;

use crate::components::empty::Empty;
use crate::components::heading::PageHeading;
use crate::pages::review::adopt_style;
use crate::state::journal::Journal;
use crate::state::navigation::Navigation;
use crate::state::plan::Planning;
use crate::state::readings::Readings;
use crate::state::review::Review;
use crate::words::use_locale;
use domain::paths::{ReviewPage, Route};

use buttons::{Buttons, OpenPlan};
use overview::Overview;
use planned::Planned;
use progress::RunProgress;
use results::Results;
use start::RunDialog;

pub(super) use buttons::{UndoStaging, undo_run};
pub(super) use cells::sentence;
pub(super) use overview::{groups_of_images, lines, totals};
pub(super) use paste::{PasteList, paste};
pub(super) use say::{say_changed, say_staged, stage_and_say};

/// The page.
pub fn plan() -> AnyView {
    adopt_style();
    let (t, planning) = (use_locale(), Planning::of_session());
    // What was written elsewhere in the console may make an edit grave.
    Review::of_session().catch_up(expect_context::<Readings>(), expect_context::<Journal>());
    let is_asked = RwSignal::new(false);
    let has_edits = Memo::new(move |_| planning.with(|plan| !plan.is_empty()));
    let has_run = Memo::new(move |_| planning.status().is_some());
    let is_elsewhere = Signal::derive(move || planning.is_elsewhere());
    view! {
        <PageHeading>{t.label(|w| w.shell.plan)}</PageHeading>
        <p class="lead">{t.label(|w| w.plan().lead)}</p>
        <Show when=is_elsewhere>
            <p class="note note--warning" role="alert">{t.label(|w| w.run().elsewhere)}</p>
        </Show>
        <Show when=has_run>
            <RunProgress planning/>
            <Results planning/>
        </Show>
        <Show when=has_edits>
            <Overview planning/>
            <Buttons planning is_asked/>
            <Planned planning/>
        </Show>
        <Show when=Signal::derive(move || !has_edits.get())>{nothing(planning)}</Show>
        <RunDialog planning is_asked/>
    }
    .into_any()
}

/// Nothing is staged: where to stage from, and a way back to what was.
fn nothing(planning: Planning) -> AnyView {
    let (t, navigation) = (use_locale(), expect_context::<Navigation>());
    let to_findings = ReviewPage::Findings.route();
    view! {
        <Empty title=t.prop(|w| w.plan().empty) text=t.prop(|w| w.plan().empty_means)>
            <a class="link" href=move || navigation.href(&to_findings)>{t.label(|w| w.plan().to_findings)}</a>
        </Empty>
        <div class="toolbar">
            <OpenPlan planning/>
            <PasteList/>
            <UndoStaging planning/>
        </div>
    }
    .into_any()
}

/// The link to the page, for the header, with so many edits in the plan.
pub fn link(count: usize) -> AnyView {
    let (t, navigation) = (use_locale(), expect_context::<Navigation>());
    view! {
        <a
            class="link header__link"
            href=move || navigation.href(&Route::Plan)
            aria-label=move || (t.words().plan().link)(count)
        >
            {t.label(|w| w.shell.plan)} " " <span class="badge">{count.to_string()}</span>
        </a>
    }
    .into_any()
}
