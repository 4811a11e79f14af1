//! The buttons that save and open the file of a snapshot, and how far that is. The work itself is in a later part of the
//! program (`file_work.rs`).

use crate::view::prelude::*;

use crate::api::snapshot_file::Opened;
use crate::components::announcer::Announce;
use crate::components::copy::CopyButton;
use crate::components::file::File;
use crate::components::file_button::FileButton;
use crate::pages::parts::use_parts;
use crate::state::review::Review;
use crate::words::{Text, use_locale};

use super::file_work::{Fault, Opening, Saving};

/// "Save snapshot", and the digests of what was saved.
#[component]
pub(super) fn SaveSnapshot(review: Review) -> impl IntoView {
    let t = use_locale();
    let (evidence, announce) = (use_parts().evidence, expect_context::<Announce>());
    let (is_busy, saved) = (RwSignal::new(false), RwSignal::new(None));
    let saving = Saving { is_busy, saved, announce, t };
    let save = move |_| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        let failed = move || {
            is_busy.set(false);
            announce.toast(t.untracked().start.part);
        };
        evidence.call(move |evidence| (evidence.save)(review, saving), failed);
    };
    let label = move || if is_busy.get() { t.words().compare().saving } else { t.words().compare().save };
    let digests = move || {
        saved.get().map(|(name, written)| {
            view! {
                <dl class="digests">
                    <dt>{dynamic(move || (t.words().compare().saved)(&name))}</dt>
                    <dd></dd>
                    <Digest label=t.prop(|w| w.compare().digest) digest=written.file.to_string()/>
                    <Digest label=t.prop(|w| w.compare().content) digest=written.content.to_string()/>
                </dl>
            }
        })
    };
    view! {
        <div class="review">
            <button type="button" class="button" on:click=save>{dynamic(label)}</button>
            <p class="field__hint">{t.label(|w| w.compare().save_means)}</p>
            {dynamic(digests)}
        </div>
    }
}

#[component]
pub(super) fn Digest(label: Text, digest: String) -> impl IntoView {
    let t = use_locale();
    let text = Signal::stored(digest.clone());
    view! {
        <dt>{label}</dt>
        <dd><code class="id">{digest}</code> <CopyButton text label=t.prop(|w| w.compare().copy_digest)/></dd>
    }
}

/// "Open file". While it is read, how far that is; then what was in it, or why it was not opened.
#[component]
pub(super) fn OpenFile(review: Review, on_opened: Callback<Opened>) -> impl IntoView {
    let (t, evidence) = (use_locale(), use_parts().evidence);
    let (percent, fault) = (RwSignal::new(None), RwSignal::new(None));
    let opening = Opening { percent, fault, on_opened };
    let choose = Callback::new(move |file: Option<File>| {
        let Some(file) = file.filter(|_| percent.get_untracked().is_none()) else { return };
        fault.set(None);
        percent.set(Some(0));
        let failed = move || {
            percent.set(None);
            fault.set(Some(Fault::NoPart));
        };
        evidence.call(move |evidence| (evidence.open)(review, file, opening), failed);
    });
    let label = move || {
        let words = t.words().compare();
        percent.get().map_or_else(|| words.open.to_owned(), |percent| (words.opening)(percent))
    };
    let said = move || {
        fault.get().map(|fault| {
            let words = t.words();
            let said = match fault {
                Fault::NoPart => words.start.part.to_owned(),
                Fault::NotRead => words.compare().unreadable.to_owned(),
                Fault::Not(why) => (words.compare().not_opened)(&why),
            };
            view! { <p class="field__message" role="alert">{said}</p> }
        })
    };
    view! {
        <FileButton label=Signal::derive(label) accept=".jsonl" on_pick=choose/>
        {dynamic(said)}
    }
}
