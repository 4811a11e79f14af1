//! One finding: its facts in a sentence, how much it matters, and the ways to what it is about.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::moment::day_and_time;
use crate::components::name::Name;
use crate::state::navigation::Navigation;
use crate::state::review::Review;
use crate::words::{Words, use_locale};
use domain::paths::{ReviewPage, Route};
use domain::review::findings::{Accepted, Finding, Fingerprint, Weight};
use domain::review::snapshot::{KnownUser, Snapshot, UserNumber};
use domain::text::reveal::visible;

use crate::words::review_findings::About;

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
pub(super) fn sentence(finding: &Finding, snapshot: &Snapshot, words: &'static Words) -> String {
    let place = finding.target.and_then(|place| snapshot.subject(place));
    let target = place.map(|subject| visible(subject.target.to_string())).unwrap_or_default();
    let first = finding.users.first().and_then(|user| snapshot.people().get(*user));
    let user = first.map(KnownUser::called).unwrap_or_default();
    let about =
        About { target: &target, user: &user, users: finding.users.len(), places: finding.places.len() };
    (words.findings().finding)(&finding.evidence, &about)
}

#[component]
pub(super) fn FindingItem(
    review: Review,
    snapshot: Arc<Snapshot>,
    finding: Finding,
    accepted: Option<Accepted>,
    asked: RwSignal<Option<Said>>,
) -> impl IntoView {
    let t = use_locale();
    let (weight, certainty) = (finding.weight, finding.certainty);
    let class = match weight {
        Weight::High => "badge badge--warning",
        Weight::Medium | Weight::Low => "badge",
    };
    let certainty = move || {
        (t.words().findings().certainty)(certainty)
            .map(|said| view! { " " <span class="muted">{said}</span> })
    };
    let said = {
        let (snapshot, finding) = (Arc::clone(&snapshot), finding.clone());
        move || sentence(&finding, &snapshot, t.words())
    };
    let links = links(&snapshot, &finding);
    let fingerprint = finding.fingerprint(&snapshot);
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
            <p class="facts">{links} {decision}</p>
        </li>
    }
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
        <button type="button" class="button button--row" on:click=move |_| review.findings().take_back(&finding)>
            {t.label(|w| w.findings().take_back)}
        </button>
    }
    .into_any()
}

/// The ways to the target, the users, and everything else that it is about.
fn links(snapshot: &Snapshot, finding: &Finding) -> AnyView {
    let t = use_locale();
    let target = finding.target.and_then(|place| place_link(snapshot, place));
    let users: Vec<_> =
        finding.users.iter().take(MANY).filter_map(|user| user_link(snapshot, *user)).collect();
    let places = finding.places.iter().take(MANY).filter_map(|place| place_link(snapshot, *place as usize));
    let places: Vec<_> = places.collect();
    let (user_count, place_count) = (finding.users.len(), finding.places.len());
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

fn place_link(snapshot: &Snapshot, place: usize) -> Option<AnyView> {
    let target = &snapshot.subject(place)?.target;
    Some(link(Route::of(target), target.to_string()))
}

fn user_link(snapshot: &Snapshot, user: UserNumber) -> Option<AnyView> {
    let user = snapshot.people().get(user)?;
    let name = user.names.first().map_or_else(|| user.id.to_string(), ToString::to_string);
    Some(link(ReviewPage::User(user.id.clone()).route(), name))
}

fn link(route: Route, name: String) -> AnyView {
    let navigation = expect_context::<Navigation>();
    view! { <a class="link" href=move || navigation.href(&route)><Name text=name/></a> }.into_any()
}
