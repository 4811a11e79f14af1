//! One finding: its facts in a sentence, how much it matters, and the ways to what it is about.

use crate::view::prelude::*;

use crate::components::moment::day_and_time;
use crate::pages::links::{target_link, user_link};
use crate::state::review::Review;
use crate::words::{Words, use_locale};
use domain::plan::fix::Choice;
use domain::review::findings::{Accepted, Fingerprint, Rule, Weight};
use domain::review::rows::FindingRow;
use domain::text::reveal::visible;

use crate::words::review_findings::About;

use super::stage::{Stager, no_fix};

/// More users or lists than this are a number that opens.
const FEW: usize = 3;

/// Of what opens, not more than this are links.
const MANY: usize = 200;

/// A finding, as a dialog speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) finding: Fingerprint,
    pub(super) sentence: String,
}

/// The facts of a finding as a sentence.
fn sentence(row: &FindingRow, words: &'static Words) -> String {
    let target = row.target.as_ref().map(|target| visible(target.to_string())).unwrap_or_default();
    let user = row.users.first().map(|user| user.called()).unwrap_or_default();
    let about = About { target: &target, user: &user, users: row.users.len(), places: row.places.len() };
    (words.findings().finding)(&row.evidence, &about)
}

#[component]
pub(super) fn FindingItem(
    review: Review,
    row: FindingRow,
    accepted: Option<Accepted>,
    asked: RwSignal<Option<Said>>,
    stager: Stager,
) -> impl IntoView {
    let t = use_locale();
    let (weight, certainty) = (row.weight, row.certainty);
    let class = match weight {
        Weight::High => "badge badge--warning",
        Weight::Medium | Weight::Low => "badge",
    };
    let certainty = move || {
        let said = (t.words().findings().certainty)(certainty);
        said.map(|said| view! { " " <span class="muted">{said}</span> })
    };
    let links = links(&row);
    let fingerprint = row.fingerprint.clone();
    let rule = row.rule;
    let said = move || sentence(&row, t.words());
    let staging = no_fix(rule).is_none().then(|| stage(said.clone(), stager, rule, fingerprint.clone()));
    let decision = match accepted {
        Some(accepted) => taken_back(review, accepted, fingerprint),
        None => accept(said.clone(), asked, fingerprint),
    };
    view! {
        <li class="finding">
            <p>
                <span class=class>{dynamic(move || (t.words().findings().weight)(weight))}</span> " "
                {dynamic(said)} {dynamic(certainty)}
            </p>
            <p class="facts">{links} {staging} {decision}</p>
        </li>
    }
}

fn stage(
    said: impl Fn() -> String + Clone + Send + Sync + 'static,
    stager: Stager,
    rule: Rule,
    finding: Fingerprint,
) -> AnyView {
    let t = use_locale();
    let sentence = said.clone();
    let stage = move |_| {
        let said = Said { finding: finding.clone(), sentence: untrack(&sentence) };
        stager.fix(&said, rule, Choice::default());
    };
    view! {
        <button
            type="button"
            class="button button--row"
            aria-label=move || (t.words().fix().stage_of)(&said())
            on:click=stage
        >
            {t.label(|w| w.fix().stage)}
        </button>
    }
    .into_any()
}

fn accept(
    said: impl Fn() -> String + Clone + Send + Sync + 'static,
    asked: RwSignal<Option<Said>>,
    finding: Fingerprint,
) -> AnyView {
    let t = use_locale();
    let sentence = said.clone();
    let ask = move |_| asked.set(Some(Said { finding: finding.clone(), sentence: untrack(&sentence) }));
    view! {
        <button
            type="button"
            class="button button--row"
            aria-label=move || (t.words().findings().accept_of)(&said())
            on:click=ask
        >
            {t.label(|w| w.findings().accept)}
        </button>
    }
    .into_any()
}

fn taken_back(review: Review, accepted: Accepted, finding: Fingerprint) -> AnyView {
    let t = use_locale();
    let by = visible(accepted.by.name.as_str());
    let reason = visible(accepted.reason.to_string());
    let said = move || (t.words().findings().accepted)(&by, &day_and_time(accepted.until), &reason);
    view! {
        <span class="badge">{dynamic(said)}</span>
        <button type="button" class="button button--row" on:click=move |_| review.take_back(&finding)>
            {t.label(|w| w.findings().take_back)}
        </button>
    }
    .into_any()
}

/// The ways to the target, the users, and everything else that it is about.
fn links(row: &FindingRow) -> AnyView {
    let t = use_locale();
    let target = row.target.as_ref().map(|target| target_link(target));
    let users = row.users.iter().take(MANY).map(|user| user_link(&user.id, user.names.first())).collect();
    let places = row.places.iter().take(MANY).map(|place| target_link(place)).collect();
    let (user_count, place_count) = (row.users.len(), row.places.len());
    view! {
        {target}
        {several(users, t.format(move |w| (w.findings().people)(user_count)))}
        {several(places, t.format(move |w| (w.findings().places)(place_count)))}
    }
    .into_any()
}

/// A few links as they are, more of them behind their number.
fn several(links: Vec<AnyView>, count: crate::words::Text) -> AnyView {
    if links.len() <= FEW {
        return links.into_iter().map(|link| view! { " " {link} }).collect_view().into_any();
    }
    let item = |link| view! { <li>{link}</li> };
    view! {
        <details class="several">
            <summary>{move || count.get()}</summary>
            <ul>{links.into_iter().map(item).collect_view()}</ul>
        </details>
    }
    .into_any()
}
