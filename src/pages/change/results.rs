//! How a batch went, where not everything was applied.

use crate::view::prelude::*;

use crate::components::name::Name;
use crate::components::problem::ProblemView;
use crate::state::execute::BatchStatus;
use crate::state::writer::Writer;
use crate::words::use_locale;
use domain::change::outcome::{Conflict, Outcome};
use domain::change::write::{Action, Current, Edit};
use domain::model::names::Target;
use domain::model::operation::{Kind, Operation};
use domain::text::reveal::visible;

use super::AskManagers;

/// More people than these are a number.
const SHOWN: usize = 50;

/// What there is to say about the last batch of a writer. Who has nothing more to say of it resets the writer.
#[component]
pub fn Results(
    /// The writer.
    writer: Writer,
    /// What it writes to.
    target: Target,
    /// What it does, where it does only one thing; otherwise what is still open tells.
    #[prop(optional)]
    of: Option<Operation>,
) -> impl IntoView {
    let kind = Kind::of(&target);
    let last = move || writer.result().filter(|result| !result.ended_session()).map(|result| result.status);
    dynamic(move || match last() {
        None => ().into_any(),
        Some(BatchStatus::Conflict(conflicts)) => view! { <Conflicts conflicts/> }.into_any(),
        Some(BatchStatus::NotSent(error)) => {
            let t = use_locale();
            view! {
                <p class="advice advice--warning">{t.label(|w| w.changes().not_sent)}</p>
                <ProblemView operation=Operation::QueryAccess(kind) error/>
            }
            .into_any()
        }
        Some(BatchStatus::Sent { results, error }) => {
            let operation = of.unwrap_or_else(|| operation(&results, kind));
            let seen = results.iter().any(|(_, outcome)| outcome.contradicts());
            let problem = if let Some(error) = error {
                let target = target.clone();
                view! {
                    <ProblemView operation error=error.clone()/>
                    <AskManagers target error/>
                }
                .into_any()
            } else {
                view! { <Unconfirmed seen/> }.into_any()
            };
            view! {
                {problem}
                <Outcomes results/>
            }
            .into_any()
        }
    })
}

fn operation(results: &[(Edit, Outcome)], kind: Kind) -> Operation {
    let open = results.iter().find(|(_, outcome)| *outcome != Outcome::Applied);
    match open.and_then(|(edit, _)| edit.action()) {
        Some(Action::Grant) => Operation::CreateAccess(kind),
        Some(Action::Revoke) => Operation::DeleteAccess(kind),
        Some(Action::Change) | None => Operation::UpdateAccess(kind),
    }
}

/// The service reported success, and the list did not confirm it: it shows something else, or could not be read.
#[component]
fn Unconfirmed(seen: bool) -> impl IntoView {
    let t = use_locale();
    let text = move || {
        let words = t.words().changes();
        if seen { words.contradicted } else { words.unverified }
    };
    view! {
        <div class="problem">
            <p class="problem__text" role="alert">
                {dynamic(text)}
            </p>
        </div>
    }
}

/// The result for every user.
#[component]
fn Outcomes(results: Vec<(Edit, Outcome)>) -> impl IntoView {
    let t = use_locale();
    let rest = results.len().saturating_sub(SHOWN);
    let lines = results
        .into_iter()
        .take(SHOWN)
        .map(|(edit, outcome)| {
            view! {
                <li class="difference">
                    <Name text=edit.name.to_string()/>
                    <OutcomeLabel outcome/>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="differences">{lines}</ul>
        {(rest > 0).then(|| view! { <p class="field__hint">{dynamic(move || (t.words().changes().and_more)(rest))}</p> })}
    }
}

/// The result for one user.
#[component]
pub fn OutcomeLabel(
    /// See [`Outcome`].
    outcome: Outcome,
) -> impl IntoView {
    let t = use_locale();
    let mark = if outcome == Outcome::Applied { "outcome outcome--applied" } else { "outcome" };
    view! { <span class=mark>{dynamic(move || (t.words().changes().outcome)(&outcome, &t.words().levels))}</span> }
}

/// Someone else changed permissions after the user saw them.
#[component]
fn Conflicts(conflicts: Vec<Conflict>) -> impl IntoView {
    let t = use_locale();
    let lines = move || {
        let words = t.words();
        let held = |held: &Current| (words.changes().held)(held, &words.levels);
        let line = |conflict: &Conflict| {
            let Conflict { edit, now } = conflict;
            view! { <li>{(words.changes().conflict)(&visible(edit.name.as_str()), &held(now), &held(&edit.expected))}</li> }
        };
        conflicts.iter().take(SHOWN).map(line).collect_view()
    };
    view! {
        <div class="problem" role="alert">
            <p class="problem__text">{t.label(|w| w.changes().conflicts)}</p>
            <ul class="problem__list">{dynamic(lines)}</ul>
        </div>
    }
}
