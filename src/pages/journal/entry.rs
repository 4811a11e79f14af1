//! One entry of the journal.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::moment::Moment;
use crate::components::name::Name;
use crate::components::problem::ProblemView;
use crate::pages::change::OutcomeLabel;
use crate::pages::request_text::Request;
use crate::state::journal::{Answer, Entry, Journal, Undoes};
use crate::state::navigation::Navigation;
use crate::words::use_locale;
use domain::change::outcome::Outcome;
use domain::change::write::{Current, Edit};
use domain::model::level::Permission;
use domain::model::operation::Operation;
use domain::paths::Route;
use domain::text::reveal::visible;

use super::undo::UndoButton;

/// More people than these are a number.
const SHOWN: usize = 50;

#[component]
pub(super) fn EntryView(entry: Arc<Entry>) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let write = entry.write.clone();
    let target = visible(write.target.to_string());
    let (number, action, count) = (entry.number, write.action, write.edits.len());
    let heading = move || (t.words().journal().entry)(number, action, count, &target);
    let route = Route::of(&write.target);
    let page_of = write.target.to_string();
    let journal = expect_context::<Journal>();
    let reason = entry.note.reason.as_ref().map(ToString::to_string);
    let undone = match entry.note.undoes {
        None => Vec::new(),
        Some(Undoes::Entry(number)) => vec![number],
        Some(Undoes::Batch(batch)) => journal.numbers_of(batch),
    };
    let undone = undone.first().copied().zip(undone.last().copied());
    let applied = entry.outcomes.iter().filter(|outcome| **outcome == Outcome::Applied).count();
    let is_awaited = entry.answer.is_awaited();
    let summary = move || {
        let words = t.words().journal();
        if is_awaited { words.awaited.to_owned() } else { (words.applied)(applied, count) }
    };
    let problem = match &entry.answer {
        Answer::Failure(error) => {
            let operation = Operation::of(&write);
            Some(view! { <ProblemView operation error=error.clone()/> })
        }
        Answer::Awaited | Answer::Success(_) => None,
    };
    // A failure has it among its technical details.
    let request_id = entry.answer.request_id().filter(|_| problem.is_none()).map(str::to_owned);
    let lines = entry.write.edits.iter().zip(&entry.outcomes).take(SHOWN);
    let lines = lines.map(|(edit, outcome)| line(edit.clone(), outcome.clone())).collect_view();
    let rest = count.saturating_sub(SHOWN);
    let writes = Callback::new(move |()| vec![write.clone()]);
    view! {
        <li class="journal__entry">
            <div class="journal__head">
                <h2 class="journal__title">{dynamic(heading)}</h2>
                <UndoButton entries=vec![Arc::clone(&entry)] undoes=Undoes::Entry(number)/>
            </div>
            <p class="facts">
                <Moment at=entry.at/>
                <span>{t.label(|w| w.journal().by)} " " <Name text=entry.by.to_string()/></span>
                <span>{dynamic(summary)}</span>
                {reason.map(|reason| view! { <span>{t.label(|w| w.journal().reason)} " " <Name text=reason/></span> })}
                {undone.map(|numbers| view! { <span>{dynamic(move || (t.words().journal().undoes)(numbers))}</span> })}
                {request_id.map(|id| view! { <span>{t.label(|w| w.problem.request_id)} " " <span translate="no">{id}</span></span> })}
                <a class="link" href=move || navigation.href(&route)><Name text=page_of/></a>
            </p>
            <ul class="differences">{lines}</ul>
            {(rest > 0).then(|| view! { <p class="field__hint">{dynamic(move || (t.words().changes().and_more)(rest))}</p> })}
            {problem}
            <Request writes list=Signal::stored(None)/>
        </li>
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
    view! {
        <li class="difference">
            <Name text=edit.name.to_string()/>
            <span class="difference__levels">{dynamic(levels)}</span>
            <OutcomeLabel outcome/>
        </li>
    }
    .into_any()
}
