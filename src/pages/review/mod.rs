//! `/review`: one dated reading of everything, and what follows from it.

mod choosing;
mod compare;
mod coverage;
mod files;
mod findings;
mod heading;
mod images;
mod off_board;
mod overview;
mod people;
mod progress;
mod sign_off;
mod start;
mod style;
mod table;
mod user;

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::empty::Empty;
use crate::pages::discard::DiscardQuestion;
use crate::pages::not_found::NotFound;
use crate::state::journal::Journal;
use crate::state::readings::Readings;
use crate::state::review::Review;
use crate::words::use_locale;
use domain::paths::ReviewPage;
use domain::review::snapshot::Snapshot;

use compare::Compare;
use findings::Findings;
use heading::Heading;
use images::Images;
use overview::Overview;
use people::People;
use sign_off::SignOff;
use user::UserAccess;

pub(in crate::pages) use progress::keep_focus;
pub(in crate::pages) use style::adopt_style;
pub(in crate::pages) use table::ReviewTable;

/// The page of what follows `/review/` in the address.
pub fn page(below: &str) -> AnyView {
    adopt_style();
    let review = Review::of_session();
    review.catch_up(expect_context::<Readings>(), expect_context::<Journal>());
    let Some(page) = ReviewPage::parse(below) else { return view! { <NotFound/> }.into_any() };
    let body = match page {
        ReviewPage::Overview => view! { <Overview review/> }.into_any(),
        ReviewPage::People => of_snapshot(review, |snapshot| view! { <People snapshot/> }.into_any()),
        ReviewPage::User(ref id) => {
            let id = id.clone();
            of_snapshot(review, move |snapshot| view! { <UserAccess snapshot id=id.clone()/> }.into_any())
        }
        ReviewPage::Images => of_snapshot(review, |snapshot| view! { <Images snapshot/> }.into_any()),
        ReviewPage::Findings => {
            of_snapshot(review, move |snapshot| view! { <Findings review snapshot/> }.into_any())
        }
        ReviewPage::Compare => {
            of_snapshot(review, move |snapshot| view! { <Compare review snapshot/> }.into_any())
        }
        ReviewPage::SignOff => of_decisions(review),
    };
    view! {
        <Heading review page/>
        {body}
        <DiscardQuestion/>
    }
    .into_any()
}

/// What is decided on what was read. A snapshot that comes later does not take it away.
fn of_decisions(review: Review) -> AnyView {
    let has_snapshot = Memo::new(move |_| review.snapshot().is_some());
    dynamic(move || {
        if has_snapshot.get() {
            return view! { <SignOff review/> }.into_any();
        }
        of_snapshot(review, |_| ().into_any())
    })
    .into_any()
}

/// What follows from the snapshot; without one, the scan that reads it.
fn of_snapshot(review: Review, draw: impl Fn(Arc<Snapshot>) -> AnyView + Send + 'static) -> AnyView {
    let t = use_locale();
    dynamic(move || match review.snapshot() {
        Some(snapshot) => draw(snapshot),
        None => view! {
            <Empty title=t.prop(|w| w.review().no_snapshot) text=t.prop(|w| w.review().no_snapshot_means)/>
            <Overview review/>
        }
        .into_any(),
    })
}
