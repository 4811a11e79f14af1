//! The dialog that stages one level, or none, for users on organizations and images.

use std::sync::Arc;

use crate::view::prelude::*;
use leptos::html;

use crate::components::announcer::Announce;
use crate::components::choice::Choice;
use crate::components::field::TextField;
use crate::pages::parts::{dialog_of, use_parts};
use crate::pages::plan::say_changed;
use crate::state::plan::Planning;
use crate::words::{Locale, Words, use_locale};
use domain::change::write::{DESIRED, Desired};
use domain::model::names::{Target, UserId};
use domain::model::user::Person;
use domain::plan::by_hand::{ByHand, by_hand};
use domain::plan::proposal::Proposal;
use domain::plan::staged_on::{StagedOn, staged_on};
use domain::review::snapshot::Snapshot;
use domain::text::reveal::visible;

use super::wizard::Wizard;
use crate::pages::review::choosing::user_by;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// On what.
    pub(in crate::pages) targets: Vec<Target>,
    /// For whom; `None` for a user who is typed.
    pub(in crate::pages) user: Option<Person>,
    /// What is chosen at first.
    pub(in crate::pages) desired: Desired,
}

impl Asked {
    fn title(&self, words: &'static Words) -> String {
        let place = match &*self.targets {
            [target] => visible(target.to_string()),
            targets => {
                let images = targets.iter().filter(|target| target.image().is_some()).count();
                (words.wizards().places)(targets.len() - images, images)
            }
        };
        match &self.user {
            Some(user) => (words.wizards().stage_for)(&visible(user.name.as_str()), &place),
            None => (words.wizards().stage_another)(&place),
        }
    }
}

/// The dialog, while something is asked for.
#[component]
pub(in crate::pages) fn StageByHand(
    snapshot: Arc<Snapshot>,
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView {
    let planning = use_parts().planning;
    let close = Callback::new(move |()| asked.set(None));
    dynamic(move || {
        let snapshot = Arc::clone(&snapshot);
        asked.get().map(|what| {
            dialog_of(planning, close, move |planning| {
                (planning.by_hand)(Arc::clone(&snapshot), what.clone(), asked)
            })
        })
    })
}

/// The dialog itself.
pub fn dialog(snapshot: Arc<Snapshot>, what: Asked, asked: RwSignal<Option<Asked>>) -> AnyView {
    view! { <Question snapshot what asked/> }.into_any()
}

#[component]
fn Question(snapshot: Arc<Snapshot>, what: Asked, asked: RwSignal<Option<Asked>>) -> impl IntoView {
    let t = use_locale();
    let (typed, is_tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let desired = RwSignal::new(what.desired);
    let is_typed = what.user.is_none();
    let titled = what.clone();
    let user: Memo<Option<Person>> = {
        let (snapshot, given) = (Arc::clone(&snapshot), what.user.clone());
        Memo::new(move |_| given.clone().or_else(|| typed.with(|typed| user_by(&snapshot, typed))))
    };
    let is_missing = Signal::derive(move || user.with(Option::is_none));
    let proposal = Memo::new(move |_| {
        let Some(user) = user.get() else { return Proposal::default() };
        let (targets, desired) = (what.targets.clone(), desired.get());
        by_hand(&ByHand { targets, users: vec![user], desired, reason: None }, &snapshot)
    });
    let error = Signal::derive(move || {
        (is_tried.get() && is_missing.get()).then(|| t.words().fix().manager_missing.to_owned())
    });
    let who = is_typed.then(|| {
        view! {
            <TextField
                label=t.prop(|w| w.wizards().for_whom)
                value=typed
                hint=t.prop(|w| w.fix().manager_means)
                focused=true
                error
            />
        }
    });
    view! {
        <Wizard
            title=t.format(move |w| titled.title(w))
            proposal
            is_missing
            is_tried
            on_close=Callback::new(move |()| asked.set(None))
        >
            {who}
            <Choice
                label=t.prop(|w| w.wizards().level)
                options=DESIRED.to_vec()
                word=|level: Desired, words| {
                    level.map_or(words.wizards().no_permission, |level| words.levels.name(level)).to_owned()
                }
                value=desired
                on_choose=Callback::new(move |level| desired.set(level))
            />
        </Wizard>
    }
}

/// What the plan does to a user on some targets, in words; nothing where it does nothing.
pub(in crate::pages) fn staged_words(targets: Vec<Target>, user: UserId) -> AnyView {
    let (t, planning) = (use_locale(), Planning::of_session());
    let staged = Memo::new(move |_| planning.with(|plan| staged_on(plan, &targets, &user)));
    dynamic(move || {
        (t.words().wizards().staged_on)(staged.get()).map(|said| view! { <span class="badge">{said}</span> })
    })
}

/// "Stage…" and "Take back" of a row.
pub(in crate::pages) fn row_buttons(
    asked: RwSignal<Option<Asked>>,
    about: Asked,
    user: UserId,
    name: String,
) -> AnyView {
    let (t, planning, announce) = (use_locale(), Planning::of_session(), expect_context::<Announce>());
    let (targets, id) = (about.targets.clone(), user.clone());
    let staged = Memo::new(move |_| planning.with(|plan| staged_on(plan, &targets, &id)));
    let is_staged = Signal::derive(move || staged.get() != StagedOn::Nothing);
    let targets = about.targets.clone();
    let stage_button = NodeRef::<html::Button>::new();
    let take_back = Callback::new(move |()| {
        // The button that was pressed goes. The focus stays in the row.
        if let Some(button) = stage_button.get_untracked() {
            let _ = button.focus();
        }
        take_back(planning, announce, t, (&targets, &user));
    });
    let ask = move |_| {
        let desired = match staged.get_untracked() {
            StagedOn::All(desired) => desired,
            StagedOn::Nothing | StagedOn::Some(_) => about.desired,
        };
        asked.set(Some(Asked { desired, ..about.clone() }));
    };
    let (stage_name, back_name) = (name.clone(), StoredValue::new(name));
    view! {
        <button
            type="button"
            class="button button--row"
            node_ref=stage_button
            aria-label=move || (t.words().wizards().stage_level_of)(&stage_name)
            on:click=ask
        >
            {t.label(|w| w.wizards().stage_level)}
        </button>
        " "
        <Show when=is_staged>
            <button
                type="button"
                class="button button--row"
                aria-label=move || back_name.with_value(|name| (t.words().wizards().take_back_of)(name))
                on:click=move |_| take_back.run(())
            >
                {t.label(|w| w.plan().take_back)}
            </button>
        </Show>
    }
    .into_any()
}

/// Takes back what is staged for a user on targets, and says so.
pub(in crate::pages) fn take_back(
    planning: Planning,
    announce: Announce,
    t: Locale,
    (targets, user): (&[Target], &UserId),
) {
    let count = planning.take_back_all(targets.iter().map(|target| (target.clone(), user.clone())).collect());
    say_changed(planning, announce, t, count);
}
