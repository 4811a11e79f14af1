//! The field for the reason of a change, in every dialog that writes.

use crate::view::prelude::*;
use leptos::html;

use crate::components::field::TextField;
use crate::config::WritePolicy;
use crate::state::journal::Journal;
use crate::state::writer::WriterState;
use crate::words::use_locale;
use domain::change::reason::{MissingReason, Reason, reason};

/// See the module.
#[derive(Clone, Copy)]
pub(super) struct ReasonField {
    typed: RwSignal<String>,
    is_required: bool,
    /// Whether the user has tried to send.
    is_tried: RwSignal<bool>,
    input: NodeRef<html::Input>,
}

impl ReasonField {
    /// The field of a dialog that has such a writer.
    pub(super) fn new(writer: WriterState) -> Self {
        Self {
            typed: expect_context::<Journal>().reason(),
            is_required: writer.policy == WritePolicy::ReasonRequired,
            is_tried: RwSignal::new(false),
            input: NodeRef::new(),
        }
    }

    fn read(self) -> Result<Option<Reason>, MissingReason> {
        self.typed.with(|typed| reason(typed, self.is_required))
    }

    /// What to send with. Where a reason is missing, the field says so and takes the focus.
    pub(super) fn check(self) -> Result<Option<Reason>, MissingReason> {
        let read = untrack(|| self.read());
        self.is_tried.set(true);
        if let (Err(MissingReason), Some(input)) = (&read, self.input.get_untracked()) {
            let _ = input.focus();
        }
        read
    }

    pub(super) fn view(self) -> impl IntoView {
        let t = use_locale();
        let label = if self.is_required {
            t.prop(|w| w.grant().reason)
        } else {
            t.prop(|w| w.grant().reason_optional)
        };
        let missing = move || {
            let is_missing = self.is_tried.get() && self.read().is_err();
            is_missing.then(|| t.words().grant().reason_missing.to_owned())
        };
        view! {
            <TextField
                label
                value=self.typed
                hint=t.prop(|w| w.grant().reason_means)
                error=Signal::derive(missing)
                node=self.input
            />
        }
    }
}
