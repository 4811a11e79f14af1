//! What can happen to a run, case by case.

use super::*;
use crate::change::write::{Action, Write};
use crate::model::access::AccessList;
use crate::model::level::Level::{self, Manage, Read, Write as Push};
use crate::plan::sketch::staged;
use crate::plan::staging::Staged;
use crate::review::sketch::{grant, list, target};
use crate::review::snapshot::Fault;

mod cases;
mod control;
mod held;

fn run(edits: impl IntoIterator<Item = Staged>) -> Run {
    Run::new(&edits.into_iter().collect(), &UserId::new("me"))
}

/// A list with these users.
fn of(users: &[(&str, Level)]) -> Answer {
    Answer::List(access(users))
}

fn access(users: &[(&str, Level)]) -> AccessList {
    list(&users.iter().map(|(id, level)| grant(id, *level)).collect::<Vec<_>>())
}

fn status(status: u16) -> Answer {
    Answer::Failed(Failure::Fault(Fault::Status { status, code: None }))
}

fn denied() -> Answer {
    Answer::Failed(Failure::Denied { status: 403, code: None })
}

const THROTTLED: Answer = Answer::Failed(Failure::Throttled);
const SESSION_ENDED: Answer = Answer::Failed(Failure::SessionEnded);
const LOST: Answer = Answer::Failed(Failure::Fault(Fault::NoAnswer));

fn called(command: &Command) -> String {
    match command {
        Command::Look(target) => format!("look {target}"),
        Command::Witness(target) => format!("witness {target}"),
        Command::Send(Write { target, action, edits }) => {
            let verb = match action {
                Action::Grant => "grant",
                Action::Change => "change",
                Action::Revoke => "revoke",
            };
            let ids: Vec<&str> = edits.iter().map(|edit| edit.id.as_str()).collect();
            format!("{verb} {target} {}", ids.join(" "))
        }
    }
}

/// Answers one request after the other, and says which they were.
fn answer(run: &mut Run, answers: impl IntoIterator<Item = Answer>) -> Vec<String> {
    let mut asked = Vec::new();
    for answer in answers {
        let (ticket, command) =
            run.next_command().unwrap_or_else(|| panic!("nothing to ask after {asked:?}"));
        asked.push(called(&command));
        assert!(run.take(ticket, answer));
    }
    asked
}

/// The word of each edit.
fn words(run: &Run) -> Vec<Word> {
    run.items().map(|item| item.word.cloned().unwrap()).collect()
}

fn kinds(run: &Run) -> Vec<Option<Kind>> {
    run.items().map(|item| item.word.map(Word::kind)).collect()
}

/// One user is to go from Read to Write, and this is answered.
fn one(answers: impl IntoIterator<Item = Answer>) -> Run {
    let mut run = run([staged("a", "ann", Some(Read), Some(Push))]);
    answer(&mut run, answers);
    run
}
