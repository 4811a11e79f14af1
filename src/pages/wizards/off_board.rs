//! "Off-board": everything that takes a user's permissions away goes into the plan, after a look at what is in the way.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::view::prelude::*;

use crate::words::use_locale;
use domain::model::names::{Target, UserId};
use domain::model::user::Person;
use domain::plan::off_board::{Leaving, off_board};
use domain::plan::proposal::Obstacle;
use domain::review::snapshot::Snapshot;
use domain::text::reveal::visible;

use super::opener::Opener;
use super::successor::{SuccessorFields, Successors};
use super::wizard::Wizard;
use crate::pages::review::choosing::{tick, tick_box};

/// The button.
#[component]
pub(in crate::pages) fn OffBoard(snapshot: Arc<Snapshot>, id: UserId, called: String) -> impl IntoView {
    let t = use_locale();
    view! { <Opener label=t.prop(|w| w.off_board().off_board) of=|part| part.off_board snapshot id called/> }
}

/// The dialog.
pub fn dialog(snapshot: Arc<Snapshot>, id: UserId, called: String, is_asked: RwSignal<bool>) -> AnyView {
    view! { <Question snapshot id called is_asked/> }.into_any()
}

#[component]
fn Question(snapshot: Arc<Snapshot>, id: UserId, called: String, is_asked: RwSignal<bool>) -> impl IntoView {
    let t = use_locale();
    let ticked = RwSignal::new(BTreeSet::<UserId>::new());
    let users = {
        let id = id.clone();
        Memo::new(move |_| std::iter::once(id.clone()).chain(ticked.get()).collect::<Vec<_>>())
    };
    let successors = Successors::new();
    let is_tried = RwSignal::new(false);
    let alone = off_board(&Leaving { users: vec![id], ..Leaving::default() }, &snapshot);
    let namesakes = namesakes(&alone.obstacles);
    let sole: Memo<Vec<Target>> = {
        let snapshot = Arc::clone(&snapshot);
        Memo::new(move |_| {
            let leaving = Leaving { users: users.get(), ..Leaving::default() };
            needs_successor(&off_board(&leaving, &snapshot).obstacles)
        })
    };
    let is_missing = {
        let snapshot = Arc::clone(&snapshot);
        Signal::derive(move || sole.with(|sole| successors.is_missing(sole, &snapshot)))
    };
    let chooses_by = Arc::clone(&snapshot);
    let proposal = Memo::new(move |_| {
        let leaving = Leaving {
            users: users.get(),
            successor: successors.common(&snapshot).unwrap_or_default(),
            successors: successors.each(&snapshot),
            reason: None,
        };
        off_board(&leaving, &snapshot)
    });
    view! {
        <Wizard
            title=t.format(move |w| (w.off_board().off_board_of)(&called))
            proposal
            is_missing
            is_tried
            on_close=Callback::new(move |()| is_asked.set(false))
        >
            {namesake_boxes(namesakes, ticked)}
            <SuccessorFields snapshot=chooses_by successors sole is_tried/>
        </Wizard>
    }
}

/// What nobody else manages.
fn needs_successor(obstacles: &[Obstacle]) -> Vec<Target> {
    let target = |obstacle: &Obstacle| match obstacle {
        Obstacle::NeedsSuccessor(target) => Some(target.clone()),
        _ => None,
    };
    obstacles.iter().filter_map(target).collect()
}

fn namesakes(obstacles: &[Obstacle]) -> Vec<Person> {
    let namesake = |obstacle: &Obstacle| match obstacle {
        Obstacle::Namesake(person) => Some(person.clone()),
        _ => None,
    };
    obstacles.iter().filter_map(namesake).collect()
}

/// Others of the same name, of whom a person knows whether they are the same.
fn namesake_boxes(namesakes: Vec<Person>, ticked: RwSignal<BTreeSet<UserId>>) -> Option<AnyView> {
    let t = use_locale();
    let line = |person: Person| {
        let (id, shown) = (person.id.clone(), format!("{} · {}", person.name, person.id));
        let is_on = move || ticked.with(|all| all.contains(&person.id));
        let choose = move |on: bool| tick(ticked, id.clone(), on);
        tick_box(is_on, choose, move |_| visible(&shown))
    };
    (!namesakes.is_empty()).then(|| {
        view! {
            <fieldset class="field">
                <legend>{t.label(|w| w.off_board().namesakes)}</legend>
                {namesakes.into_iter().map(line).collect_view()}
            </fieldset>
        }
        .into_any()
    })
}
