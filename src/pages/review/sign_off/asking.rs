//! What the tables ask by: an item at a time, and the one after it.

use crate::view::prelude::*;
use leptos::html;

use crate::components::focus::nobody_has_focus;
use crate::pages::listing::Listing;
use crate::state::review::{Review, Signing};
use domain::change::reason::Reason;
use domain::model::level::{Level, Permission};
use domain::review::decisions::{Decided, Decisions, Refused, Verdict};
use domain::review::rows::{GroupRow, SingleRow};
use domain::table::rows::TableRow;

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
    pub(super) fn options(&self) -> Vec<Option<Verdict>> {
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

/// What a table has to say of its rows.
pub(super) struct Of<R> {
    /// The number of a row on the agenda.
    pub(super) number: fn(&R) -> usize,
    /// Whether what has a number is decided.
    pub(super) is_decided: fn(&Decisions, usize) -> bool,
    /// What a row asks about.
    pub(super) item: fn(R) -> Item,
}

impl<R> Clone for Of<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Of<R> {}

/// What the tables ask by.
#[derive(Clone, Copy)]
pub(super) struct Asking {
    review: Review,
    pub(super) asked: RwSignal<Option<Item>>,
    /// The next one after an item that is not decided yet, in the order of the table.
    next: StoredValue<Option<Callback<usize, Option<Item>>>>,
    /// The reason of the item before, where one leads to the next: it often has the same.
    pub(super) last: StoredValue<String>,
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
    pub(super) fn follow<R: TableRow>(self, listing: Listing<R>, of: Of<R>) {
        let signing = self.signing();
        let next = Callback::new(move |number: usize| {
            listing.visible(|rows| {
                let mut rest = rows.skip_while(|row| (of.number)(row) != number).skip(1);
                let is_open = |row: &&R| {
                    let is_decided = signing.with(|decisions| (of.is_decided)(decisions, (of.number)(row)));
                    is_decided == Some(false)
                };
                rest.find(is_open).cloned().map(of.item)
            })
        });
        self.next.set_value(Some(next));
    }

    /// Whether each of the first numbers on the agenda is left out, since only what is undecided is to be seen.
    pub(super) fn left_out<R>(self, only_undecided: bool, count: usize, of: Of<R>) -> Vec<bool> {
        if !only_undecided {
            return Vec::new();
        }
        let decided =
            |decisions: &Decisions| (0..count).map(|number| (of.is_decided)(decisions, number)).collect();
        self.signing().with(decided).unwrap_or_default()
    }

    /// Asks about an item that a person has chosen in the table.
    pub(super) fn ask(self, item: Item) {
        self.last.set_value(String::new());
        self.show(item);
    }

    pub(super) fn show(self, item: Item) {
        if let Item::Group(row) = &item {
            self.signing().open(row.group);
        }
        self.asked.set(Some(item));
    }

    pub(super) fn decided(self, item: &Item) -> Option<Decided> {
        untrack(|| {
            self.signing().with(|decisions| match item {
                Item::Single(row) => decisions.single(row.item).cloned(),
                Item::Group(row) => decisions.group(row.group).cloned(),
            })
        })
        .flatten()
    }

    /// Takes a decision, or takes it back.
    pub(super) fn decide(
        self,
        item: &Item,
        verdict: Option<Verdict>,
        reason: Option<Reason>,
    ) -> Result<(), Refused> {
        let signing = self.signing();
        match (item, verdict) {
            (Item::Single(row), Some(verdict)) => signing.decide(row.item, verdict, reason)?,
            (Item::Group(row), Some(verdict)) => signing.decide_group(row.group, verdict, reason)?,
            (Item::Single(row), None) => signing.withdraw(row.item),
            (Item::Group(row), None) => signing.withdraw_group(row.group),
        }
        Ok(())
    }

    pub(super) fn after(self, item: &Item) -> Option<Item> {
        let next = self.next.get_value()?;
        untrack(|| next.try_run(item.number())).flatten()
    }
}

fn focus(node: NodeRef<html::Div>) {
    if let Some(here) = node.try_get_untracked().flatten().filter(|_| nobody_has_focus()) {
        let _ = here.focus();
    }
}
