//! What is being decided in the dialog: signals around the rules of `domain`.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::state::execute::{BatchResult, BatchStatus};
use crate::state::session::signed_in::use_signed_in;
use crate::state::writer::Writer;
use domain::change::outcome::{Outcome, expected_from};
use domain::change::risk::{Risk, risks};
use domain::change::write::{Edit, Write};
use domain::model::access::AccessList;
use domain::model::level::Level;
use domain::model::names::Target;

use super::{Purpose, Question};
use crate::pages::typed_name::TypedName;

/// The edits, the level that is chosen for them, and the name that is typed to confirm.
#[derive(Clone, Copy)]
pub(super) struct Decision {
    pub(super) question: StoredValue<Question>,
    pub(super) base: RwSignal<Vec<Edit>>,
    pub(super) level: RwSignal<Level>,
    pub(super) name: TypedName,
    pub(super) writer: Writer,
    /// The requests that it takes. With thousands of people this is work, so it is done once per change.
    pub(super) writes: Memo<Vec<Write>>,
    /// Why they need a typed confirmation.
    pub(super) risks: Memo<Vec<Risk>>,
}

impl Decision {
    pub(super) fn new(question: Question, list: Signal<Option<Arc<AccessList>>>) -> Self {
        let caller = use_signed_in().caller().id;
        let (target, purpose) = (question.target.clone(), question.purpose);
        let name = TypedName::new(match &target {
            Target::Image(_, image) => image.as_str(),
            Target::Organization(organization) => organization.as_str(),
        });
        let base = RwSignal::new(question.edits.clone());
        let offered = question.edits.first().and_then(|edit| edit.desired);
        let level = RwSignal::new(offered.unwrap_or(Level::Read));
        let writes = Memo::new(move |_| Write::all(&target, &edits(base.get(), purpose, level)));
        let risks = Memo::new(move |_| {
            let edits: Vec<Edit> =
                writes.with(|writes| writes.iter().flat_map(|write| write.edits.clone()).collect());
            risks(&edits, &list.get().unwrap_or_default(), &caller)
        });
        Self { question: StoredValue::new(question), base, level, name, writer: Writer::new(), writes, risks }
    }

    pub(super) fn purpose(self) -> Purpose {
        self.question.with_value(|question| question.purpose)
    }

    pub(super) fn target(self) -> Target {
        self.question.with_value(|question| question.target.clone())
    }

    /// Everyone the dialog is about, with what they are to hold.
    pub(super) fn edits(self) -> Vec<Edit> {
        edits(self.base.get(), self.purpose(), self.level)
    }

    pub(super) fn is_confirmed(self) -> bool {
        self.risks.with(Vec::is_empty) || self.name.is_typed()
    }

    /// Takes in how a batch went: what is still open is done from what the list shows now.
    pub(super) fn learn(self, result: &BatchResult) {
        let open = match &result.status {
            BatchStatus::Sent { results, .. } => {
                let open = results.iter().filter(|(_, outcome)| *outcome != Outcome::Applied);
                open.map(|(edit, _)| edit.clone()).collect()
            }
            BatchStatus::Conflict(_) | BatchStatus::NotSent(_) => self.base.get_untracked(),
        };
        let open = match &result.list {
            Some(list) => expected_from(&open, list),
            None => open,
        };
        let _ = self.base.try_set(open);
        self.name.clear();
    }
}

/// Edits with the level that was chosen, where one is chosen.
fn edits(base: Vec<Edit>, purpose: Purpose, level: RwSignal<Level>) -> Vec<Edit> {
    match purpose {
        Purpose::Change => {
            let desired = Some(level.get());
            base.into_iter().map(|edit| Edit { desired, ..edit }).collect()
        }
        Purpose::Revoke | Purpose::Undo(_) => base,
    }
}
