//! One entry of the journal.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::moment::Moment;
use crate::components::name::Name;
use crate::components::problem::ProblemView;
use crate::pages::change::OutcomeLabel;
use crate::pages::outside::{OutsideOutcome, OutsideRequest, account_of};
use crate::pages::request_text::Request;
use crate::state::journal::{Answer, Entry, Journal, Undoes};
use crate::state::navigation::Navigation;
use crate::words::use_locale;
use domain::change::outcome::Outcome;
use domain::change::recorded::Recorded;
use domain::change::write::{Current, Edit};
use domain::model::level::Permission;
use domain::outside::write::{OutsideEdit, OutsideState, OutsideWrite};
use domain::paths::{ImagePage, Route};
use domain::text::reveal::visible;

use super::undo::UndoButton;

/// More people than these are a number.
const SHOWN: usize = 50;

#[component]
pub(super) fn EntryView(entry: Arc<Entry>) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let recorded = &entry.recorded;
    let (number, count) = (entry.number, recorded.count());
    let heading = heading(number, recorded);
    let route = match recorded {
        Recorded::Outside {
            write: OutsideWrite { organization, image, edit: OutsideEdit::Share { .. } },
            ..
        } => Route::Image(organization.clone(), image.clone(), ImagePage::Sharing),
        _ => Route::of(&recorded.target()),
    };
    let page_of = recorded.target().to_string();
    let journal = expect_context::<Journal>();
    let planned_by = planned_by(&entry);
    let reason = entry.note.reason.as_ref().map(ToString::to_string);
    let undone = match entry.note.undoes {
        None => Vec::new(),
        Some(Undoes::Entry(number)) => vec![number],
        Some(Undoes::Batch(batch)) => journal.numbers_of(batch),
    };
    let undone = undone.first().copied().zip(undone.last().copied());
    let applied = recorded.applied();
    let is_awaited = entry.answer.is_awaited();
    let summary = move || {
        let words = t.words().journal();
        if is_awaited { words.awaited.to_owned() } else { (words.applied)(applied, count) }
    };
    let problem = match &entry.answer {
        Answer::Failure(error) => {
            let operation = recorded.operation();
            Some(view! { <ProblemView operation error=error.clone()/> })
        }
        Answer::Awaited | Answer::Success(_) => None,
    };
    // A failure has it among its technical details.
    let request_id = entry.answer.request_id().filter(|_| problem.is_none()).map(str::to_owned);
    let lines = lines(recorded);
    let rest = count.saturating_sub(SHOWN);
    let request = request(recorded.clone());
    view! {
        <li class="journal__entry">
            <div class="journal__head">
                <h2 class="journal__title">{dynamic(heading)}</h2>
                <UndoButton entries=vec![Arc::clone(&entry)] undoes=Undoes::Entry(number)/>
            </div>
            <p class="facts">
                <Moment at=entry.at/>
                <span>{t.label(|w| w.journal().by)} " " <Name text=entry.by.to_string()/></span>
                {planned_by}
                <span>{dynamic(summary)}</span>
                {reason.map(|reason| view! { <span>{t.label(|w| w.journal().reason)} " " <Name text=reason/></span> })}
                {undone.map(|numbers| view! { <span>{dynamic(move || (t.words().journal().undoes)(numbers))}</span> })}
                {request_id.map(|id| view! { <span>{t.label(|w| w.problem.request_id)} " " <span translate="no">{id}</span></span> })}
                <a class="link" href=move || navigation.href(&route)><Name text=page_of/></a>
            </p>
            <ul class="differences">{lines}</ul>
            {(rest > 0).then(|| view! { <p class="field__hint">{dynamic(move || (t.words().changes().and_more)(rest))}</p> })}
            {problem}
            {request}
        </li>
    }
}

/// Who made the plan, where that is somebody else.
pub(super) fn planned_by(entry: &Entry) -> Option<AnyView> {
    let (t, name) = (use_locale(), entry.note.planned_by.as_ref()?.to_string());
    Some(view! { <span>{t.label(|w| w.journal().planned_by)} " " <Name text=name/></span> }.into_any())
}

/// What was done.
fn heading(number: usize, recorded: &Recorded) -> impl Fn() -> String + use<> {
    let (t, recorded) = (use_locale(), recorded.clone());
    let target = visible(recorded.target().to_string());
    move || match &recorded {
        Recorded::Permissions { write, .. } => {
            (t.words().journal().entry)(number, write.action, write.edits.len(), &target)
        }
        Recorded::Outside { write, .. } => {
            let account = account_of(&write.edit);
            let entry = |action| (t.words().outside().entry)(number, action, &account, &target);
            write.edit.action().map(entry).unwrap_or_default()
        }
    }
}

/// What was sent, as text.
fn request(recorded: Recorded) -> AnyView {
    match recorded {
        Recorded::Permissions { write, .. } => {
            let writes = Callback::new(move |()| vec![write.clone()]);
            view! { <Request writes list=Signal::stored(None)/> }.into_any()
        }
        Recorded::Outside { write, .. } => {
            let write = Signal::stored(Some(write));
            view! { <OutsideRequest write/> }.into_any()
        }
    }
}

/// The outcome for every user, or of the one change.
fn lines(recorded: &Recorded) -> AnyView {
    match recorded {
        Recorded::Permissions { write, outcomes } => {
            let lines = write.edits.iter().zip(outcomes).take(SHOWN);
            lines.map(|(edit, outcome)| line(edit.clone(), outcome.clone())).collect_view().into_any()
        }
        Recorded::Outside { write, outcome } => outside_line(&write.edit, outcome.clone()),
    }
}

/// "user01  Manage → Read  Applied".
fn line(edit: Edit, outcome: Outcome) -> AnyView {
    let t = use_locale();
    let levels = move || {
        let words = t.words();
        let held = |held: &Current| (words.changes().held)(held, &words.levels);
        format!("{} → {}", held(&edit.expected), held(&edit.desired.map(Permission::from)))
    };
    difference(edit.name.to_string(), levels, view! { <OutcomeLabel outcome/> }.into_any())
}

/// "partner  not shared → shared until 2026-12-31  Applied".
fn outside_line(edit: &OutsideEdit, outcome: Outcome<OutsideState>) -> AnyView {
    let t = use_locale();
    let (before, after) = (edit.expected(), edit.desired());
    let states = move || {
        let state = t.words().outside().state;
        format!("{} → {}", state(&before), state(&after))
    };
    difference(account_of(edit), states, view! { <OutsideOutcome outcome/> }.into_any())
}

fn difference(name: String, states: impl Fn() -> String + Send + 'static, outcome: AnyView) -> AnyView {
    view! {
        <li class="difference">
            <Name text=name/>
            <span class="difference__levels">{dynamic(states)}</span>
            {outcome}
        </li>
    }
    .into_any()
}
