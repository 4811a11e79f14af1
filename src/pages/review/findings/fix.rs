//! The dialog that asks what a fix needs: who, which level, which ids, which edits.

use std::collections::BTreeSet;

use crate::view::prelude::*;

use crate::components::choice::Choice as Select;
use crate::components::dialog::{Dialog, DialogFoot};
use crate::components::field::TextField;
use crate::pages::parts::{dialog_of, use_parts};
use crate::pages::plan::sentence;
use crate::pages::review::choosing::{id_and_name, tick, tick_box, user_by};
use crate::words::{Words, use_locale};
use domain::model::level::Level;
use domain::plan::fix::Choice;
use domain::plan::staging::Staged;

use super::stage::{Asked, Need, Stager};

/// Not more lines than this are shown. "Select all" is for all of them.
const MOST: usize = 200;

#[component]
pub(super) fn FixDialog(stager: Stager) -> impl IntoView {
    let planning = use_parts().planning;
    let close = Callback::new(move |()| stager.asked.set(None));
    dynamic(move || {
        stager
            .asked
            .get()
            .map(|asked| dialog_of(planning, close, move |planning| (planning.fix)(stager, asked.clone())))
    })
}

/// The dialog itself.
pub fn fix_dialog(stager: Stager, asked: Asked) -> AnyView {
    view! { <Question stager asked/> }.into_any()
}

/// What was chosen so far.
#[derive(Clone, Copy)]
struct Chosen {
    manager: RwSignal<String>,
    level: RwSignal<Level>,
    /// The places of what is ticked.
    ticked: RwSignal<BTreeSet<usize>>,
}

#[component]
fn Question(stager: Stager, asked: Asked) -> impl IntoView {
    let t = use_locale();
    let chosen = Chosen {
        manager: RwSignal::new(String::new()),
        level: RwSignal::new(Level::Read),
        ticked: RwSignal::new(BTreeSet::new()),
    };
    let is_tried = RwSignal::new(false);
    let close = Callback::new(move |()| stager.asked.set(None));
    let Asked { said, rule, about } = asked;
    let title = said.sentence.clone();
    let need = about.clone();
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        is_tried.set(true);
        match untrack(|| chosen.read(&need, stager)) {
            Some(Answer::Choice(choice)) => {
                close.run(());
                stager.fix(&said, rule, choice);
            }
            Some(Answer::Edits(edits)) => stager.stage(edits),
            None => {}
        }
    };
    view! {
        <Dialog title=t.prop(|w| w.fix().stage) on_dismiss=close>
            <form class="dialog__body" novalidate on:submit=send>
                <p>{title}</p>
                {chosen.view(&about, stager, is_tried)}
                <DialogFoot
                    cancel=t.prop(|w| w.fix().cancel)
                    verb=t.prop(|w| w.fix().stage)
                    on_cancel=close
                />
            </form>
        </Dialog>
    }
}

/// What the dialog comes to.
enum Answer {
    Choice(Choice),
    Edits(Vec<Staged>),
}

impl Chosen {
    /// `None` while something is missing.
    fn read(self, need: &Need, stager: Stager) -> Option<Answer> {
        let ticked = self.ticked.get();
        let choice = match need {
            Need::Manager => {
                let snapshot = stager.snapshot()?;
                let manager = self.manager.with(|typed| user_by(&snapshot, typed))?;
                Choice { manager: Some(manager), ..Choice::default() }
            }
            Need::Level => Choice { level: Some(self.level.get()), ..Choice::default() },
            Need::OldIds(users) => {
                let old: Vec<_> =
                    ticked.iter().filter_map(|place| Some(users.get(*place)?.id.clone())).collect();
                if old.is_empty() || old.len() == users.len() {
                    return None;
                }
                Choice { old, ..Choice::default() }
            }
            Need::Pick(edits) => {
                let picked: Vec<_> = ticked.iter().filter_map(|place| edits.get(*place).cloned()).collect();
                return (!picked.is_empty()).then_some(Answer::Edits(picked));
            }
        };
        Some(Answer::Choice(choice))
    }

    fn view(self, need: &Need, stager: Stager, is_tried: RwSignal<bool>) -> AnyView {
        let t = use_locale();
        match need {
            Need::Manager => {
                let is_found = move || self.read(&Need::Manager, stager).is_some();
                let missing = move || {
                    (is_tried.get() && !is_found()).then(|| t.words().fix().manager_missing.to_owned())
                };
                view! {
                    <TextField
                        label=t.prop(|w| w.fix().manager)
                        value=self.manager
                        hint=t.prop(|w| w.fix().manager_means)
                        focused=true
                        error=Signal::derive(missing)
                    />
                }
                .into_any()
            }
            Need::Level => view! {
                <Select
                    label=t.prop(|w| w.fix().level)
                    options=Level::ALL.to_vec()
                    word=|level: Level, words| words.levels.name(level).to_owned()
                    value=self.level
                    on_choose=Callback::new(move |level| self.level.set(level))
                />
            }
            .into_any(),
            Need::OldIds(users) => {
                let lines = users.iter().map(id_and_name).map(Line::Text).collect();
                self.boxes(lines, need.clone(), stager, is_tried)
            }
            Need::Pick(edits) => {
                let lines = edits.iter().cloned().map(|edit| Line::Edit(Box::new(edit))).collect();
                self.boxes(lines, need.clone(), stager, is_tried)
            }
        }
    }

    /// A box for each line.
    fn boxes(self, lines: Vec<Line>, need: Need, stager: Stager, is_tried: RwSignal<bool>) -> AnyView {
        let t = use_locale();
        let (is_pick, count) = (matches!(need, Need::Pick(_)), lines.len());
        let legend = move || if is_pick { t.words().fix().pick } else { t.words().fix().old_ids };
        let missing = move || {
            let is_missing = is_tried.get() && self.read(&need, stager).is_none();
            let words = t.words().fix();
            let said = if is_pick { words.pick_missing } else { words.old_ids_missing };
            is_missing.then(|| view! { <p class="field__message" role="alert">{said}</p> })
        };
        let rest = count.saturating_sub(MOST);
        let rest =
            (rest > 0).then(|| view! { <p>{dynamic(move || (t.words().review().and_more)(rest))}</p> });
        let all = is_pick.then(|| {
            let choose =
                move |on: bool| self.ticked.set(if on { (0..count).collect() } else { BTreeSet::new() });
            let is_on = move || self.ticked.with(BTreeSet::len) == count;
            tick_box(is_on, choose, move |words| words.changes().select_all.to_owned())
        });
        let line = |(place, line): (usize, Line)| {
            let choose = move |on: bool| tick(self.ticked, place, on);
            let is_on = move || self.ticked.with(|ticked| ticked.contains(&place));
            tick_box(is_on, choose, move |words| line.said(words))
        };
        view! {
            <fieldset class="field">
                <legend>{dynamic(legend)}</legend>
                {all}
                {lines.into_iter().take(MOST).enumerate().map(line).collect_view()}
                {rest}
            </fieldset>
            {dynamic(missing)}
        }
        .into_any()
    }
}

/// What can be ticked.
enum Line {
    Text(String),
    Edit(Box<Staged>),
}

impl Line {
    fn said(&self, words: &'static Words) -> String {
        match self {
            Line::Text(text) => text.clone(),
            Line::Edit(staged) => sentence(staged, words),
        }
    }
}
