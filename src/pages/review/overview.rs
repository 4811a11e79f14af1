//! The overview: before a scan its scope, while it runs how far it is, and afterwards what it has read.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::snapshot_file::Opened;
use crate::components::apart::apart;
use crate::pages::plan::PasteList;
use crate::state::review::Review;
use crate::state::unsaved::Unsaved;
use crate::words::use_locale;
use domain::review::snapshot::Snapshot;
use domain::text::time::UnixMillis;

use super::coverage::CoverageView;
use super::files::{OpenFile, SaveSnapshot};
use super::findings::{ByOrganization, Tiles};
use super::progress::ScanProgress;
use super::start::Start;

#[component]
pub(super) fn Overview(review: Review) -> impl IntoView {
    let t = use_locale();
    let unsaved = expect_context::<Unsaved>();
    let on_opened = Callback::new(move |opened: Opened| {
        let opened = StoredValue::new(Some(opened));
        let show = move |()| {
            if let Some(opened) = opened.try_update_value(Option::take).flatten() {
                review.show_opened(opened);
            }
        };
        unsaved.lose(review.has_unsaved_decisions(), Callback::new(show));
    });
    let is_begun = Memo::new(move |_| review.status().is_some());
    let is_over = Memo::new(move |_| review.is_over());
    let has_snapshot = Memo::new(move |_| review.snapshot().is_some());
    let shown = StoredValue::new(untrack(|| review.snapshot()).map(|snapshot| snapshot.about.started));
    view! {
        <p class="lead">{t.label(|w| w.review().lead)}</p>
        <Show when=is_begun>
            <ScanProgress review/>
        </Show>
        {dynamic(move || {
            review.snapshot().map(|snapshot| {
                view! {
                    <CoverageView review snapshot=Arc::clone(&snapshot)/>
                    <SaveSnapshot review/>
                    {found(review, snapshot, shown)}
                }
            })
        })}
        <Show when=has_snapshot>
            <div class="review"><PasteList/></div>
        </Show>
        <Show when=is_over>
            <Start review/>
            <div class="review"><OpenFile review on_opened/></div>
        </Show>
    }
}

/// The findings at a glance. Those of another scan, which can take as long as a task may, come after the rest; after a
/// change the page stays where it is.
fn found(review: Review, snapshot: Arc<Snapshot>, shown: StoredValue<Option<UnixMillis>>) -> AnyView {
    let scan = Some(snapshot.about.started);
    let is_same = shown.get_value() == scan;
    shown.set_value(scan);
    let draw = move || {
        let snapshot = Arc::clone(&snapshot);
        view! {
            <Tiles review/>
            <ByOrganization review snapshot/>
        }
        .into_any()
    };
    if is_same { draw() } else { apart(draw) }
}
