//! Sending the draft, and what follows.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::domain::access::AccessList;
use crate::domain::names::Target;
use crate::domain::user::NewGrant;
use crate::domain::write::Write;
use crate::pages::change::contradicts;
use crate::state::writer::{Done, Order, Precaution, Writer};

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
    went: Callback<(Done, Option<AccessList>)>,
    asked: StoredValue<Vec<NewGrant>>,
}

impl Sending {
    pub(super) fn new(
        target: StoredValue<Target>,
        form: DraftForm,
        rows: DrawnRows,
        list: Signal<Option<Arc<AccessList>>>,
        on_list: Callback<Option<AccessList>>,
        on_granted: Callback<Vec<NewGrant>>,
    ) -> Self {
        let (writer, in_parts) = (Writer::new(), RwSignal::new(false));
        let requests = Memo::new(move |_| {
            let list = list.get().unwrap_or_default();
            let Some(grants) = form.grants() else { return Vec::new() };
            let write = target.with_value(|target| Write::grant(target, &grants, &list));
            parted(write, in_parts.get())
        });
        let asked = StoredValue::new(Vec::new());
        let went = Callback::new(move |(done, list): (Done, Option<AccessList>)| match done {
            // The dialog "Sign in again" speaks of it; this one keeps what was typed.
            done if done.ended_session() => writer.reset(),
            Done::Sent { error: None, results }
                if !results.iter().any(|(_, outcome)| contradicts(outcome)) =>
            {
                let _ = on_list.try_run(list);
                let _ = on_granted.try_run(asked.try_get_value().unwrap_or_default());
            }
            _ => {
                let _ = on_list.try_run(list);
            }
        });
        Self { form, rows, writer, target, requests, in_parts, went, asked }
    }

    /// Sends, or moves the focus to what keeps the draft from being sent.
    pub(super) fn send(self) {
        self.form.attempt();
        let Some(grants) = untrack(|| self.form.grants()) else {
            if let Some((place, row, field)) = self.form.first_fault() {
                self.rows.reveal(place, row, field);
            }
            return;
        };
        self.asked.set_value(grants);
        let (target, writes) = (self.target.get_value(), self.requests.get_untracked());
        self.writer.run(Order { target, writes, precaution: Precaution::None, undoes: None }, self.went);
    }
}
