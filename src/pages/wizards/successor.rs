//! Who takes over what a user who leaves manages alone: one choice for all of it, and another one where it differs.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::choice::Choice;
use crate::components::field::TextField;
use crate::words::{Text, Words, use_locale};
use domain::model::names::Target;
use domain::plan::off_board::Succession;
use domain::review::snapshot::Snapshot;
use domain::text::reveal::visible;

use crate::pages::review::choosing::user_by;

/// So many organizations and images have a choice of their own. The rest follow the one for all.
const MOST: usize = 20;

/// Who takes over, before a name is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Later,
    Somebody,
    Nobody,
}

impl Who {
    const ALL: [Self; 3] = [Who::Later, Who::Somebody, Who::Nobody];

    fn word(self, words: &'static Words) -> &'static str {
        let words = words.off_board();
        match self {
            Who::Later => words.later,
            Who::Somebody => words.somebody,
            Who::Nobody => words.nobody,
        }
    }

    /// `None` while the name is missing.
    fn succession(self, typed: &str, snapshot: &Snapshot) -> Option<Succession> {
        Some(match self {
            Who::Later => Succession::Ask,
            Who::Nobody => Succession::Nobody,
            Who::Somebody => Succession::By(user_by(snapshot, typed)?),
        })
    }
}

/// What was chosen so far.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Successors {
    who: RwSignal<Who>,
    name: RwSignal<String>,
    /// Those of their own, with what is typed.
    own: RwSignal<BTreeMap<Target, (Who, String)>>,
}

impl Successors {
    pub(in crate::pages) fn new() -> Self {
        let (who, name) = (RwSignal::new(Who::Later), RwSignal::new(String::new()));
        Self { who, name, own: RwSignal::new(BTreeMap::new()) }
    }

    /// The choice for all; `None` while the name is missing.
    pub(in crate::pages) fn common(self, snapshot: &Snapshot) -> Option<Succession> {
        self.name.with(|typed| self.who.get().succession(typed, snapshot))
    }

    /// The choices that differ. Where the name is missing, it is still to be decided.
    pub(in crate::pages) fn each(self, snapshot: &Snapshot) -> BTreeMap<Target, Succession> {
        let chosen = |(target, (who, typed)): (&Target, &(Who, String))| {
            (target.clone(), who.succession(typed, snapshot).unwrap_or_default())
        };
        self.own.with(|own| own.iter().map(chosen).collect())
    }

    /// Whether a name is missing, of those that matter.
    pub(in crate::pages) fn is_missing(self, sole: &[Target], snapshot: &Snapshot) -> bool {
        let is_open =
            |(_, (who, typed)): (&Target, &(Who, String))| who.succession(typed, snapshot).is_none();
        let is_own_open =
            self.own.with(|own| own.iter().filter(|(target, _)| sole.contains(target)).any(is_open));
        is_own_open || (!sole.is_empty() && self.common(snapshot).is_none())
    }
}

/// The choices, if there is something that nobody else manages.
#[component]
pub(in crate::pages) fn SuccessorFields(
    snapshot: Arc<Snapshot>,
    successors: Successors,
    /// What nobody else manages.
    sole: Memo<Vec<Target>>,
    /// Whether the user has tried to stage.
    is_tried: RwSignal<bool>,
) -> impl IntoView {
    let t = use_locale();
    let snapshot = StoredValue::new(snapshot);
    let is_any = Signal::derive(move || sole.with(|sole| !sole.is_empty()));
    let is_somebody = Signal::derive(move || successors.who.get() == Who::Somebody);
    let error = Signal::derive(move || {
        let is_missing = snapshot.with_value(|snapshot| successors.common(snapshot).is_none());
        (is_tried.get() && is_missing).then(|| t.words().fix().manager_missing.to_owned())
    });
    let several = Signal::derive(move || sole.with(|sole| sole.len() > 1));
    let shown = move || sole.with(|sole| sole.iter().take(MOST).cloned().collect::<Vec<_>>());
    let own = move |target: Target| view! { <OwnFields snapshot successors target is_tried/> };
    let more = move || {
        let rest = sole.with(|sole| sole.len().saturating_sub(MOST));
        (rest > 0).then(|| view! { <p>{(t.words().wizards().more_as_above)(rest)}</p> })
    };
    view! {
        <Show when=is_any>
            <Choice
                label=t.prop(|w| w.off_board().successor)
                options=Who::ALL.to_vec()
                word=|who, words| who.word(words).to_owned()
                value=successors.who
                on_choose=Callback::new(move |who| successors.who.set(who))
            />
            <Show when=is_somebody>
                <TextField
                    label=t.prop(|w| w.fix().manager)
                    value=successors.name
                    hint=t.prop(|w| w.fix().manager_means)
                    error
                />
            </Show>
            <Show when=several>
                <details class="several">
                    <summary>{dynamic(move || (t.words().wizards().each)(sole.with(Vec::len)))}</summary>
                    <div class="successors">
                        <For each=shown key=Target::clone children=own/>
                        {dynamic(more)}
                    </div>
                </details>
            </Show>
        </Show>
    }
}

/// The choice for one organization or image.
#[component]
fn OwnFields(
    snapshot: StoredValue<Arc<Snapshot>>,
    successors: Successors,
    target: Target,
    is_tried: RwSignal<bool>,
) -> impl IntoView {
    let t = use_locale();
    let target = StoredValue::new(target);
    let place = target.with_value(|target| visible(target.to_string()));
    let held = untrack(|| successors.own.with(|own| target.with_value(|target| own.get(target).cloned())));
    let (who, typed) = held.map_or((None, String::new()), |(who, typed)| (Some(who), typed));
    let (who, typed) = (RwSignal::new(who), RwSignal::new(typed));
    effect(move || {
        let (target, chosen) = (target.get_value(), who.get().map(|who| (who, typed.get())));
        successors.own.update(|own| match chosen {
            Some(chosen) => drop(own.insert(target, chosen)),
            None => drop(own.remove(&target)),
        });
    });
    let is_somebody = Signal::derive(move || who.get() == Some(Who::Somebody));
    let error = Signal::derive(move || {
        let is_missing =
            snapshot.with_value(|snapshot| typed.with(|typed| user_by(snapshot, typed).is_none()));
        (is_tried.get() && is_missing).then(|| t.words().fix().manager_missing.to_owned())
    });
    let options: Vec<Option<Who>> = [None].into_iter().chain(Who::ALL.map(Some)).collect();
    let name = place.clone();
    let who_of: Text = t.format(move |w| (w.wizards().who_of)(&name));
    view! {
        <Choice
            label=t.format(move |w| (w.wizards().successor_of)(&place))
            options
            word=own_word
            value=who
            on_choose=Callback::new(move |chosen| who.set(chosen))
        />
        <Show when=is_somebody>
            <TextField label=who_of value=typed error/>
        </Show>
    }
}

fn own_word(who: Option<Who>, words: &'static Words) -> String {
    who.map_or(words.wizards().as_above, |who| who.word(words)).to_owned()
}
