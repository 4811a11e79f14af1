//! What is typed in the grant dialog, as signals around the rules of `domain::draft`.

use std::sync::Arc;

use crate::prelude::*;
use leptos::html;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent};

use crate::domain::access::AccessList;
use crate::domain::draft::{self, DraftField, DraftRow, Remark};
use crate::domain::level::Level;
use crate::domain::names::UserId;
use crate::domain::people::NewGrant;

/// One row's fields.
#[derive(Clone, Copy)]
pub(super) struct RowFields {
    /// Tells rows apart for as long as the dialog is open.
    pub(super) number: u32,
    pub(super) name: RwSignal<String>,
    pub(super) id: RwSignal<String>,
    pub(super) level: RwSignal<Level>,
    /// Whether the id was left once: only then is its form worth a remark.
    pub(super) id_left: RwSignal<bool>,
    pub(super) name_node: NodeRef<html::Input>,
    pub(super) id_node: NodeRef<html::Input>,
}

impl RowFields {
    fn new(number: u32, row: &DraftRow) -> Self {
        Self {
            number,
            name: RwSignal::new(row.name.clone()),
            id: RwSignal::new(row.id.clone()),
            level: RwSignal::new(row.level),
            id_left: RwSignal::new(!row.id.is_empty()),
            name_node: NodeRef::new(),
            id_node: NodeRef::new(),
        }
    }

    /// The focus left the id. A remark that appears now moves everything below it; so on the way to a button or a
    /// fold nothing appears, or the click that is under way would miss it.
    pub(super) fn leave_id(self, event: &FocusEvent) {
        let next = event.related_target().and_then(|next| next.dyn_into::<Element>().ok());
        if next.is_none_or(|next| matches!(next.tag_name().as_str(), "INPUT" | "SELECT")) {
            self.id_left.set(true);
        }
    }

    fn row(self) -> DraftRow {
        DraftRow { name: self.name.get(), id: self.id.get(), level: self.level.get() }
    }
}

/// The rows of the dialog and what is to be said about them.
#[derive(Clone, Copy)]
pub(super) struct DraftForm {
    rows: RwSignal<Vec<RowFields>>,
    next: StoredValue<u32>,
    attempted: RwSignal<bool>,
    remarks: Memo<Vec<Vec<Remark>>>,
    /// The dialog's. A row that is made in answer to an event would otherwise belong to the view in which the event
    /// happened, which may be the very row that it replaces, and end with it.
    owner: StoredValue<Option<Owner>>,
}

impl DraftForm {
    pub(super) fn new(list: Signal<Option<Arc<AccessList>>>, caller: UserId) -> Self {
        let rows = RwSignal::new(vec![RowFields::new(0, &DraftRow::default())]);
        let remarks = Memo::new(move |_| {
            let drafts: Vec<DraftRow> = rows.get().into_iter().map(RowFields::row).collect();
            draft::remarks(&drafts, list.get().as_deref(), &caller)
        });
        let owner = StoredValue::new(Owner::current());
        Self { rows, next: StoredValue::new(1), attempted: RwSignal::new(false), remarks, owner }
    }

    pub(super) fn rows(self) -> Vec<RowFields> {
        self.rows.get()
    }

    /// The place of a row, counted from 0.
    pub(super) fn position(self, number: u32) -> usize {
        self.rows.with(|rows| rows.iter().position(|row| row.number == number)).unwrap_or_default()
    }

    /// The grants, or `None` while a row has something that stops it.
    pub(super) fn grants(self) -> Option<Vec<NewGrant>> {
        draft::grants(&self.rows.get().into_iter().map(RowFields::row).collect::<Vec<_>>())
    }

    /// The remark to show beside a field, if there is one. What is merely missing is not remarked upon before the
    /// user tried to send.
    pub(super) fn remark(self, row: RowFields, field: DraftField) -> Option<Remark> {
        let position = self.position(row.number);
        let attempted = self.attempted.get();
        let blank_tail = position > 0 && row.row().is_blank();
        self.remarks.with(|remarks| {
            remarks
                .get(position)?
                .iter()
                .find(|remark| {
                    let due = match remark {
                        Remark::NameMissing | Remark::IdMissing => attempted && !blank_tail,
                        Remark::IdUnusual => {
                            attempted
                                || row.id_left.get()
                                || !UserId::new(row.id.get().trim()).may_become_usual()
                        }
                        _ => true,
                    };
                    remark.field() == field && due
                })
                .cloned()
        })
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

    /// Moves the focus to the first field that stops the request.
    pub(super) fn focus_first_fault(self) {
        let rows = self.rows.get_untracked();
        let fault = self.remarks.with_untracked(|remarks| {
            rows.iter().zip(remarks).enumerate().find_map(|(position, (row, remarks))| {
                let blank_tail = position > 0 && untrack(|| row.row().is_blank());
                let remark = remarks.iter().find(|remark| remark.stops() && !blank_tail)?;
                Some(if remark.field() == DraftField::Name { row.name_node } else { row.id_node })
            })
        });
        if let Some(input) = fault.and_then(|node| node.get_untracked()) {
            let _ = input.focus();
        }
    }

    /// Adds a row and moves the focus there.
    pub(super) fn add(self) {
        let row = self.fresh(&DraftRow::default());
        self.rows.update(|rows| {
            for earlier in rows.iter() {
                earlier.id_left.set(true);
            }
            rows.push(row);
        });
        focus_soon(row.name_node);
    }

    /// Removes rows; the first one is never without a successor. The focus goes to the row before.
    pub(super) fn remove(self, numbers: &[u32]) {
        let before =
            numbers.iter().map(|number| self.position(*number)).min().unwrap_or_default().saturating_sub(1);
        self.rows.update(|rows| rows.retain(|row| !numbers.contains(&row.number)));
        if self.rows.with_untracked(Vec::is_empty) {
            return self.add();
        }
        if let Some(row) = self.rows.with_untracked(|rows| rows.get(before).copied()) {
            focus_soon(row.name_node);
        }
    }

    /// Puts pasted rows in the place of one row.
    pub(super) fn fill(self, number: u32, pasted: &[DraftRow]) {
        let position = self.position(number);
        let fresh: Vec<RowFields> = pasted.iter().map(|row| self.fresh(row)).collect();
        let last = fresh.last().copied();
        self.rows.update(|rows| {
            let end = (position + 1).min(rows.len());
            rows.splice(position.min(end)..end, fresh);
        });
        if let Some(last) = last {
            focus_soon(last.name_node);
        }
    }

    fn fresh(self, row: &DraftRow) -> RowFields {
        let number = self.next.get_value();
        self.next.set_value(number + 1);
        match self.owner.get_value() {
            Some(owner) => owner.with(|| RowFields::new(number, row)),
            None => RowFields::new(number, row),
        }
    }
}

/// Moves the focus to a field that is about to appear.
fn focus_soon(node: NodeRef<html::Input>) {
    request_animation_frame(move || {
        if let Some(input) = node.try_get_untracked().flatten() {
            let _ = input.focus();
        }
    });
}
