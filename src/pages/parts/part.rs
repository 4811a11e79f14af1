//! One part: whether it is there, and its functions.

use std::future::Future;
use std::pin::Pin;

use crate::state::connection::saves_data;
use crate::state::spawn;
use crate::view::prelude::*;

/// The functions of a part that is on its way; `None` if it could not be fetched.
pub type Arriving<T> = Pin<Box<dyn Future<Output = Option<&'static T>>>>;

/// How far a part has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrival {
    /// Nobody has asked for it.
    Away,
    /// It was asked for.
    OnItsWay,
    /// It could not be fetched. That is forgotten when it is next asked for.
    Failed,
    /// Its functions can be called.
    Here,
}

/// A part with the functions `T`.
pub struct Part<T: 'static> {
    pub(super) arrival: RwSignal<Arrival>,
    functions: StoredValue<Option<&'static T>>,
    fetch: fn() -> Arriving<T>,
}

impl<T: 'static> Clone for Part<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Part<T> {}

impl<T: Send + Sync + 'static> Part<T> {
    /// A part that was not asked for yet.
    pub(super) fn new(fetch: fn() -> Arriving<T>) -> Self {
        Self { arrival: RwSignal::new(Arrival::Away), functions: StoredValue::new(None), fetch }
    }

    /// Its functions, once it is there.
    pub fn get(self) -> Option<&'static T> {
        (self.arrival.get() == Arrival::Here).then(|| self.functions.get_value()).flatten()
    }

    /// Asks for it, unless it is there or on its way.
    pub fn fetch(self) {
        if matches!(self.arrival.get_untracked(), Arrival::OnItsWay | Arrival::Here) {
            return;
        }
        self.arrival.set(Arrival::OnItsWay);
        spawn(async move {
            let _ = self.arrive().await;
        });
    }

    async fn arrive(self) -> Option<&'static T> {
        let functions = (self.fetch)().await;
        let _ = self.functions.try_set_value(functions);
        let _ = self.arrival.try_set(if functions.is_some() { Arrival::Here } else { Arrival::Failed });
        functions
    }

    /// Does something with its functions, now or once it is there; or something else, if it can't be fetched.
    pub fn call(self, then: impl FnOnce(&'static T) + 'static, failed: impl FnOnce() + 'static) {
        if let Some(functions) = untrack(|| self.get()) {
            return then(functions);
        }
        spawn(async move {
            match self.arrive().await {
                Some(functions) => then(functions),
                None => failed(),
            }
        });
    }

    /// Waits for it no longer. It is used if it arrives later.
    pub(super) fn give_up(self) {
        if self.arrival.get_untracked() == Arrival::OnItsWay {
            self.arrival.set(Arrival::Failed);
        }
    }

    /// Asks for it while the user still reads what is there; not where the user has asked browsers to save data.
    pub fn fetch_ahead(self) {
        if !saves_data() {
            self.fetch();
        }
    }
}
