//! The dialog before a run: the numbers, the count of grave edits typed once, and why.

use crate::view::prelude::*;

use crate::components::dialog::{Dialog, DialogFoot};
use crate::components::field::{FieldKind, TextField};
use crate::pages::reason::ReasonField;
use crate::state::plan::Planning;
use crate::state::session::signed_in::use_signed_in;
use crate::state::writer::WriterState;
use crate::words::use_locale;
use domain::plan::stages::steps;

use super::buttons::SavePlan;

#[component]
pub(super) fn RunDialog(planning: Planning, is_asked: RwSignal<bool>) -> impl IntoView {
    dynamic(move || is_asked.get().then(|| view! { <Question planning is_asked/> }))
}

#[component]
fn Question(planning: Planning, is_asked: RwSignal<bool>) -> impl IntoView {
    let t = use_locale();
    let caller = use_signed_in().caller().id;
    let (edits, of) = untrack(|| planning.with(|plan| (plan.len(), steps(plan, &caller).len())));
    let grave = untrack(|| planning.grave()).len();
    let typed = RwSignal::new(String::new());
    let is_tried = RwSignal::new(false);
    let is_confirmed = move || grave == 0 || typed.with(|typed| typed.trim() == grave.to_string());
    let wrong = Signal::derive(move || {
        (is_tried.get() && !is_confirmed()).then(|| t.words().run().count_wrong.to_owned())
    });
    let is_offline = Signal::derive(move || planning.is_offline());
    let reason = ReasonField::new(WriterState {
        is_running: Signal::stored(false),
        is_offline,
        policy: planning.policy(),
    });
    let close = Callback::new(move |()| is_asked.set(false));
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        is_tried.set(true);
        let Ok(reason) = reason.check() else { return };
        if untrack(is_confirmed) && !is_offline.get_untracked() {
            planning.start(reason);
            close.run(());
        }
    };
    let not_saved = Signal::derive(move || !planning.is_saved());
    let field = (grave > 0).then(|| {
        view! {
            <TextField
                label=t.format(move |w| (w.run().type_count)(grave))
                value=typed
                kind=FieldKind::Digits
                hint=t.prop(|w| w.plan().grave_means)
                focused=true
                error=wrong
            />
        }
    });
    view! {
        <Dialog title=t.prop(|w| w.run().run) on_dismiss=close>
            <form class="dialog__body" novalidate on:submit=send>
                <p>{dynamic(move || (t.words().run().numbers)(edits, of))} " " {t.label(|w| w.run().run_means)}</p>
                <Show when=not_saved>
                    <p class="field__hint">{t.label(|w| w.run().not_saved)}</p>
                    <SavePlan planning/>
                </Show>
                {field}
                {reason.view()}
                <p class="field__hint">{t.label(|w| w.run().other_browsers)}</p>
                <DialogFoot
                    cancel=t.prop(|w| w.run().cancel)
                    verb=t.prop(|w| w.run().run)
                    is_offline
                    on_cancel=close
                />
            </form>
        </Dialog>
    }
}
