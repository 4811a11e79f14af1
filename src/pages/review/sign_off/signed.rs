//! Signed decisions: what was signed by whom, the way back, and the files.

use std::sync::Arc;

use crate::view::prelude::*;
use leptos::html;

use crate::components::announcer::Announce;
use crate::components::focus::nobody_has_focus;
use crate::components::moment::day_and_time;
use crate::state::review::{Review, Signed};
use crate::words::use_locale;
use domain::text::reveal::visible;

use super::open::StageDecisions;
use super::package::PackageFiles;
use super::sign::{count_table, left_open};

#[component]
pub(super) fn SignedView(review: Review) -> impl IntoView {
    let signed = untrack(|| review.signing().signed());
    signed.map(|signed| view! { <Whole review signed/> })
}

#[component]
fn Whole(review: Review, signed: Arc<Signed>) -> impl IntoView {
    let (t, announce) = (use_locale(), expect_context::<Announce>());
    let sign_off = &signed.sign_off;
    let (by, at) = (visible(sign_off.by().name.as_str()), sign_off.at());
    let (counts, not_read, own) = (sign_off.counts(), sign_off.not_read(), sign_off.own());
    let digest = signed.digest.to_string();
    let here = NodeRef::<html::Section>::new();
    // The button that signed is gone, and so is the dialog.
    effect(move || {
        if here.get().is_some() {
            request_animation_frame(move || {
                request_animation_frame(move || {
                    if let Some(here) = here.try_get_untracked().flatten().filter(|_| nobody_has_focus()) {
                        let _ = here.focus();
                    }
                });
            });
        }
    });
    let reopen = move |_| {
        review.signing().reopen();
        announce.toast(t.untracked().sign_off().reopened.to_owned());
    };
    let decided = move || (t.words().sign_off().progress)(counts.decided(), counts.all());
    view! {
        <section class="review" tabindex="-1" node_ref=here aria-label=t.label(|w| w.sign_off().signed)>
            <h2>{t.label(|w| w.sign_off().signed)}</h2>
            <p>{dynamic(move || (t.words().sign_off().signed_by)(&by, &day_and_time(at)))} " " {dynamic(decided)}</p>
            <p>{t.label(|w| w.sign_off().statement_text)}</p>
            {count_table(counts)}
            {left_open(not_read, own)}
            <dl class="digests">
                <dt>{t.label(|w| w.sign_off().snapshot)}</dt>
                <dd><code class="id">{digest}</code></dd>
            </dl>
            <div class="toolbar">
                <StageDecisions review/>
                <button type="button" class="button" on:click=reopen>{t.label(|w| w.sign_off().reopen)}</button>
            </div>
            <p class="field__hint">{t.label(|w| w.sign_off().reopen_means)}</p>
        </section>
        <PackageFiles review signed/>
    }
}
