//! One part: whether it is there, and its functions.

use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

use crate::state::connection::saves_data;
use crate::state::spawn;
use crate::view::prelude::*;

use super::{PartLoader, PartName};

/// The functions of any part. What fetches and awaits a part is compiled once for all of them; only [`Part`] knows the type.
pub type AnyPart = &'static (dyn Any + Send + Sync);

/// The functions of a part that is on its way; `None` if it could not be fetched.
pub type Arriving = Pin<Box<dyn Future<Output = Option<AnyPart>>>>;

/// How far a part has come.
#[derive(Clone, Copy)]
enum Arrival {
    /// It was not requested yet.
    Away,
    /// It was requested.
    OnItsWay,
    /// It could not be fetched. The next request tries again.
    Failed,
    /// Its functions can be called.
    Here(AnyPart),
}

/// A part, whatever its functions are.
#[derive(Clone, Copy)]
pub(super) struct Fetched {
    arrival: RwSignal<Arrival>,
    load: PartLoader,
    name: PartName,
}

impl Fetched {
    /// Its functions, once it is there.
    pub(super) fn get(self) -> Option<AnyPart> {
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
    pub(super) fn fetch(self) {
        if matches!(self.arrival.get_untracked(), Arrival::OnItsWay | Arrival::Here(_)) {
            return;
        }
        self.arrival.set(Arrival::OnItsWay);
        spawn(async move {
            let _ = self.arrive().await;
        });
    }

    async fn arrive(self) -> Option<AnyPart> {
        let functions = (self.load)(self.name).await;
        let _ = self.arrival.try_set(functions.map_or(Arrival::Failed, Arrival::Here));
        functions
    }

    /// Stops waiting for it. It is used if it arrives later.
    pub(super) fn give_up(self) {
        if matches!(self.arrival.get_untracked(), Arrival::OnItsWay) {
            self.arrival.set(Arrival::Failed);
        }
    }

    fn call(self, then: Box<dyn FnOnce(AnyPart)>, failed: Box<dyn FnOnce()>) {
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
}

/// A part with the functions `T`.
pub struct Part<T: 'static> {
    pub(super) fetched: Fetched,
    of: PhantomData<fn() -> T>,
}

impl<T: 'static> Clone for Part<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Part<T> {}

impl<T: Send + Sync + 'static> Part<T> {
    /// A part that was not requested yet. What comes by its name has the functions `T`; anything else is never used.
    pub(super) fn new(load: PartLoader, name: PartName) -> Self {
        Self { fetched: Fetched { arrival: RwSignal::new(Arrival::Away), load, name }, of: PhantomData }
    }

    /// Its functions, once it is there.
    pub fn get(self) -> Option<&'static T> {
        self.fetched.get()?.downcast_ref()
    }

    /// Requests it, unless it is there or on its way.
    pub fn fetch(self) {
        self.fetched.fetch();
    }

    /// Whether it is neither there nor could not be fetched.
    pub(in crate::pages) fn is_awaited(self) -> bool {
        self.fetched.get().is_none() && !self.fetched.has_failed()
    }

    /// Does something with its functions, now or once it is there; or something else, if it can't be fetched.
    pub fn call(self, then: impl FnOnce(&'static T) + 'static, failed: impl FnOnce() + 'static) {
        let then = move |functions: AnyPart| {
            if let Some(functions) = functions.downcast_ref() {
                then(functions);
            }
        };
        self.fetched.call(Box::new(then), Box::new(failed));
    }

    /// Requests it before it is needed, unless the user has asked the browser to save data.
    pub fn fetch_ahead(self) {
        if !saves_data() {
            self.fetch();
        }
    }
}
