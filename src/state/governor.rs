//! The pace of a session: scans and runs send by it, and the requests of people take their room.

use crate::view::prelude::*;

use crate::api::ApiError;
use crate::api::watch::{Watch, watch};
use domain::review::pace::{Pace, Permit, Protocol, Sender, Turn};

use super::paced::{heard, steady};
use super::session_owner::SessionOwner;

/// See the module.
#[derive(Clone, Copy)]
pub struct Governor {
    pace: StoredValue<Pace>,
    /// How many answers have come. Each may have made room.
    answers: RwSignal<u32>,
}

impl Governor {
    /// The one of the present session.
    pub fn of_session() -> Self {
        expect_context::<SessionOwner>().share(Self::new)
    }

    fn new() -> Self {
        let pace = StoredValue::new(Pace::new(Protocol::OneByOne));
        let governor = Self { pace, answers: RwSignal::new(0) };
        watch(Some(Watch {
            sent: Box::new(move || governor.send(Sender::Person)),
            answered: Box::new(move |permit, failure| {
                governor.answer(permit, failure);
            }),
        }));
        on_cleanup(|| watch(None));
        governor
    }

    /// Does something after each answer, whoever has asked for it.
    pub fn after_answers(self, run: impl Fn() + 'static) {
        effect(move || {
            self.answers.track();
            untrack(&run);
        });
    }

    /// Says how connections carry requests.
    pub fn set_protocol(self, protocol: Protocol) {
        let _ = self.pace.try_update_value(|pace| pace.set_protocol(protocol));
    }

    /// Whether somebody may send the next request.
    pub fn turn(self, sender: Sender) -> Turn {
        self.pace.try_with_value(|pace| pace.turn(sender, steady())).unwrap_or(Turn::AfterAnswer)
    }

    /// Notes that somebody sends something; `None` once the session is over.
    pub fn send(self, sender: Sender) -> Option<Permit> {
        self.pace.try_update_value(|pace| pace.send(sender, steady()))
    }

    /// Notes what came of it. Says whether the session goes on.
    pub fn hear<T>(self, permit: Permit, answer: &Result<T, ApiError>) -> bool {
        self.answer(permit, answer.as_ref().err())
    }

    /// The pace that is kept because the service asked for it, in requests per second.
    pub fn per_second(self) -> Option<f64> {
        self.pace.try_with_value(Pace::per_second).flatten()
    }

    /// Whether nothing is sent at present because the service asked for it.
    pub fn is_asked_to_wait(self) -> bool {
        self.pace.try_with_value(|pace| pace.waits_until().is_some()).unwrap_or_default()
    }

    fn answer(self, permit: Permit, failure: Option<&ApiError>) -> bool {
        let is_there =
            self.pace.try_update_value(|pace| pace.receive(permit, heard(failure), steady())).is_some();
        let _ = self.answers.try_update(|answers| *answers = answers.wrapping_add(1));
        is_there
    }
}
