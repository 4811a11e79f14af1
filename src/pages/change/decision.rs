//! What is being decided in the dialog: signals around the rules of `domain`.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::access::AccessList;
use crate::domain::gravity::{Grave, grave};
use crate::domain::level::Level;
use crate::domain::names::{Target, UserId};
use crate::domain::outcome::{Outcome, seen_anew};
use crate::domain::write::{Edit, Wanted, Write};
use crate::state::writer::{Done, Writer};

use super::{Purpose, Question};

/// See the module.
#[derive(Clone, Copy)]
pub(super) struct Decision {
    pub(super) question: StoredValue<Question>,
    pub(super) base: RwSignal<Vec<Edit>>,
    pub(super) level: RwSignal<Level>,
    pub(super) typed: RwSignal<String>,
    pub(super) attempted: RwSignal<bool>,
    pub(super) list: Signal<Option<Arc<AccessList>>>,
    pub(super) caller: StoredValue<UserId>,
    pub(super) writer: Writer,
}

impl Decision {
    pub(super) fn purpose(self) -> Purpose {
        self.question.with_value(|question| question.purpose)
    }

    pub(super) fn target(self) -> Target {
        self.question.with_value(|question| question.target.clone())
    }

    /// Everybody the dialog is about, with what they are to hold.
    pub(super) fn edits(self) -> Vec<Edit> {
        let edits = self.base.get();
        match self.purpose() {
            Purpose::Change(_) => {
                let wanted = Wanted::Level(self.level.get());
                edits.into_iter().map(|edit| Edit { wanted, ..edit }).collect()
            }
            Purpose::Revoke | Purpose::Undo(_) => edits,
        }
    }

    pub(super) fn writes(self) -> Vec<Write> {
        Write::all(&self.target(), &self.edits())
    }

    pub(super) fn grave(self) -> Vec<Grave> {
        let edits: Vec<Edit> = self.writes().into_iter().flat_map(|write| write.edits).collect();
        let list = self.list.get().unwrap_or_default();
        grave(&edits, &list, &self.caller.get_value())
    }

    /// What has to be typed where the write is grave.
    pub(super) fn name(self) -> String {
        match self.target() {
            Target::Image(_, image) => image.to_string(),
            Target::Organization(organization) => organization.to_string(),
        }
    }

    pub(super) fn is_confirmed(self) -> bool {
        self.grave().is_empty() || self.typed.with(|typed| typed.trim() == self.name())
    }

    /// Takes in how an order went: what is still to be done is done from what the list shows now.
    pub(super) fn learn(self, done: &Done, list: Option<&AccessList>) {
        let rest: Vec<Edit> = match done {
            Done::Sent { results, .. } => {
                let open = results.iter().filter(|(_, outcome)| *outcome != Outcome::Applied);
                open.map(|(edit, _)| edit.clone()).collect()
            }
            Done::Drifted(_) | Done::NotSent(_) => self.base.get_untracked(),
        };
        let rest = match list {
            Some(list) => seen_anew(&rest, list),
            None => rest,
        };
        let _ = self.base.try_set(rest);
        let _ = self.typed.try_set(String::new());
        let _ = self.attempted.try_set(false);
    }
}
