//! Sending the draft, and what follows.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::state::execute::BatchResult;
use crate::state::journal::Note;
use crate::state::writer::Writer;
use domain::change::batch::{Batch, Precaution};
use domain::change::reason::{MissingReason, Reason};
use domain::change::write::Write;
use domain::model::access::AccessList;
use domain::model::names::Target;

use super::form::DraftForm;
use super::parts::parted;
use super::rows::DrawnRows;

/// See the module.
#[derive(Clone, Copy)]
pub(super) struct Sending {
    form: DraftForm,
    rows: DrawnRows,
    pub(super) writer: Writer,
    target: StoredValue<Target>,
    /// What would be sent; nothing while a row has something that stops it.
    pub(super) requests: Memo<Vec<Write>>,
    /// Whether a large request is sent in parts.
    pub(super) in_parts: RwSignal<bool>,
    on_result: Callback<BatchResult>,
}

impl Sending {
    pub(super) fn new(
        target: StoredValue<Target>,
        form: DraftForm,
        rows: DrawnRows,
        list: Signal<Option<Arc<AccessList>>>,
        on_done: Callback<BatchResult>,
    ) -> Self {
        let (writer, in_parts) = (Writer::new(), RwSignal::new(false));
        let requests = Memo::new(move |_| {
            let list = list.get().unwrap_or_default();
            let Some(grants) = form.grants() else { return Vec::new() };
            let write = target.with_value(|target| Write::grant(target, &grants, &list));
            parted(write, in_parts.get())
        });
        let on_result = Callback::new(move |result: BatchResult| {
            if result.ended_session() {
                // The dialog "Sign in again" speaks of it; this one keeps what was typed.
                return writer.reset();
            }
            let _ = on_done.try_run(result);
        });
        Self { form, rows, writer, target, requests, in_parts, on_result }
    }

    /// Sends, or moves the focus to what keeps the draft from being sent.
    pub(super) fn send(self, reason: Result<Option<Reason>, MissingReason>) {
        self.form.attempt();
        if untrack(|| self.form.grants()).is_none() {
            if let Some((place, row, field)) = self.form.first_fault() {
                self.rows.reveal(place, row, field);
            }
            return;
        }
        let Ok(reason) = reason else { return };
        let (target, writes) = (self.target.get_value(), self.requests.get_untracked());
        // A grant overwrites nothing.
        let batch = Batch { target, writes, precaution: Precaution::None };
        self.writer.submit(batch, Note { reason, ..Note::default() }, self.on_result);
    }
}
