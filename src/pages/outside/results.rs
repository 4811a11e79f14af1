//! How a write went, where it was not simply done.

use crate::view::prelude::*;

use crate::components::problem::ProblemView;
use crate::state::execute_outside::{OutsideStatus, reading_of};
use crate::state::writer::Writer;
use crate::words::use_locale;
use domain::change::outcome::Outcome;
use domain::model::operation::Operation;
use domain::outside::write::{OutsideState, OutsideWrite};

use crate::state::execute_outside::OutsideResult;

#[component]
pub(super) fn OutsideResults(
    writer: Writer<OutsideResult>,
    /// What was sent last.
    latest: RwSignal<Option<OutsideWrite>>,
) -> impl IntoView {
    let last = move || {
        let result = writer.result().filter(|result| !result.ended_session() && !result.is_applied())?;
        Some((result.status, latest.get_untracked()?))
    };
    dynamic(move || match last() {
        None => ().into_any(),
        Some((status, write)) => view! { <Result status write/> }.into_any(),
    })
}

#[component]
fn Result(status: OutsideStatus, write: OutsideWrite) -> impl IntoView {
    let t = use_locale();
    let said = |text: Box<dyn Fn() -> String + Send>| {
        view! {
            <div class="problem">
                <p class="problem__text" role="alert">{dynamic(text)}</p>
            </div>
        }
        .into_any()
    };
    match status {
        OutsideStatus::Conflict(now) => said(Box::new(move || (t.words().outside().conflict)(&now))),
        OutsideStatus::Unreadable => said(Box::new(move || t.words().outside().unreadable.to_owned())),
        OutsideStatus::NotSent(error) => view! {
            <p class="advice advice--warning">{t.label(|w| w.outside().not_sent)}</p>
            <ProblemView operation=reading_of(&write) error/>
        }
        .into_any(),
        OutsideStatus::Sent { outcome, error: Some(error) } => {
            let operation = write.edit.action().map_or(Operation::QueryImage, Operation::of_outside);
            let outcome = error.leaves_open().then(|| view! { <p><OutsideOutcome outcome/></p> });
            view! { <ProblemView operation error=error.clone()/> {outcome} }.into_any()
        }
        OutsideStatus::Sent { outcome, error: None } => {
            let is_seen = outcome.contradicts();
            let text = move || {
                let words = t.words().changes();
                if is_seen { words.contradicted.to_owned() } else { words.unverified.to_owned() }
            };
            view! {
                {said(Box::new(text))}
                <p><OutsideOutcome outcome/></p>
            }
            .into_any()
        }
    }
}

/// What was made of a write, in a word or two.
#[component]
pub fn OutsideOutcome(
    /// See [`Outcome`].
    outcome: Outcome<OutsideState>,
) -> impl IntoView {
    let t = use_locale();
    let mark = if outcome == Outcome::Applied { "outcome outcome--applied" } else { "outcome" };
    view! { <span class=mark>{dynamic(move || (t.words().outside().outcome)(&outcome))}</span> }
}
