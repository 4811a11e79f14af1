//! What is on top of every page of the review: its name, the links to the others, and whose reading it is of when.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::heading::PageHeading;
use crate::components::moment::{day_and_time, time_of_day};
use crate::state::navigation::Navigation;
use crate::state::review::Review;
use crate::words::{Words, use_locale};
use domain::paths::ReviewPage;
use domain::review::coverage::Coverage;
use domain::review::snapshot::Snapshot;
use domain::text::reveal::visible;

/// The pages that there are links to.
type Link = (ReviewPage, fn(&'static Words) -> &'static str);

const LINKS: [Link; 7] = [
    (ReviewPage::Overview, |words| words.review().overview),
    (ReviewPage::People, |words| words.review_tables().people),
    (ReviewPage::Images, |words| words.review().images),
    (ReviewPage::Matrix, |words| words.matrix().matrix),
    (ReviewPage::Findings, |words| words.findings().findings),
    (ReviewPage::Compare, |words| words.compare().compare),
    (ReviewPage::SignOff, |words| words.sign_off().sign_off),
];

#[component]
pub(super) fn Heading(
    review: Review,
    /// The page that is shown.
    page: ReviewPage,
) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let link = move |(to, label): Link| {
        let is_present = to == page || matches!((&to, &page), (ReviewPage::People, ReviewPage::User(_)));
        let route = to.route();
        view! {
            <a class="tab" href=move || navigation.href(&route) aria-current=is_present.then_some("page")>
                {t.label(label)}
            </a>
        }
    };
    let said = move || {
        let snapshot = review.snapshot()?;
        Some(view! { <p class="lead">{reading_of(&snapshot, t.words())}</p> })
    };
    view! {
        <PageHeading>{t.label(|w| w.shell.review)}</PageHeading>
        <nav class="tabs">{LINKS.map(link).into_iter().collect_view()}</nav>
        {dynamic(said)}
    }
}

/// "As read by admin, 2026-11-29 14:02–14:09 · 1,987 of 2,000 images read · 13 not read".
fn reading_of(snapshot: &Arc<Snapshot>, words: &'static Words) -> String {
    let images = Coverage::of(snapshot).images;
    let user = visible(snapshot.about.caller.name.as_str());
    let (from, to) = (day_and_time(snapshot.about.started), time_of_day(snapshot.ended));
    let read_by = (words.review().read_by)(&user, &from, &to);
    let read_of = (words.review().read_of)(images.read, images.listed(), images.unread());
    format!("{read_by} · {read_of}")
}
