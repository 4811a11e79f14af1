//! The dialog that asks before a change, a revocation or an undo is sent, and says what became of everybody.

mod confirmation;
mod decision;
mod differences;
mod losses;
mod managers;
mod results;
mod sentence;

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::error::Kind;
use crate::components::announcer::Announce;
use crate::components::choice::Choice;
use crate::components::dialog::{Dialog, DialogFoot};
use crate::components::request_view::RequestView;
use crate::domain::access::AccessList;
use crate::domain::level::Level;
use crate::domain::names::{Target, UserId};
use crate::domain::reveal::visible;
use crate::domain::undo::Cannot;
use crate::domain::write::Edit;
use crate::pages::request_text::as_text;
use crate::state::writer::{Done, Order, Precaution, Writer};
use crate::words::use_locale;

use confirmation::Confirmation;
use decision::Decision;
use differences::Differences;

pub use managers::AskManagers;
pub use results::{OutcomeLabel, Results, contradicts};
pub use sentence::sentence;

/// What the user is asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// On what.
    pub target: Target,
    /// Why.
    pub purpose: Purpose,
    /// What is to become of whom. When levels are changed, the dialog decides on which.
    pub edits: Vec<Edit>,
    /// Whose present permission is somebody else's doing.
    pub others: Vec<UserId>,
    /// For whom nothing can be done.
    pub cannot: Vec<(Edit, Cannot)>,
}

/// Why the user is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To set a level, of which this one is preselected.
    Change(Level),
    /// To take permissions away.
    Revoke,
    /// To undo an entry of the journal.
    Undo(usize),
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
    /// Something was sent or tried: what the list says now, if it could be read.
    on_list: Callback<Option<AccessList>>,
    /// All of it was done.
    on_done: Callback<Vec<Edit>>,
) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let purpose = question.purpose;
    let decision = Decision::new(question, list);
    let Decision { writer, .. } = decision;
    let kind = Kind::of(&decision.target());
    let all = StoredValue::new(Vec::<Edit>::new());
    let went = Callback::new(move |(done, list): (Done, Option<AccessList>)| {
        if done.ended_session() {
            // The dialog "Sign in again" speaks of it; this one keeps everything.
            return writer.reset();
        }
        decision.learn(&done, list.as_ref());
        let _ = on_list.try_run(list);
        if done.is_whole() {
            writer.reset();
            let edits = all.try_get_value().unwrap_or_default();
            announce.toast(sentence(t, purpose, kind, &edits, &done));
            let _ = on_done.try_run(edits);
        }
    });
    let send = move || {
        decision.attempted.set(true);
        let writes = decision.writes.get_untracked();
        if writes.is_empty() {
            return on_close.run(());
        }
        if !untrack(|| decision.is_confirmed()) {
            return;
        }
        all.set_value(writes.iter().flat_map(|write| write.edits.clone()).collect());
        let undoes = if let Purpose::Undo(number) = purpose { Some(number) } else { None };
        writer.run(
            Order { target: decision.target(), writes, precaution: Precaution::LookFirst, undoes },
            went,
        );
    };
    let close = Callback::new(move |()| {
        if !untrack(|| writer.is_running()) {
            on_close.run(());
        }
    });
    let title = match purpose {
        Purpose::Change(_) => t.prop(|w| w.changes().change_title),
        Purpose::Revoke => t.prop(|w| w.changes().revoke_title),
        Purpose::Undo(_) => t.prop(|w| w.changes().undo_title),
    };
    let subtitle = t.format(move |w| (w.grant().on)(&visible(decision.target().to_string())));
    let running = Signal::derive(move || writer.is_running());
    view! {
        <Dialog title subtitle on_dismiss=close>
            <form
                class="dialog__body"
                novalidate
                aria-busy=move || running.get().to_string()
                on:submit=move |event| {
                    event.prevent_default();
                    send();
                }
            >
                <Results writer target=decision.target()/>
                <Show when=Signal::derive(move || matches!(purpose, Purpose::Change(_)))>
                    <Choice
                        label=t.prop(|w| w.grant().permission)
                        options=Level::ALL.to_vec()
                        word=|level: Level, words| words.levels.name(level).to_owned()
                        value=decision.level
                        on_choose=Callback::new(move |level| decision.level.set(level))
                    />
                </Show>
                <Differences decision/>
                <Confirmation decision/>
                <RequestView shown=as_text(move || decision.writes.get(), list)/>
                <Foot writer purpose on_cancel=close/>
            </form>
        </Dialog>
    }
}

#[component]
fn Foot(writer: Writer, purpose: Purpose, on_cancel: Callback<()>) -> impl IntoView {
    let t = use_locale();
    let verb = move || {
        let words = t.words().changes();
        match (writer.done(), purpose) {
            (Some(Done::Sent { .. }), _) => words.retry,
            (_, Purpose::Change(_)) => words.change,
            (_, Purpose::Revoke) => words.revoke,
            (_, Purpose::Undo(_)) => words.undo,
        }
    };
    view! {
        <DialogFoot
            cancel=t.prop(|w| w.grant().cancel)
            verb=Signal::derive(move || verb().to_owned())
            busy=Signal::derive(move || writer.is_running())
            is_offline=Signal::derive(move || writer.is_offline())
            danger=purpose == Purpose::Revoke
            on_cancel
        />
    }
}
