//! The dialog in which something is decided: what it is about, the decision, and why.

use crate::view::prelude::*;

use crate::components::choice::Choice;
use crate::components::dialog::Dialog;
use crate::components::field::TextField;
use crate::state::unsaved::Unsaved;
use crate::words::use_locale;
use domain::change::reason::Reason;
use domain::review::decisions::Refused;
use domain::table::rows::TableRow;
use domain::text::reveal::visible;

use super::asking::{Asking, Item};
use super::{groups, singles};

#[component]
pub(super) fn DecideDialog(asking: Asking) -> impl IntoView {
    dynamic(move || asking.asked.get().map(|item| view! { <Question asking item/> }))
}

#[component]
fn Question(asking: Asking, item: Item) -> impl IntoView {
    let t = use_locale();
    let present = asking.decided(&item);
    let verdict = RwSignal::new(present.as_ref().map(|decided| decided.verdict));
    let typed = present.and_then(|decided| decided.reason).map(|reason| reason.to_string());
    let before = typed.unwrap_or_else(|| asking.last.get_value());
    let reason = RwSignal::new(before.clone());
    let refused = RwSignal::new(None::<Refused>);
    let close = Callback::new(move |()| asking.asked.set(None));
    let unsaved = expect_context::<Unsaved>();
    unsaved.watch(Signal::derive(move || reason.with(|typed| typed.trim() != before.trim())));
    let dismiss = Callback::new(move |()| unsaved.leave(close));
    let options = item.options();
    let hint = match item {
        Item::Single(_) => t.prop(|w| w.sign_off().reason_means),
        Item::Group(_) => t.prop(|w| w.sign_off().reason_free),
    };
    let about = about(asking, &item);
    let of = StoredValue::new(item);
    let decide = move || {
        let why = reason.with_untracked(|typed| Reason::new(typed));
        let decided = of.with_value(|item| asking.decide(item, verdict.get_untracked(), why));
        refused.set(decided.err());
        decided.is_ok()
    };
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if decide() {
            close.run(());
        }
    };
    let send_and_go_on = move |_| {
        let next = of.with_value(|item| asking.after(item));
        if decide() {
            match next {
                Some(next) => {
                    asking.last.set_value(reason.get_untracked());
                    asking.show(next);
                }
                None => close.run(()),
            }
        }
    };
    let error =
        Signal::derive(move || refused.get().map(|why| (t.words().sign_off().refused)(why).to_owned()));
    view! {
        <Dialog title=t.prop(|w| w.sign_off().decide) on_dismiss=dismiss>
            <form class="dialog__body" novalidate on:submit=send>
                {about}
                <Choice
                    label=t.prop(|w| w.sign_off().decision)
                    options
                    word=|verdict, words| (words.sign_off().verdict)(verdict)
                    value=verdict
                    on_choose=Callback::new(move |chosen| verdict.set(chosen))
                />
                <TextField
                    label=t.prop(|w| w.sign_off().reason)
                    value=reason
                    hint
                    error
                />
                <div class="dialog__foot">
                    <button type="button" class="button" on:click=move |_| dismiss.run(())>
                        {t.label(|w| w.sign_off().cancel)}
                    </button>
                    <button type="button" class="button" on:click=send_and_go_on>
                        {t.label(|w| w.sign_off().decide_next)}
                    </button>
                    <button type="submit" class="button button--primary">{t.label(|w| w.sign_off().decide)}</button>
                </div>
            </form>
        </Dialog>
    }
}

/// What the question is about.
fn about(asking: Asking, item: &Item) -> AnyView {
    let t = use_locale();
    match item {
        Item::Single(row) => {
            let (row, why) = (row.clone(), row.why.clone());
            let images = (row.targets.len() > 1).then(|| groups::images(&row.targets));
            let said = move || {
                let words = t.words().sign_off();
                let why: Vec<&str> = why.iter().map(|why| (words.why_of)(*why)).collect();
                view! {
                    <p>{singles::sentence(&row, t.words())}</p>
                    <p class="field__hint">{why.join(" · ")}</p>
                }
            };
            view! { {dynamic(said)} {images} }.into_any()
        }
        Item::Group(row) => {
            let name = visible(row.name());
            view! {
                <p><b>{name}</b></p>
                {groups::list(asking, row)}
            }
            .into_any()
        }
    }
}
