//! The dialog that accepts a finding: why, and until when. An accepted finding is not a fixed one, so it comes back.

use crate::view::prelude::*;

use crate::components::dialog::Dialog;
use crate::components::field::TextField;
use crate::pages::outside::DayField;
use crate::state::clock::now;
use crate::state::review::Review;
use crate::state::unsaved::Unsaved;
use crate::words::{Text, use_locale};
use domain::change::reason::Reason;
use domain::outside::draft::{first_day, until};
use domain::outside::until::Until;
use domain::review::findings::Accepted;
use domain::text::time::UnixMillis;

use super::finding::Said;

#[component]
pub(super) fn Accept(review: Review, asked: RwSignal<Option<Said>>) -> impl IntoView {
    dynamic(move || asked.get().map(|said| view! { <AcceptDialog review said asked/> }))
}

#[component]
fn AcceptDialog(review: Review, said: Said, asked: RwSignal<Option<Said>>) -> impl IntoView {
    let t = use_locale();
    let reason = RwSignal::new(String::new());
    let day = RwSignal::new(first_day(None, now()).0);
    let is_tried = RwSignal::new(false);
    let close = Callback::new(move |()| asked.set(None));
    let unsaved = expect_context::<Unsaved>();
    unsaved.watch(Signal::derive(move || reason.with(|typed| !typed.trim().is_empty())));
    let dismiss = Callback::new(move |()| unsaved.leave(close));
    let no_reason = Signal::derive(move || {
        let is_missing = is_tried.get() && reason.with(|typed| Reason::new(typed).is_none());
        is_missing.then(|| t.words().findings().why_missing.to_owned())
    });
    let no_day = Signal::derive(move || {
        let is_missing = is_tried.get() && day.with(|day| end_of(day).is_none());
        is_missing.then(|| t.words().findings().until_missing.to_owned())
    });
    let finding = said.finding;
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        is_tried.set(true);
        let (reason, until) =
            (reason.with_untracked(|typed| Reason::new(typed)), day.with_untracked(|day| end_of(day)));
        if let (Some(reason), Some(until)) = (reason, until) {
            review.accept(Accepted { finding: finding.clone(), reason, by: review.caller(), until });
            close.run(());
        }
    };
    let sentence = said.sentence;
    let hint: Text = Signal::stored(String::new());
    view! {
        <Dialog title=t.format(|w| w.findings().accept.to_owned()) on_dismiss=dismiss>
            <form class="dialog__body" novalidate on:submit=send>
                <p>{sentence}</p>
                <p class="field__hint">{t.label(|w| w.findings().accept_means)}</p>
                <TextField label=t.prop(|w| w.findings().why) value=reason focused=true error=no_reason/>
                <DayField label=t.prop(|w| w.findings().until) value=day hint error=no_day/>
                <div class="dialog__foot">
                    <button type="button" class="button" on:click=move |_| dismiss.run(())>
                        {t.label(|w| w.review_tables().close)}
                    </button>
                    <button type="submit" class="button button--primary">{t.label(|w| w.findings().accept)}</button>
                </div>
            </form>
        </Dialog>
    }
}

/// The end of a day that is not over yet.
fn end_of(day: &str) -> Option<UnixMillis> {
    match until(day, false, None, now()) {
        Ok(Until::End(end)) => Some(end),
        _ => None,
    }
}
