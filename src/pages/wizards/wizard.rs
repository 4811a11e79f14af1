//! What the dialogs of all wizards have in common: what will be staged, what is in the way, why, and staging itself.

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::components::choice::Choice;
use crate::components::dialog::{Dialog, DialogFoot};
use crate::components::field::TextField;
use crate::pages::plan::{groups_of_images, lines, stage_and_say, totals};
use crate::state::plan::Planning;
use crate::state::unsaved::Unsaved;
use crate::words::{Text, Words, use_locale};
use domain::change::reason::Reason;
use domain::plan::clone_access::Fit;
use domain::plan::proposal::Proposal;
use domain::plan::rows::Grouped;
use domain::plan::staging::{Plan, Staged};

/// The dialog of a wizard. It closes by itself once something was staged.
#[component]
pub(in crate::pages) fn Wizard(
    /// Its name.
    title: Text,
    /// What the wizard proposes. The reason is added when it is staged.
    proposal: Memo<Proposal>,
    /// Whether a choice is missing, so that nothing can be staged.
    is_missing: Signal<bool>,
    /// Whether the user has tried to stage.
    is_tried: RwSignal<bool>,
    /// The dialog is done.
    on_close: Callback<()>,
    /// The choices.
    children: Children,
) -> impl IntoView {
    let (t, planning, announce) = (use_locale(), Planning::of_session(), expect_context::<Announce>());
    let (reason, grouped) = (RwSignal::new(String::new()), groups_of_images());
    let unsaved = expect_context::<Unsaved>();
    unsaved.watch(Signal::derive(move || reason.with(|typed| !typed.trim().is_empty())));
    let dismiss = Callback::new(move |()| unsaved.leave(on_close));
    let stage = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        is_tried.set(true);
        if is_missing.get_untracked() {
            return;
        }
        let edits = proposal.with_untracked(|proposal| proposal.edits.clone());
        if edits.is_empty() {
            announce.toast(t.untracked().wizards().nothing);
            return;
        }
        let reason = reason.with_untracked(|typed| Reason::new(typed));
        stage_and_say(planning, announce, t, with_reason(edits, reason.as_ref()));
        on_close.run(());
    };
    view! {
        <Dialog title on_dismiss=dismiss>
            <form class="dialog__body" novalidate on:submit=stage>
                {dynamic(move || proposal.with(|proposal| grouped.with(|grouped| preview(proposal, grouped, t.words()))))}
                {children()}
                {dynamic(move || proposal.with(|proposal| obstacles(proposal, t.words())))}
                <TextField label=t.prop(|w| w.plan().reason) value=reason/>
                <DialogFoot
                    cancel=t.prop(|w| w.run().cancel)
                    verb=t.prop(|w| w.wizards().stage)
                    on_cancel=dismiss
                />
            </form>
        </Dialog>
    }
}

/// Whether permissions are only added, or become exactly those of the model.
#[component]
pub(super) fn FitChoice(fit: RwSignal<Fit>) -> impl IntoView {
    let t = use_locale();
    view! {
        <Choice
            label=t.prop(|w| w.wizards().how)
            options=vec![Fit::AddOnly, Fit::Exactly]
            word=|fit, words| (words.wizards().fit)(fit).to_owned()
            value=fit
            on_choose=Callback::new(move |chosen| fit.set(chosen))
        />
    }
}

/// Edits with one reason. Without one they keep theirs.
fn with_reason(edits: Vec<Staged>, reason: Option<&Reason>) -> Vec<Staged> {
    let Some(reason) = reason else { return edits };
    edits.into_iter().map(|staged| Staged { reason: Some(reason.clone()), ..staged }).collect()
}

/// How many edits there will be, and what each user loses or gets.
fn preview(proposal: &Proposal, grouped: &Grouped, words: &'static Words) -> AnyView {
    let plan: Plan = proposal.edits.iter().cloned().collect();
    view! {
        <p>{(words.off_board().edits)(plan.len())}</p>
        {(!plan.is_empty()).then(|| lines(totals(&plan, grouped, words), words))}
    }
    .into_any()
}

/// What is left out or in the way, and what no plan takes away.
fn obstacles(proposal: &Proposal, words: &'static Words) -> Option<AnyView> {
    let given = (proposal.given > 0).then(|| (words.wizards().given)(proposal.given));
    let obstacles = proposal.obstacles.iter().filter_map(|one| (words.off_board().obstacle)(one));
    let said: Vec<String> = given.into_iter().chain(obstacles).collect();
    (!said.is_empty()).then(|| {
        view! {
            <section class="review">
                <h3>{words.off_board().in_the_way}</h3>
                {lines(said, words)}
            </section>
        }
        .into_any()
    })
}
