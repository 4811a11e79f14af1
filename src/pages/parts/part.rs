//! One part: whether it is there, and its functions.

use std::future::Future;
use std::pin::Pin;

use crate::state::connection::saves_data;
use crate::state::spawn;
use crate::view::prelude::*;

/// The functions of a part that is on its way; `None` if it could not be fetched.
pub type Arriving<T> = Pin<Box<dyn Future<Output = Option<&'static T>>>>;

/// How far a part with the functions `T` has come.
enum Arrival<T: 'static> {
    /// It was not requested yet.
    Away,
    /// It was requested.
    OnItsWay,
    /// It could not be fetched. The next request tries again.
    Failed,
    /// Its functions can be called.
    Here(&'static T),
}

impl<T: 'static> Clone for Arrival<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Arrival<T> {}

/// A part with the functions `T`.
pub struct Part<T: 'static> {
    arrival: RwSignal<Arrival<T>>,
    fetch: fn() -> Arriving<T>,
}

impl<T: 'static> Clone for Part<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Part<T> {}

impl<T: Send + Sync + 'static> Part<T> {
    /// A part that was not requested yet.
    pub(super) fn new(fetch: fn() -> Arriving<T>) -> Self {
        Self { arrival: RwSignal::new(Arrival::Away), fetch }
    }

    /// Its functions, once it is there.
    pub fn get(self) -> Option<&'static T> {
        match self.arrival.get() {
            Arrival::Here(functions) => Some(functions),
            Arrival::Away | Arrival::OnItsWay | Arrival::Failed => None,
        }
    }

    /// Whether it could not be fetched.
    pub(super) fn has_failed(self) -> bool {
        matches!(self.arrival.get(), Arrival::Failed)
    }

    /// Requests it, unless it is there or on its way.
    pub fn fetch(self) {
        if matches!(self.arrival.get_untracked(), Arrival::OnItsWay | Arrival::Here(_)) {
            return;
        }
        self.arrival.set(Arrival::OnItsWay);
        spawn(async move {
            let _ = self.arrive().await;
        });
    }

    async fn arrive(self) -> Option<&'static T> {
        let functions = (self.fetch)().await;
        let _ = self.arrival.try_set(functions.map_or(Arrival::Failed, Arrival::Here));
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

    /// Stops waiting for it. It is used if it arrives later.
    pub(super) fn give_up(self) {
        if matches!(self.arrival.get_untracked(), Arrival::OnItsWay) {
            self.arrival.set(Arrival::Failed);
        }
    }

    /// Requests it before it is needed, unless the user has asked the browser to save data.
    pub fn fetch_ahead(self) {
        if !saves_data() {
            self.fetch();
        }
    }
}
