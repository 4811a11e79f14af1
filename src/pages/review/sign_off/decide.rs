//! The dialog in which something is decided: what it is about, the decision, and why.

use crate::view::prelude::*;
use leptos::html;

use crate::components::choice::Choice;
use crate::components::dialog::Dialog;
use crate::components::field::TextField;
use crate::components::focus::nobody_has_focus;
use crate::state::review::{Review, Signing};
use crate::state::unsaved::Unsaved;
use crate::words::use_locale;
use domain::change::reason::Reason;
use domain::model::level::{Level, Permission};
use domain::review::decisions::{Decided, Refused, Verdict};
use domain::review::rows::{GroupRow, SingleRow};
use domain::table::rows::TableRow;
use domain::text::reveal::visible;

use super::{groups, singles};

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    Single(SingleRow),
    Group(GroupRow),
}

impl Item {
    /// Its number on the agenda.
    const fn number(&self) -> usize {
        match self {
            Item::Single(row) => row.item,
            Item::Group(row) => row.group,
        }
    }

    /// What can be decided: what is about no permission can only be kept or asked about, and a level be lowered only to a
    /// lower one.
    fn options(&self) -> Vec<Option<Verdict>> {
        let lower = |held: Option<Level>| {
            let levels = [Level::Manage, Level::Write, Level::Read];
            levels.into_iter().filter(move |level| held.is_none_or(|held| *level < held)).map(Verdict::Lower)
        };
        let changes: Vec<Verdict> = match self {
            Item::Single(SingleRow { held: None, .. }) => Vec::new(),
            Item::Single(row) => lower(row.held.as_ref().and_then(Permission::level)).collect(),
            Item::Group(_) => lower(Some(Level::Manage)).collect(),
        };
        let removes = matches!(self, Item::Group(_) | Item::Single(SingleRow { held: Some(_), .. }));
        let all = std::iter::once(Verdict::Keep).chain(changes);
        let all = all.chain(removes.then_some(Verdict::Remove)).chain([Verdict::Ask]);
        std::iter::once(None).chain(all.map(Some)).collect()
    }
}

/// What the tables ask by.
#[derive(Clone, Copy)]
pub(super) struct Asking {
    review: Review,
    asked: RwSignal<Option<Item>>,
    /// The next one after an item that is not decided yet, in the order of the table.
    next: StoredValue<Option<Callback<usize, Option<Item>>>>,
    /// The reason of the item before, where one leads to the next: it often has the same.
    last: StoredValue<String>,
}

impl Asking {
    /// Where the button that asked is gone afterwards, the focus goes to `node`.
    pub(super) fn new(review: Review, node: NodeRef<html::Div>) -> Self {
        let asked = RwSignal::new(None::<Item>);
        let mut was_asked = false;
        effect(move || {
            let is_asked = asked.with(Option::is_some);
            if std::mem::replace(&mut was_asked, is_asked) && !is_asked {
                // The dialog gives the focus back in the next frame, if it can.
                request_animation_frame(move || request_animation_frame(move || focus(node)));
            }
        });
        Self { review, asked, next: StoredValue::new(None), last: StoredValue::new(String::new()) }
    }

    pub(super) fn signing(self) -> Signing {
        self.review.signing()
    }

    /// The table that is shown says which item comes next.
    pub(super) fn follow(self, next: Callback<usize, Option<Item>>) {
        self.next.set_value(Some(next));
    }

    /// Asks about an item that a person has chosen in the table.
    pub(super) fn ask(self, item: Item) {
        self.last.set_value(String::new());
        self.show(item);
    }

    fn show(self, item: Item) {
        if let Item::Group(row) = &item {
            self.signing().open(row.group);
        }
        self.asked.set(Some(item));
    }

    fn decided(self, item: &Item) -> Option<Decided> {
        untrack(|| {
            self.signing().with(|decisions| match item {
                Item::Single(row) => decisions.single(row.item).cloned(),
                Item::Group(row) => decisions.group(row.group).cloned(),
            })
        })
        .flatten()
    }

    /// Takes a decision, or takes it back.
    fn decide(self, item: &Item, verdict: Option<Verdict>, reason: Option<Reason>) -> Result<(), Refused> {
        let signing = self.signing();
        match (item, verdict) {
            (Item::Single(row), Some(verdict)) => signing.decide(row.item, verdict, reason)?,
            (Item::Group(row), Some(verdict)) => signing.decide_group(row.group, verdict, reason)?,
            (Item::Single(row), None) => signing.withdraw(row.item),
            (Item::Group(row), None) => signing.withdraw_group(row.group),
        }
        Ok(())
    }

    fn after(self, item: &Item) -> Option<Item> {
        let next = self.next.get_value()?;
        untrack(|| next.try_run(item.number())).flatten()
    }
}

fn focus(node: NodeRef<html::Div>) {
    if let Some(here) = node.try_get_untracked().flatten().filter(|_| nobody_has_focus()) {
        let _ = here.focus();
    }
}

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
