//! The overview: before a scan its scope, while it runs how far it is, and afterwards what it has read.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::pages::plan::PasteList;
use crate::state::review::Review;
use crate::words::use_locale;

use super::coverage::CoverageView;
use super::files::{OpenFile, SaveSnapshot};
use super::findings::{ByOrganization, Tiles};
use super::progress::ScanProgress;
use super::start::Start;

#[component]
pub(super) fn Overview(review: Review) -> impl IntoView {
    let t = use_locale();
    let on_opened = Callback::new(move |opened| review.show_opened(opened));
    let is_begun = Memo::new(move |_| review.status().is_some());
    let is_over = Memo::new(move |_| review.is_over());
    let has_snapshot = Memo::new(move |_| review.snapshot().is_some());
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
                    <Tiles review/>
                    <ByOrganization review snapshot/>
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
