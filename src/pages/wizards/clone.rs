//! "Clone to…": somebody gets what a user has, as a part of the plan.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::field::TextField;
use crate::words::use_locale;
use domain::model::names::UserId;
use domain::model::user::Person;
use domain::plan::clone_access::{Cloning, Fit, WithManage, clone_access};
use domain::plan::proposal::Proposal;
use domain::review::snapshot::Snapshot;

use super::opener::Opener;
use super::wizard::{FitChoice, Wizard};
use crate::pages::review::choosing::{tick_box, user_by};

/// The button.
#[component]
pub(in crate::pages) fn CloneAccess(snapshot: Arc<Snapshot>, id: UserId, called: String) -> impl IntoView {
    let t = use_locale();
    view! { <Opener label=t.prop(|w| w.wizards().clone) of=|part| part.clone_access snapshot id called/> }
}

/// The dialog.
pub fn dialog(snapshot: Arc<Snapshot>, id: UserId, called: String, is_asked: RwSignal<bool>) -> AnyView {
    view! { <Question snapshot id called is_asked/> }.into_any()
}

#[component]
fn Question(snapshot: Arc<Snapshot>, id: UserId, called: String, is_asked: RwSignal<bool>) -> impl IntoView {
    let t = use_locale();
    let (who, is_tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let (fit, manage) = (RwSignal::new(Fit::AddOnly), RwSignal::new(WithManage::LeftOut));
    let to: Memo<Option<Person>> = {
        let snapshot = Arc::clone(&snapshot);
        Memo::new(move |_| who.with(|typed| user_by(&snapshot, typed)))
    };
    let from = id.clone();
    let is_same = Signal::derive(move || to.with(|to| to.as_ref().is_some_and(|to| to.id == from)));
    let is_missing = Signal::derive(move || to.with(Option::is_none) || is_same.get());
    let proposal = Memo::new(move |_| {
        let Some(to) = to.get() else { return Proposal::default() };
        let (from, fit, manage) = (id.clone(), fit.get(), manage.get());
        clone_access(&Cloning { from, to, fit, manage, reason: None }, &snapshot)
    });
    let error = Signal::derive(move || {
        let words = t.words();
        match (is_same.get(), is_missing.get() && is_tried.get()) {
            (true, _) => Some(words.wizards().same_user.to_owned()),
            (false, true) => Some(words.fix().manager_missing.to_owned()),
            (false, false) => None,
        }
    });
    let tick_manage = tick_box(
        move || manage.get() == WithManage::Included,
        move |on| manage.set(if on { WithManage::Included } else { WithManage::LeftOut }),
        |words| words.wizards().with_manage.to_owned(),
    );
    view! {
        <Wizard
            title=t.format(move |w| (w.wizards().clone_of)(&called))
            proposal
            is_missing
            is_tried
            on_close=Callback::new(move |()| is_asked.set(false))
        >
            <TextField
                label=t.prop(|w| w.wizards().to_whom)
                value=who
                hint=t.prop(|w| w.fix().manager_means)
                focused=true
                error
            />
            <FitChoice fit/>
            {tick_manage}
        </Wizard>
    }
}
