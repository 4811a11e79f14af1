//! One rule: what it is about, how many findings it has, and the findings.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::state::navigation::Navigation;
use crate::state::review::Review;
use crate::words::{Words, use_locale};
use domain::review::findings::{Accepted, Checked, Count, Report, Rule};
use domain::review::snapshot::Snapshot;

use super::finding::{FindingItem, Said, sentence};

/// So many findings are in the document at first. A rule may have thousands.
const FIRST: usize = 25;

/// So many more come with each click.
const MORE: usize = 200;

#[component]
pub(super) fn RuleSection(
    review: Review,
    snapshot: Arc<Snapshot>,
    rule: Rule,
    /// The finding that is to be accepted.
    asked: RwSignal<Option<Said>>,
) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let report =
        Memo::new(move |_| review.findings().reports().iter().find(|report| report.rule == rule).cloned());
    let count = move || {
        report.with(|report| report.as_ref().map(|report| (t.words().findings().count)(report.count())))
    };
    let most = RwSignal::new(FIRST);
    let of_rule = Arc::clone(&snapshot);
    // Those that are accepted come last.
    let fitting = Memo::new(move |_| {
        let search = navigation.query().with(|query| query.search.trim().to_lowercase());
        report.with(|report| fitting(review, report.as_ref(), &of_rule, t.words(), &search))
    });
    let items = move || {
        let most = most.get();
        fitting.with(|all| {
            let item = |(finding, accepted): &(usize, Option<Accepted>)| {
                let report = report.get_untracked()?;
                let finding = report.findings().get(*finding)?.clone();
                let (snapshot, accepted) = (Arc::clone(&snapshot), accepted.clone());
                Some(view! { <FindingItem review snapshot finding accepted asked/> })
            };
            all.iter().take(most).filter_map(item).collect_view()
        })
    };
    let rest = Memo::new(move |_| fitting.with(Vec::len).saturating_sub(most.get()));
    let more = move || {
        let rest = rest.get().min(MORE);
        (rest > 0).then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| most.update(|most| *most += MORE)>
                    {dynamic(move || (t.words().findings().more)(rest))}
                </button>
            }
        })
    };
    let remarks = move || report.with(|report| report.as_ref().map(|report| remarks(report, t.words())));
    view! {
        <section class="review rule" data-rule=rule.id() aria-label=move || (t.words().findings().rule)(rule)>
            <h2>
                {dynamic(move || (t.words().findings().rule)(rule))} " "
                <span class="badge">{dynamic(count)}</span>
            </h2>
            <p class="field__hint">{dynamic(move || (t.words().findings().matters)(rule))}</p>
            {dynamic(remarks)}
            <ul class="findings">{dynamic(items)}</ul>
            {dynamic(more)}
        </section>
    }
}

/// The findings that fit a search, by their place, those that are accepted last.
fn fitting(
    review: Review,
    report: Option<&Report>,
    snapshot: &Snapshot,
    words: &'static Words,
    search: &str,
) -> Vec<(usize, Option<Accepted>)> {
    let all = report.map(Report::findings).unwrap_or_default().iter().enumerate();
    let fits = all.filter(|(_, finding)| {
        search.is_empty() || sentence(finding, snapshot, words).to_lowercase().contains(search)
    });
    let mut fitting: Vec<_> =
        fits.map(|(place, finding)| (place, review.findings().acceptance(finding, snapshot))).collect();
    fitting.sort_by_key(|(_, accepted)| accepted.is_some());
    fitting
}

/// What is said of a rule besides its findings: that it was not checked, or not everywhere.
fn remarks(report: &Report, words: &'static Words) -> AnyView {
    let words = words.findings();
    let note = |text: String| view! { <p class="note note--warning">{text}</p> }.into_any();
    match (&report.checked, report.count()) {
        (Checked::Not(why), _) => note((words.not_checked)(*why)),
        (Checked::Yes { left_out, .. }, Count::AtLeast(_)) if !left_out.is_empty() => {
            note((words.left_out)(left_out.len()))
        }
        (_, Count::Exactly(0)) => view! { <p class="muted">{words.nothing}</p> }.into_any(),
        _ => ().into_any(),
    }
}
