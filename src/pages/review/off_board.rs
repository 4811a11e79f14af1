//! "Off-board": everything that takes a user's permissions away goes into the plan, after a look at what is in the way.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::components::choice::Choice;
use crate::components::dialog::{Dialog, DialogFoot};
use crate::components::field::TextField;
use crate::pages::plan::lines;
use crate::state::plan::Planning;
use crate::words::use_locale;
use domain::change::reason::Reason;
use domain::model::names::UserId;
use domain::model::user::Person;
use domain::plan::off_board::{Leaving, Succession, off_board};
use domain::plan::proposal::{Obstacle, Proposal};
use domain::plan::staging::Plan;
use domain::review::snapshot::Snapshot;

use super::choosing::{tick_box, user_by};

/// The button, and the dialog behind it.
#[component]
pub(super) fn OffBoard(snapshot: Arc<Snapshot>, id: UserId, called: String) -> impl IntoView {
    let t = use_locale();
    let is_asked = RwSignal::new(false);
    let dialog = move || {
        let (snapshot, id, called) = (Arc::clone(&snapshot), id.clone(), called.clone());
        is_asked.get().then(|| view! { <Question snapshot id called is_asked/> })
    };
    view! {
        <button type="button" class="button" on:click=move |_| is_asked.set(true)>
            {t.label(|w| w.off_board().off_board)}
        </button>
        {dynamic(dialog)}
    }
}

/// Who takes over, before a name is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Successor {
    Later,
    Somebody,
    Nobody,
}

/// What was chosen so far.
#[derive(Clone, Copy)]
struct Chosen {
    namesakes: RwSignal<BTreeSet<UserId>>,
    successor: RwSignal<Successor>,
    who: RwSignal<String>,
    reason: RwSignal<String>,
}

impl Chosen {
    /// `None` while the successor is missing.
    fn succession(self, snapshot: &Snapshot) -> Option<Succession> {
        Some(match self.successor.get() {
            Successor::Later => Succession::Ask,
            Successor::Nobody => Succession::Nobody,
            Successor::Somebody => Succession::By(self.who.with(|typed| user_by(snapshot, typed))?),
        })
    }

    fn leaving(self, id: &UserId, snapshot: &Snapshot) -> Leaving {
        let namesakes = self.namesakes.get();
        Leaving {
            users: std::iter::once(id.clone()).chain(namesakes).collect(),
            successor: self.succession(snapshot).unwrap_or_default(),
            reason: self.reason.with(|typed| Reason::new(typed)),
            ..Leaving::default()
        }
    }
}

#[component]
fn Question(snapshot: Arc<Snapshot>, id: UserId, called: String, is_asked: RwSignal<bool>) -> impl IntoView {
    let (t, planning, announce) = (use_locale(), Planning::of_session(), expect_context::<Announce>());
    let chosen = Chosen {
        namesakes: RwSignal::new(BTreeSet::new()),
        successor: RwSignal::new(Successor::Later),
        who: RwSignal::new(String::new()),
        reason: RwSignal::new(String::new()),
    };
    let is_tried = RwSignal::new(false);
    let alone = off_board(&Leaving { users: vec![id.clone()], ..Leaving::default() }, &snapshot);
    let needs_successor = alone.obstacles.iter().any(|one| matches!(one, Obstacle::NeedsSuccessor(_)));
    let namesakes = namesakes(&alone.obstacles);
    let missing = {
        let snapshot = Arc::clone(&snapshot);
        Signal::derive(move || is_tried.get() && chosen.succession(&snapshot).is_none())
    };
    let proposal = Memo::new(move |_| off_board(&chosen.leaving(&id, &snapshot), &snapshot));
    let close = Callback::new(move |()| is_asked.set(false));
    let stage = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        is_tried.set(true);
        if missing.get_untracked() {
            return;
        }
        let staging = planning.stage(proposal.with_untracked(|proposal| proposal.edits.clone()));
        let all = untrack(|| planning.with(Plan::len));
        announce.toast((t.untracked().plan().staged)(staging.added + staging.replaced, all));
        close.run(());
    };
    view! {
        <Dialog title=t.format(move |w| (w.off_board().off_board_of)(&called)) on_dismiss=close>
            <form class="dialog__body" novalidate on:submit=stage>
                <p>{dynamic(move || (t.words().off_board().edits)(proposal.with(|proposal| proposal.edits.len())))}</p>
                {namesake_boxes(namesakes, chosen)}
                {needs_successor.then(|| view! { <SuccessorField chosen missing/> })}
                {dynamic(move || proposal.with(obstacles))}
                <TextField label=t.prop(|w| w.plan().reason) value=chosen.reason/>
                <DialogFoot
                    cancel=t.prop(|w| w.run().cancel)
                    verb=t.prop(|w| w.off_board().stage)
                    busy=Signal::stored(false)
                    is_offline=Signal::stored(false)
                    on_cancel=close
                />
            </form>
        </Dialog>
    }
}

fn namesakes(obstacles: &[Obstacle]) -> Vec<Person> {
    let namesake = |obstacle: &Obstacle| match obstacle {
        Obstacle::Namesake(person) => Some(person.clone()),
        _ => None,
    };
    obstacles.iter().filter_map(namesake).collect()
}

/// Others of the same name, of whom a person knows whether they are the same.
fn namesake_boxes(namesakes: Vec<Person>, chosen: Chosen) -> Option<AnyView> {
    let t = use_locale();
    let tick = |person: Person| {
        let (id, shown) = (person.id.clone(), format!("{} · {}", person.name, person.id));
        let is_on = move || chosen.namesakes.with(|all| all.contains(&person.id));
        let choose = move |on: bool| {
            chosen.namesakes.update(|all| {
                if on {
                    all.insert(id.clone())
                } else {
                    all.remove(&id)
                };
            });
        };
        tick_box(is_on, choose, move |_| domain::text::reveal::visible(&shown))
    };
    (!namesakes.is_empty()).then(|| {
        view! {
            <fieldset class="field">
                <legend>{t.label(|w| w.off_board().namesakes)}</legend>
                {namesakes.into_iter().map(tick).collect_view()}
            </fieldset>
        }
        .into_any()
    })
}

#[component]
fn SuccessorField(chosen: Chosen, missing: Signal<bool>) -> impl IntoView {
    let t = use_locale();
    let is_somebody = Signal::derive(move || chosen.successor.get() == Successor::Somebody);
    let error = Signal::derive(move || missing.get().then(|| t.words().fix().manager_missing.to_owned()));
    view! {
        <Choice
            label=t.prop(|w| w.off_board().successor)
            options=vec![Successor::Later, Successor::Somebody, Successor::Nobody]
            word=|successor, words| {
                let words = words.off_board();
                match successor {
                    Successor::Later => words.later,
                    Successor::Somebody => words.somebody,
                    Successor::Nobody => words.nobody,
                }
                .to_owned()
            }
            value=chosen.successor
            on_choose=Callback::new(move |successor| chosen.successor.set(successor))
        />
        <Show when=is_somebody>
            <TextField
                label=t.prop(|w| w.fix().manager)
                value=chosen.who
                hint=t.prop(|w| w.fix().manager_means)
                error
            />
        </Show>
    }
}

/// What is in the way, and what no plan takes away.
fn obstacles(proposal: &Proposal) -> AnyView {
    let words = use_locale().words();
    let said: Vec<String> =
        proposal.obstacles.iter().filter_map(|one| (words.off_board().obstacle)(one)).collect();
    view! {
        <section class="review">
            <h3>{words.off_board().in_the_way}</h3>
            {lines(said, words)}
        </section>
    }
    .into_any()
}
