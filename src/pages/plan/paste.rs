//! "Paste list": the edits of a list that is pasted or opened go into the plan, after a look at the lines that are not used.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::list::sheet;
use crate::components::announcer::Announce;
use crate::components::dialog::{Dialog, DialogFoot};
use crate::components::field::TextField;
use crate::components::file::{self, File, FileFault};
use crate::components::file_button::FileButton;
use crate::components::text_area::TextArea;
use crate::pages::parts::{dialog_of, use_parts};
use crate::state::navigation::Navigation;
use crate::state::plan::Planning;
use crate::state::review::Review;
use crate::state::spawn;
use crate::state::unsaved::Unsaved;
use crate::words::{Language, Words, use_locale};
use domain::change::reason::Reason;
use domain::paths::ReviewPage;
use domain::plan::pasted::{Pasted, Refused, Why, pasted};
use domain::plan::staging::Staged;
use domain::review::snapshot::Snapshot;

use super::overview::lines;
use super::say::say_staged;

/// The button, and the dialog behind it.
#[component]
pub(in crate::pages) fn PasteList() -> impl IntoView {
    let (t, planning) = (use_locale(), use_parts().planning);
    let is_asked = RwSignal::new(false);
    let close = Callback::new(move |()| is_asked.set(false));
    let dialog = move || {
        is_asked.get().then(|| dialog_of(planning, close, move |planning| (planning.paste)(is_asked)))
    };
    view! {
        <button type="button" class="button" on:click=move |_| is_asked.set(true)>
            {t.label(|w| w.pasted().paste)}
        </button>
        {dynamic(dialog)}
    }
}

/// The dialog.
pub fn paste(is_asked: RwSignal<bool>) -> AnyView {
    let (review, planning) = (Review::of_session(), Planning::of_session());
    let close = Callback::new(move |()| is_asked.set(false));
    match untrack(|| review.snapshot()) {
        Some(snapshot) => view! { <Question planning snapshot close/> }.into_any(),
        None => view! { <ScanFirst close/> }.into_any(),
    }
}

/// Without a snapshot nobody knows what an edit should expect.
#[component]
fn ScanFirst(close: Callback<()>) -> impl IntoView {
    let t = use_locale();
    view! {
        <Dialog title=t.prop(|w| w.pasted().paste) on_dismiss=close>
            <div class="dialog__body">
                <p>{t.label(|w| w.pasted().scan_first)} " " {to_review()}</p>
                <div class="dialog__foot">
                    <button type="button" class="button" on:click=move |_| close.run(())>
                        {t.label(|w| w.run().cancel)}
                    </button>
                </div>
            </div>
        </Dialog>
    }
}

fn to_review() -> AnyView {
    let (t, navigation) = (use_locale(), expect_context::<Navigation>());
    let route = ReviewPage::Overview.route();
    view! { <a class="link" href=move || navigation.href(&route)>{t.label(|w| w.pasted().to_review)}</a> }
        .into_any()
}

/// What a file gave beside its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Note {
    Not(FileFault),
    OtherEncoding(&'static str),
}

#[component]
fn Question(planning: Planning, snapshot: Arc<Snapshot>, close: Callback<()>) -> impl IntoView {
    let (t, announce) = (use_locale(), expect_context::<Announce>());
    let (text, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (note, is_tried) = (RwSignal::new(None::<Note>), RwSignal::new(false));
    let read = Memo::new(move |_| text.with(|text| pasted(&sheet(text), &snapshot)));
    let has_none = move || read.with(|read| read.edits.is_empty());
    let error =
        Signal::derive(move || (is_tried.get() && has_none()).then(|| t.words().pasted().nothing.to_owned()));
    let unsaved = expect_context::<Unsaved>();
    unsaved.watch(Signal::derive(move || text.with(|text| !text.trim().is_empty())));
    let dismiss = Callback::new(move |()| unsaved.leave(close));
    let stage = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        is_tried.set(true);
        if untrack(has_none) {
            return;
        }
        let reason = reason.with_untracked(|typed| Reason::new(typed));
        let with_reason =
            |staged: Staged| Staged { reason: staged.reason.or_else(|| reason.clone()), ..staged };
        let edits = read.with_untracked(|read| read.edits.iter().cloned().map(with_reason).collect());
        let staging = planning.stage(edits);
        say_staged(planning, announce, t, staging.added + staging.replaced);
        close.run(());
    };
    let numbers = move || read.with(|read| (t.words().pasted().numbers)(read.edits.len(), read.already));
    effect(move || {
        let refused = read.with(|read| read.refused.len());
        let said = [Some(numbers()), (refused > 0).then(|| (t.words().pasted().refused)(refused))];
        if text.with_untracked(|text| !text.trim().is_empty()) {
            announce.aloud(said.into_iter().flatten().collect::<Vec<_>>().join(" "));
        }
    });
    view! {
        <Dialog title=t.prop(|w| w.pasted().paste) on_dismiss=dismiss>
            <form class="dialog__body" novalidate on:submit=stage>
                <TextArea
                    label=t.prop(|w| w.pasted().list)
                    value=text
                    hint=t.prop(|w| w.pasted().list_means)
                    error
                />
                {open_button(text, note)}
                <p>{dynamic(numbers)}</p>
                {dynamic(move || read.with(|read| not_used(read, t.words())))}
                <TextField
                    label=t.prop(|w| w.plan().reason)
                    value=reason
                    hint=t.prop(|w| w.pasted().reason_means)
                />
                <DialogFoot
                    cancel=t.prop(|w| w.run().cancel)
                    verb=t.prop(|w| w.wizards().stage)
                    on_cancel=dismiss
                />
            </form>
        </Dialog>
    }
}

/// "Open list": the text of a file takes the place of what is in the field.
fn open_button(text: RwSignal<String>, note: RwSignal<Option<Note>>) -> AnyView {
    let t = use_locale();
    let open = Callback::new(move |file: Option<File>| {
        let Some(file) = file else { return };
        let is_chinese = untrack(|| t.language()) == Language::Chinese;
        spawn(async move {
            let now = match file::read(file, is_chinese).await {
                Ok(opened) => {
                    let _ = text.try_set(opened.text);
                    opened.other_encoding.map(Note::OtherEncoding)
                }
                Err(fault) => Some(Note::Not(fault)),
            };
            let _ = note.try_set(now);
        });
    });
    let said = move || {
        let words = t.words().pasted();
        let said = match note.get()? {
            Note::Not(FileFault::TooLarge) => words.too_large.to_owned(),
            Note::Not(FileFault::Unreadable) => words.unreadable.to_owned(),
            Note::OtherEncoding(name) => (words.other_encoding)(name),
        };
        Some(view! { <p class="field__message" role="alert">{said}</p> })
    };
    view! {
        <div class="field">
            <FileButton
                label=t.prop(|w| w.pasted().open)
                accept=file::LISTS
                on_pick=open
            />
            {dynamic(said)}
        </div>
    }
    .into_any()
}

/// The lines that are not used, each with its reason, and the columns that mean nothing.
fn not_used(read: &Pasted, words: &'static Words) -> AnyView {
    let own = words.pasted();
    let is_unread = |refused: &Refused| matches!(refused.why, Why::NotScanned(_) | Why::NotRead(_));
    let has_unread = read.refused.iter().any(is_unread);
    let section = (!read.refused.is_empty()).then(|| {
        let heading = (own.refused)(read.refused.len());
        let label = heading.clone();
        view! {
            <section class="review" aria-label=label>
                <h3>{heading}</h3>
                {lines(read.refused.iter().map(own.line).collect(), words)}
                {has_unread.then(|| view! { <p class="note">{own.scan_again} " " {to_review()}</p> })}
            </section>
        }
    });
    let ignored = (!read.ignored.is_empty()).then(|| {
        view! { <p class="field__hint">{(own.ignored)(&read.ignored.join(", "))}</p> }
    });
    view! {
        {section}
        {ignored}
    }
    .into_any()
}
