//! `/review`: one dated reading of everything, and what follows from it.

mod access_of;
pub(in crate::pages) mod choosing;
mod compare;
mod coverage;
mod file_work;
mod files;
mod findings;
mod heading;
mod images;
mod matrix;
mod overview;
mod people;
mod progress;
mod proof;
mod rescan;
pub(in crate::pages) mod selecting;
mod sign_off;
mod start;
mod statement;
mod style;
mod table;
mod user;
mod users_of;

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::empty::Empty;
use crate::pages::not_found::NotFound;
use crate::pages::parts::{use_parts, view_of};
use crate::state::journal::Journal;
use crate::state::readings::Readings;
use crate::state::review::Review;
use crate::state::unsaved::Unsaved;
use crate::words::use_locale;
use domain::paths::ReviewPage;
use domain::review::snapshot::Snapshot;

use findings::Findings;
use heading::Heading;
use images::Images;
use overview::Overview;
use people::People;
use rescan::Rescan;
use user::UserAccess;

pub(in crate::pages) use compare::compare;
pub(in crate::pages) use file_work::{Opening, Saving, open, save};
pub(in crate::pages) use findings::{Asked, Stager, fix_dialog};
pub(in crate::pages) use matrix::matrix;
pub(in crate::pages) use progress::keep_focus;
pub(in crate::pages) use sign_off::sign_off;
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
            let of_user = move |snapshot| view! { <UserAccess snapshot id=id.clone()/> }.into_any();
            view! { <Rescan review/> {of_snapshot(review, of_user)} }.into_any()
        }
        ReviewPage::Images => of_snapshot(review, |snapshot| view! { <Images snapshot/> }.into_any()),
        ReviewPage::Matrix => {
            let planning = use_parts().planning;
            of_snapshot(review, move |snapshot| {
                view_of(planning, move |planning| (planning.matrix)(Arc::clone(&snapshot)))
            })
        }
        ReviewPage::Findings => {
            of_snapshot(review, move |snapshot| view! { <Findings review snapshot/> }.into_any())
        }
        ReviewPage::Compare => {
            let evidence = use_parts().evidence;
            of_snapshot(review, move |snapshot| {
                view_of(evidence, move |evidence| (evidence.compare)(review, Arc::clone(&snapshot)))
            })
        }
        ReviewPage::SignOff => of_decisions(review),
    };
    view! {
        <Heading review page/>
        {body}
    }
    .into_any()
}

/// What is decided on what was read. A snapshot that comes later does not take it away.
fn of_decisions(review: Review) -> AnyView {
    let evidence = use_parts().evidence;
    let has_snapshot = Memo::new(move |_| review.snapshot().is_some());
    dynamic(move || {
        if has_snapshot.get() {
            return view_of(evidence, move |evidence| (evidence.sign_off)(review));
        }
        of_snapshot(review, |_| ().into_any())
    })
    .into_any()
}

/// What follows from the snapshot; without one, the scan that reads it.
fn of_snapshot(review: Review, draw: impl Fn(Arc<Snapshot>) -> AnyView + Send + 'static) -> AnyView {
    let (t, unsaved) = (use_locale(), expect_context::<Unsaved>());
    let is_begun = Memo::new(move |_| unsaved.is_begun());
    // A later snapshot is drawn once nothing is typed on the page any more.
    let snapshot = Memo::new(move |before: Option<&Option<Arc<Snapshot>>>| {
        let present = review.snapshot();
        before.cloned().flatten().filter(|_| is_begun.get()).or(present)
    });
    dynamic(move || match snapshot.get() {
        Some(snapshot) => draw(snapshot),
        None => view! {
            <Empty title=t.prop(|w| w.review().no_snapshot) text=t.prop(|w| w.review().no_snapshot_means)/>
            <Overview review/>
        }
        .into_any(),
    })
}
