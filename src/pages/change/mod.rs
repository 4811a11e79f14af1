//! The dialog that asks before a change, a revocation or an undo is sent, and shows the result for every user.

mod confirmation;
mod decision;
mod differences;
mod losses;
mod managers;
mod results;
mod sentence;

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::components::choice::Choice;
use crate::pages::request_text::Request;
use crate::pages::write_dialog::WriteDialog;
use crate::state::execute::BatchResult;
use crate::state::journal::{Note, Undoes};
use crate::state::writer::Writer;
use crate::words::{Text, use_locale};
use domain::change::batch::{Batch, Precaution};
use domain::change::reason::{MissingReason, Reason};
use domain::change::undo::Cannot;
use domain::change::write::Edit;
use domain::model::access::AccessList;
use domain::model::level::Level;
use domain::model::names::{Target, UserId};
use domain::model::operation::Kind;

use confirmation::Confirmation;
use decision::Decision;
use differences::Differences;

pub use managers::AskManagers;
pub use results::{OutcomeLabel, Results};
pub use sentence::sentence;

/// What the user is asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// On what.
    pub target: Target,
    /// Why.
    pub purpose: Purpose,
    /// The changes. When levels are changed, the dialog offers the first one's.
    pub edits: Vec<Edit>,
    /// Whose present permission is someone else's doing.
    pub others: Vec<UserId>,
    /// For whom nothing can be done.
    pub cannot: Vec<(Edit, Cannot)>,
}

/// Why the user is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To set a level.
    Change,
    /// To take permissions away.
    Revoke,
    /// To undo an entry of the journal, or a batch.
    Undo(Undoes),
}

impl Question {
    /// A question about a change or revocation.
    pub fn new(target: Target, purpose: Purpose, edits: Vec<Edit>) -> Self {
        Self { target, purpose, edits, others: Vec::new(), cannot: Vec::new() }
    }
}

/// The dialog: "Change permission", "Revoke permission" or "Undo".
#[component]
pub fn ChangeDialog(
    /// What is asked.
    question: Question,
    /// The present list of the target, as far as it is known.
    list: Signal<Option<Arc<AccessList>>>,
    /// Closed without doing it, or after a part of it.
    on_close: Callback<()>,
    /// Something was sent or tried.
    on_done: Callback<BatchResult>,
) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let purpose = question.purpose;
    let decision = Decision::new(question, list);
    let Decision { writer, .. } = decision;
    let kind = Kind::of(&decision.target());
    let on_result = Callback::new(move |result: BatchResult| {
        if result.ended_session() {
            // The dialog "Sign in again" speaks of it; this one keeps everything.
            return writer.reset();
        }
        decision.learn(&result);
        if result.all_applied() {
            writer.reset();
            announce.toast(sentence(t, purpose, kind, &result));
        }
        let _ = on_done.try_run(result);
    });
    let send = move |reason: Result<Option<Reason>, MissingReason>| {
        decision.name.attempt();
        let writes = decision.writes.get_untracked();
        if writes.is_empty() {
            return on_close.run(());
        }
        let Ok(reason) = reason else { return };
        if untrack(|| decision.is_confirmed()) {
            let batch = Batch { target: decision.target(), writes, precaution: Precaution::CompareFirst };
            let undoes = if let Purpose::Undo(undoes) = purpose { Some(undoes) } else { None };
            writer.submit(batch, Note { undoes, reason, planned_by: None }, on_result);
        }
    };
    let title = match purpose {
        Purpose::Change => t.prop(|w| w.changes().change_title),
        Purpose::Revoke => t.prop(|w| w.changes().revoke_title),
        Purpose::Undo(_) => t.prop(|w| w.changes().undo_title),
    };
    view! {
        <WriteDialog
            title
            target=decision.target()
            writer=writer.state()
            verb=verb(writer, purpose)
            danger=purpose == Purpose::Revoke
            on_send=Callback::new(send)
            on_close
        >
            <Results writer target=decision.target()/>
            {(purpose == Purpose::Change).then(|| view! {
                <Choice
                    label=t.prop(|w| w.grant().permission)
                    options=Level::ALL.to_vec()
                    word=|level: Level, words| words.levels.name(level).to_owned()
                    value=decision.level
                    on_choose=Callback::new(move |level| decision.level.set(level))
                />
            })}
            <Differences decision/>
            <Confirmation decision/>
            <Request writes=Callback::new(move |()| decision.writes.get()) list/>
        </WriteDialog>
    }
}

/// The name of the button that sends.
fn verb(writer: Writer, purpose: Purpose) -> Text {
    let t = use_locale();
    Signal::derive(move || {
        let words = t.words().changes();
        let was_sent = writer.result().is_some_and(|result| !result.results().is_empty());
        let verb = match purpose {
            _ if was_sent => words.retry,
            Purpose::Change => words.change,
            Purpose::Revoke => words.revoke,
            Purpose::Undo(_) => words.undo,
        };
        verb.to_owned()
    })
}
