//! One rule: what it is about, how many findings it has, and the findings.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::state::navigation::Navigation;
use crate::state::review::Review;
use crate::words::{Words, use_locale};
use domain::review::findings::{Accepted, Checked, Count, Report, Rule};
use domain::review::rows::FindingRow;

use super::finding::{FindingItem, Said};
use super::stage::{Stager, no_fix};
use super::{fits, search_of};

/// So many findings are in the document at first. A rule may have thousands.
const FIRST: usize = 25;

/// So many more come with each click.
const MORE: usize = 200;

#[component]
pub(super) fn RuleSection(
    review: Review,
    /// The findings of all rules.
    rows: Memo<Arc<[FindingRow]>>,
    rule: Rule,
    /// The finding that is to be accepted.
    asked: RwSignal<Option<Said>>,
    /// What stages fixes.
    stager: Stager,
) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let report =
        Memo::new(move |_| review.findings().reports().iter().find(|report| report.rule == rule).cloned());
    let count = move || {
        report.with(|report| report.as_ref().map(|report| (t.words().findings().count)(report.count())))
    };
    let most = RwSignal::new(FIRST);
    // Those that are accepted come last.
    let fitting = Memo::new(move |_| {
        let search = search_of(navigation);
        rows.with(|rows| {
            let of_rule = rows.iter().enumerate().filter(|(_, row)| row.rule == rule && fits(row, &search));
            let mut fitting: Vec<(usize, Option<Accepted>)> =
                of_rule.map(|(place, row)| (place, review.findings().acceptance(&row.fingerprint))).collect();
            fitting.sort_by_key(|(_, accepted)| accepted.is_some());
            fitting
        })
    });
    let items = move || {
        let most = most.get();
        fitting.with(|all| {
            let item = |(place, accepted): &(usize, Option<Accepted>)| {
                let row = rows.with_untracked(|rows| rows.get(*place).cloned())?;
                let accepted = accepted.clone();
                Some(view! { <FindingItem review row accepted asked stager/> })
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
    // Said once, and not at each finding.
    let why_not = move || {
        let why = no_fix(rule).filter(|_| fitting.with(|all| !all.is_empty()));
        let said = why.and_then(|why| (t.words().fix().no_fix)(why));
        said.map(|said| view! { <p class="field__hint">{said}</p> })
    };
    view! {
        <section class="review rule" data-rule=rule.id() aria-label=move || (t.words().findings().rule)(rule)>
            <h2>
                {dynamic(move || (t.words().findings().rule)(rule))} " "
                <span class="badge">{dynamic(count)}</span>
            </h2>
            <p class="field__hint">{dynamic(move || (t.words().findings().matters)(rule))}</p>
            {dynamic(why_not)}
            {dynamic(remarks)}
            <ul class="findings">{dynamic(items)}</ul>
            {dynamic(more)}
        </section>
    }
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
