//! The dialog before a run: the numbers, the count of grave edits typed once, and why.

use crate::view::prelude::*;

use crate::components::dialog::{Dialog, DialogFoot};
use crate::components::field::{FieldKind, TextField};
use crate::pages::reason::ReasonField;
use crate::state::plan::Planning;
use crate::state::session::signed_in::use_signed_in;
use crate::state::writer::WriterState;
use crate::words::use_locale;
use domain::model::names::UserId;
use domain::plan::stages::steps;
use domain::plan::staging::Plan;

use super::buttons::SavePlan;

#[component]
pub(super) fn RunDialog(planning: Planning, is_asked: RwSignal<bool>) -> impl IntoView {
    dynamic(move || is_asked.get().then(|| view! { <Question planning is_asked/> }))
}

/// What the user is asked to confirm.
struct Asked {
    plan: Plan,
    steps: usize,
    grave: usize,
}

impl Asked {
    /// By the plan, and by what the review has read, as they are now.
    fn of(planning: Planning, caller: &UserId) -> Self {
        let grave = untrack(|| planning.grave()).len();
        untrack(|| planning.with(|plan| Self { plan: plan.clone(), steps: steps(plan, caller).len(), grave }))
    }

    fn is_same(&self, other: &Self) -> bool {
        self.grave == other.grave && self.plan.has_same_edits(&other.plan)
    }
}

#[component]
fn Question(planning: Planning, is_asked: RwSignal<bool>) -> impl IntoView {
    let t = use_locale();
    let caller = StoredValue::new(use_signed_in().caller().id);
    let asked = RwSignal::new(caller.with_value(|caller| Asked::of(planning, caller)));
    let grave = Memo::new(move |_| asked.with(|asked| asked.grave));
    let typed = RwSignal::new(String::new());
    let (is_tried, has_changed) = (RwSignal::new(false), RwSignal::new(false));
    let is_confirmed =
        move || grave.get() == 0 || typed.with(|typed| typed.trim() == grave.get().to_string());
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
        if !untrack(is_confirmed) || is_offline.get_untracked() {
            return;
        }
        // A scan that has ended, or a file that was opened, may have made another plan of it, or a graver one.
        let now = caller.with_value(|caller| Asked::of(planning, caller));
        if asked.with_untracked(|asked| asked.is_same(&now)) {
            planning.start(now.plan, reason);
            close.run(());
        } else {
            asked.set(now);
            typed.set(String::new());
            is_tried.set(false);
            has_changed.set(true);
        }
    };
    let not_saved = Signal::derive(move || !planning.is_saved());
    let field = move || {
        (grave.get() > 0).then(|| {
            view! {
                <TextField
                    label=t.format(move |w| (w.run().type_count)(grave.get()))
                    value=typed
                    kind=FieldKind::Digits
                    hint=t.prop(|w| w.plan().grave_means)
                    focused=true
                    error=wrong
                />
            }
        })
    };
    let numbers = move || asked.with(|asked| (t.words().run().numbers)(asked.plan.len(), asked.steps));
    let changed = move || {
        has_changed.get().then(|| {
            view! { <p class="note note--warning" role="alert">{t.label(|w| w.run().has_changed)}</p> }
        })
    };
    view! {
        <Dialog title=t.prop(|w| w.run().run) on_dismiss=close>
            <form class="dialog__body" novalidate on:submit=send>
                {dynamic(changed)}
                <p>{dynamic(numbers)} " " {t.label(|w| w.run().run_means)}</p>
                <Show when=not_saved>
                    <p class="field__hint">{t.label(|w| w.run().not_saved)}</p>
                    <SavePlan planning/>
                </Show>
                {dynamic(field)}
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
