//! The rows of the dialog, and what is remarked on them.

use std::sync::Arc;

use crate::view::prelude::*;

use domain::grant::directory::Directory;
use domain::grant::draft::{
    Category, DraftField, DraftRow, Facts, Remark, category, completed, grants, remarks,
};
use domain::grant::list::UserList;
use domain::model::access::AccessList;
use domain::model::level::Level;
use domain::model::names::UserId;
use domain::model::user::NewGrant;

use super::fields::RowFields;

/// Rows and levels before a change of many rows at once, for taking it back.
type Slip = Vec<(RowFields, Option<Level>)>;

/// See the module.
#[derive(Clone, Copy)]
pub(super) struct DraftForm {
    rows: RwSignal<Vec<RowFields>>,
    next: StoredValue<u32>,
    attempted: RwSignal<bool>,
    drafts: Memo<Vec<DraftRow>>,
    remarks: Memo<Vec<Vec<Remark>>>,
    list: Signal<Option<Arc<AccessList>>>,
    directory: Signal<Arc<Directory>>,
    caller: StoredValue<UserId>,
    /// Of which category the rows are that are shown; `None` for all.
    filter: RwSignal<Option<Category>>,
    slip: RwSignal<Option<Slip>>,
    /// The dialog's. A row that is made in answer to an event would otherwise belong to the view in which the event
    /// happened, which may be the very row that it replaces, and end with it.
    owner: StoredValue<Option<Owner>>,
}

impl DraftForm {
    pub(super) fn new(
        list: Signal<Option<Arc<AccessList>>>,
        directory: Signal<Arc<Directory>>,
        caller: UserId,
    ) -> Self {
        let rows = RwSignal::new(vec![RowFields::new(0, DraftRow::default())]);
        let caller = StoredValue::new(caller);
        let drafts =
            Memo::new(move |_| rows.with(|rows| rows.iter().map(|row| row.row()).collect::<Vec<_>>()));
        let remarks = Memo::new(move |_| {
            with_facts(list, directory, caller, |facts| drafts.with(|drafts| remarks(drafts, facts)))
        });
        let owner = StoredValue::new(Owner::current());
        Self {
            rows,
            next: StoredValue::new(1),
            attempted: RwSignal::new(false),
            drafts,
            remarks,
            list,
            directory,
            caller,
            filter: RwSignal::new(None),
            slip: RwSignal::new(None),
            owner,
        }
    }

    /// The rows that are shown.
    pub(super) fn shown(self) -> Vec<RowFields> {
        self.rows.with(|rows| rows.iter().copied().filter(|row| !row.is_hidden.get()).collect())
    }

    /// The row of a number.
    pub(super) fn row(self, number: u32) -> Option<RowFields> {
        self.rows.with(|rows| rows.iter().copied().find(|row| row.number == number))
    }

    /// How many rows there are.
    pub(super) fn len(self) -> usize {
        self.rows.with(Vec::len)
    }

    /// The place of a row, counted from 0.
    pub(super) fn position(self, number: u32) -> usize {
        self.rows.with(|rows| rows.iter().position(|row| row.number == number)).unwrap_or_default()
    }

    /// Whether something has been typed or read.
    pub(super) fn is_begun(self) -> bool {
        self.drafts.with(|drafts| drafts.iter().any(|row| !row.is_blank()))
    }

    /// The grants, or `None` while a row has something that stops it.
    pub(super) fn grants(self) -> Option<Vec<NewGrant>> {
        with_facts(self.list, self.directory, self.caller, |facts| {
            self.remarks.with(|remarks| self.drafts.with(|drafts| grants(drafts, remarks, facts)))
        })
    }

    /// The remarks on a row that are due. What is merely missing is not remarked upon before the user tried to send.
    pub(super) fn remarks(self, row: RowFields) -> Vec<Remark> {
        let position = self.position(row.number);
        let attempted = self.attempted.get();
        let draft = row.row();
        let blank_tail = position > 0 && draft.is_blank();
        let is_due = |remark: &&Remark| match remark {
            Remark::NameMissing | Remark::IdMissing => attempted && !blank_tail,
            Remark::NameUnknown | Remark::NameOfSeveral(_) => {
                attempted || draft.listed.is_some() || row.name_left.get()
            }
            Remark::IdUnusual => attempted || row.id_left.get() || !draft.user_id().may_become_usual(),
            Remark::NotInAccount | Remark::Disabled => attempted || row.id_left.get(),
            _ => true,
        };
        self.remarks
            .with(|remarks| remarks.get(position).into_iter().flatten().filter(is_due).cloned().collect())
    }

    /// The category of every row, in the rows' order.
    pub(super) fn categories(self) -> Vec<Option<Category>> {
        self.remarks.with(|remarks| {
            self.drafts.with(|drafts| {
                drafts.iter().zip(remarks).map(|(row, remarks)| category(row, remarks)).collect()
            })
        })
    }

    /// The filter that is chosen.
    pub(super) fn filter(self) -> Option<Category> {
        self.filter.get()
    }

    /// Shows only the rows that are of a category now. They are chosen once: a row does not go away while it is being
    /// edited.
    pub(super) fn set_filter(self, wanted: Option<Category>) {
        let categories = untrack(|| self.categories());
        for (row, category) in self.rows.get_untracked().iter().zip(categories) {
            let is_hidden = wanted.is_some() && category != wanted;
            if row.is_hidden.get_untracked() != is_hidden {
                row.is_hidden.set(is_hidden);
            }
        }
        self.filter.set(wanted);
    }

    /// The numbers of the rows with a certain remark.
    pub(super) fn rows_with(self, is_meant: fn(&Remark) -> bool) -> Vec<u32> {
        self.remarks.with(|remarks| {
            self.rows.with(|rows| {
                let marked = rows.iter().zip(remarks).filter(|(_, remarks)| remarks.iter().any(is_meant));
                marked.map(|(row, _)| row.number).collect()
            })
        })
    }

    /// The user tried to send: from now on everything that is wrong is shown.
    pub(super) fn attempt(self) {
        self.attempted.set(true);
    }

    /// The first field that stops the request, and the place of its row. All rows are shown from then on.
    pub(super) fn first_fault(self) -> Option<(usize, RowFields, DraftField)> {
        let rows = self.rows.get_untracked();
        let fault = self.remarks.with_untracked(|remarks| {
            rows.iter().zip(remarks).enumerate().find_map(|(place, (row, remarks))| {
                let blank_tail = place > 0 && untrack(|| row.row().is_blank());
                let remark = remarks.iter().find(|remark| remark.stops() && !blank_tail)?;
                Some((place, *row, remark.field()))
            })
        });
        if fault.is_some() {
            self.set_filter(None);
        }
        fault
    }

    /// Adds a row and moves the focus there.
    pub(super) fn add(self) {
        let row = self.fresh(DraftRow::default());
        self.set_filter(None);
        self.rows.update(|rows| {
            for earlier in rows.iter() {
                earlier.id_left.set(true);
            }
            rows.push(row);
        });
        row.focus_soon(DraftField::Name);
    }

    /// Removes rows; the first one is never without a successor. The focus goes to the row before.
    pub(super) fn remove(self, numbers: &[u32]) {
        let before =
            numbers.iter().map(|number| untrack(|| self.position(*number))).min().unwrap_or_default();
        if numbers.len() > 1 {
            self.remember();
        }
        // Both run in the order of the rows.
        let mut gone = numbers.iter().peekable();
        self.rows.update(|rows| rows.retain(|row| gone.next_if(|number| **number == row.number).is_none()));
        if self.rows.with_untracked(Vec::is_empty) {
            let row = self.fresh(DraftRow::default());
            self.set_filter(None);
            self.rows.set(vec![row]);
        }
        if let Some(row) = self.rows.with_untracked(|rows| rows.get(before.saturating_sub(1)).copied()) {
            row.focus_soon(DraftField::Name);
        }
    }

    /// Puts the users of a list into the place of a row, where that is blank, or else below it. Halves are completed from
    /// the account's users. Tells the place of the first.
    pub(super) fn fill(self, number: Option<u32>, list: UserList) -> usize {
        self.remember();
        let directory = self.directory.get_untracked();
        let row = |user| {
            let row = DraftRow::from(user);
            self.fresh(completed(&row, &directory).unwrap_or(row))
        };
        let fresh: Vec<RowFields> = list.users.into_iter().map(row).collect();
        // Who pastes goes on where the text ends; a file is looked through from its first row.
        let next = if number.is_some() { fresh.last() } else { fresh.first() }.copied();
        self.set_filter(None);
        let mut start = 0;
        self.rows.update(|rows| {
            let own = number.and_then(|number| rows.iter().position(|row| row.number == number));
            let place = own.unwrap_or_else(|| rows.len().saturating_sub(1)).min(rows.len());
            let is_blank = rows.get(place).is_some_and(|row| untrack(|| row.row().is_blank()));
            start = if is_blank { place } else { (place + 1).min(rows.len()) };
            rows.splice(start..(place + 1).min(rows.len()), fresh);
        });
        if let Some(next) = next {
            next.focus_soon(DraftField::Name);
        }
        start
    }

    /// Completes the rows of lists again: more users are known.
    pub(super) fn complete_lists(self) {
        let directory = self.directory.get_untracked();
        for row in self.rows.get_untracked() {
            let draft = untrack(|| row.row());
            if let Some(whole) = draft.listed.is_some().then(|| completed(&draft, &directory)).flatten() {
                row.take(whole);
            }
        }
    }

    /// The other half of a row, if one person fits what is there; returns whether one did.
    pub(super) fn complete(self, row: RowFields) -> bool {
        let Some(directory) = self.directory.try_get_untracked() else { return false };
        // A field that is removed while it has the focus loses it in the middle of its own removal.
        if row.name.try_with_untracked(String::is_empty).is_none() {
            return false;
        }
        let whole = completed(&untrack(|| row.row()), &directory);
        let is_one = whole.is_some();
        if let Some(whole) = whole {
            row.take(whole);
        }
        is_one
    }

    /// Gives a level to all rows that are shown; returns to how many.
    pub(super) fn set_level(self, level: Level) -> usize {
        self.remember();
        let shown: Vec<RowFields> =
            untrack(|| self.shown()).into_iter().filter(|row| untrack(|| !row.row().is_blank())).collect();
        for row in &shown {
            row.level.set(Some(level));
        }
        shown.len()
    }

    fn remember(self) {
        let rows = self.rows.get_untracked();
        self.slip.set(Some(rows.into_iter().map(|row| (row, row.level.get_untracked())).collect()));
    }

    /// Whether a change of many rows can be taken back.
    pub(super) fn can_undo(self) -> bool {
        self.slip.with(Option::is_some)
    }

    /// Takes the last change of many rows back. The button goes by this, and the first row takes the focus.
    pub(super) fn undo(self) {
        let Some(slip) = self.slip.try_update(Option::take).flatten() else { return };
        self.set_filter(None);
        for (row, level) in &slip {
            row.level.set(*level);
        }
        let first = slip.first().map(|(row, _)| *row);
        self.rows.set(slip.into_iter().map(|(row, _)| row).collect());
        if let Some(first) = first {
            first.focus_soon(DraftField::Name);
        }
    }

    fn fresh(self, row: DraftRow) -> RowFields {
        let number = self.next.get_value();
        self.next.set_value(number + 1);
        match self.owner.get_value() {
            Some(owner) => owner.with(|| RowFields::new(number, row)),
            None => RowFields::new(number, row),
        }
    }
}

/// Judges by what is known at present.
fn with_facts<T>(
    list: Signal<Option<Arc<AccessList>>>,
    directory: Signal<Arc<Directory>>,
    caller: StoredValue<UserId>,
    judge: impl FnOnce(&Facts<'_>) -> T,
) -> T {
    let (list, directory) = (list.get(), directory.get());
    caller.with_value(|caller| judge(&Facts { list: list.as_deref(), caller, directory: &directory }))
}
