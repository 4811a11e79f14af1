//! What was read and what was not: a sum that comes out, held against what the service counts.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::state::review::Review;
use crate::words::{Text, use_locale};
use domain::review::coverage::{Counts, Coverage, Verdict};
use domain::review::snapshot::{Snapshot, Subject};
use domain::text::reveal::visible;

/// More that was not read is a number.
const SHOWN: usize = 20;

#[component]
pub(super) fn CoverageView(review: Review, snapshot: Arc<Snapshot>) -> impl IntoView {
    let t = use_locale();
    let coverage = Coverage::of(&snapshot);
    let (verdict, user) = (coverage.verdict, visible(snapshot.about.caller.name.as_str()));
    let totals: Vec<_> = coverage.totals.iter().filter(|total| !total.agrees()).cloned().collect();
    let totals = move || {
        let total = |total| view! { <li>{(t.words().review().total)(total)}</li> };
        (!totals.is_empty()).then(|| view! { <ul>{totals.iter().map(total).collect_view()}</ul> })
    };
    let is_over = Memo::new(move |_| review.is_over());
    // Another user sees other lists: a snapshot never mixes what two have read.
    let is_own = snapshot.about.caller.id == review.caller().id;
    let rest = move || {
        (is_over.get() && verdict == Verdict::Partial && is_own).then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| review.read_the_rest()>
                    {t.label(|w| w.review().read_the_rest)}
                </button>
            }
        })
    };
    view! {
        <section class="review" aria-label=t.label(|w| w.review().coverage)>
            <h2>{t.label(|w| w.review().coverage)}</h2>
            <p>{dynamic(move || (t.words().review().verdict)(verdict, &user))}</p>
            <Sums coverage=coverage.clone()/>
            {dynamic(totals)}
            <NotRead snapshot coverage/>
            {dynamic(rest)}
        </section>
    }
}

/// A sum as it is added up by hand: what is listed, and below it what that consists of.
#[component]
fn Sums(coverage: Coverage) -> impl IntoView {
    let t = use_locale();
    let row = |label: Text, count: fn(&Counts) -> u64| {
        let cell = |counts: &Counts| view! { <td class="numeric">{count(counts).to_string()}</td> };
        let cells = [&coverage.organizations, &coverage.images].map(cell);
        view! { <tr><th scope="row">{label}</th>{cells.into_iter().collect_view()}</tr> }
    };
    let rows = [
        row(t.prop(|w| w.review().listed), Counts::listed),
        row(t.prop(|w| w.review().read), |counts| counts.read),
        row(t.prop(|w| w.review().denied), |counts| counts.denied),
        row(t.prop(|w| w.review().gone), |counts| counts.gone),
        row(t.prop(|w| w.review().failed), |counts| counts.failed),
        row(t.prop(|w| w.review().not_yet), |counts| counts.not_yet),
    ];
    view! {
        <table class="glance glance--sums" aria-label=t.label(|w| w.review().coverage_of)>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col" class="numeric">{t.label(|w| w.review().organizations)}</th>
                    <th scope="col" class="numeric">{t.label(|w| w.review().images)}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().collect_view()}</tbody>
        </table>
    }
}

/// Everything that was not read, by name, with the reason.
#[component]
fn NotRead(snapshot: Arc<Snapshot>, coverage: Coverage) -> impl IntoView {
    let t = use_locale();
    let is_unread = |subject: &&Subject| subject.reading.is_open() || subject.reading.unreadable() > 0;
    let unread = snapshot.subjects().iter().filter(is_unread).count();
    let rest = (unread + coverage.open_lists.len()).saturating_sub(SHOWN);
    if unread + coverage.open_lists.len() == 0 {
        return ().into_any();
    }
    let lines = move || {
        let words = t.words().review();
        let subjects = snapshot.subjects().iter().filter(is_unread);
        let subjects = subjects.map(|subject| (words.unread)(&subject.target, &subject.reading));
        let lists = coverage.open_lists.iter().map(words.open_list);
        let line = |line: String| view! { <li>{line}</li> };
        lists.chain(subjects).take(SHOWN).map(line).collect_view()
    };
    view! {
        <h3>{t.label(|w| w.review().not_read)}</h3>
        <ul>{dynamic(lines)}</ul>
        {(rest > 0).then(|| view! { <p class="field__hint">{dynamic(move || (t.words().review().and_more)(rest))}</p> })}
    }
    .into_any()
}
