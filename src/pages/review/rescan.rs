//! A new scan on the page of a user: what was read before a run does not prove what the run has done.

use crate::view::prelude::*;

use crate::components::moment::day_and_time;
use crate::state::plan::Planning;
use crate::state::review::Review;
use crate::words::use_locale;

use super::progress::ScanProgress;

/// It is apart from what the snapshot says, so that it stays while that is drawn anew.
#[component]
pub(super) fn Rescan(review: Review) -> impl IntoView {
    let (t, planning) = (use_locale(), Planning::of_session());
    let is_begun = RwSignal::new(false);
    let older = Memo::new(move |_| {
        let (ran_at, started) = (planning.ran_at()?, review.snapshot()?.about.started);
        (started < ran_at && review.is_over()).then_some(ran_at)
    });
    let scan = Callback::new(move |()| {
        let Some(snapshot) = untrack(|| review.snapshot()) else { return };
        is_begun.set(true);
        review.start(snapshot.about.scope.clone());
    });
    let note = move || {
        let at = older.get()?;
        Some(view! {
            <p class="note note--warning">{dynamic(move || (t.words().proof().older_than_run)(&day_and_time(at)))}</p>
            <button type="button" class="button" on:click=move |_| scan.run(())>{t.label(|w| w.review().again)}</button>
        })
    };
    view! {
        {dynamic(note)}
        <Show when=Signal::derive(move || is_begun.get())>
            <ScanProgress review/>
        </Show>
    }
}
