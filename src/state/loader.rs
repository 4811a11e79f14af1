//! The one way in which pages read from the APIs.
//!
//! A loader follows a key (which image is on the screen) and the session. When either changes it gives up the
//! request under way and starts the next at once; an answer counts only while it is the newest, and is drawn
//! only under its own key. Leptos' own resources do neither (`docs/decisions/0002-own-loader.md`).

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;

use crate::api::{ApiError, Cancel, Client};

use super::clock::now;
use super::load::{Load, Slot};
use super::signed_in::SignedIn;
use super::spawn;

type Fetch<K, V> = Rc<dyn Fn(Client, K, Cancel) -> Pin<Box<dyn Future<Output = Result<V, ApiError>>>>>;

/// Loads the value of a key, whichever key it is at present.
pub struct Loader<K: Send + Sync + 'static, V: Send + Sync + 'static> {
    key: Memo<K>,
    slot: RwSignal<Slot<K, V>>,
    fetch: StoredValue<Fetch<K, V>, LocalStorage>,
    running: StoredValue<Option<Cancel>, LocalStorage>,
    session: SignedIn,
}

impl<K, V> Clone for Loader<K, V>
where
    K: Send + Sync + 'static,
    V: Send + Sync + 'static,
{
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, V> Copy for Loader<K, V>
where
    K: Send + Sync + 'static,
    V: Send + Sync + 'static,
{
}

impl<K, V> Loader<K, V>
where
    K: Clone + PartialEq + Send + Sync + 'static,
    V: Send + Sync + 'static,
{
    /// A loader that belongs to the present owner: when that goes, the request under way is given up.
    pub fn new<F>(
        session: SignedIn,
        key: impl Fn() -> K + Send + Sync + 'static,
        fetch: impl Fn(Client, K, Cancel) -> F + 'static,
    ) -> Self
    where
        F: Future<Output = Result<V, ApiError>> + 'static,
    {
        let fetch: Fetch<K, V> = Rc::new(move |client, key, cancel| Box::pin(fetch(client, key, cancel)));
        let loader = Self {
            key: Memo::new(move |_| key()),
            slot: RwSignal::new(Slot::new()),
            fetch: StoredValue::new_local(fetch),
            running: StoredValue::new_local(None),
            session,
        };
        Effect::new(move |_| {
            let (key, client) = (loader.key.get(), session.client());
            loader.start(key, client);
        });
        on_cleanup(move || loader.give_up());
        loader
    }

    /// The state under the present key.
    pub fn state(self) -> Load<V> {
        let key = self.key.get();
        self.slot.with(|slot| slot.under(&key))
    }

    /// The present key.
    pub fn key(self) -> K {
        self.key.get()
    }

    /// Reads again. What is on the screen stays there meanwhile.
    pub fn refresh(self) {
        if let (Some(key), Some(client)) = (self.key.try_get_untracked(), self.session.try_client_untracked())
        {
            self.start(key, client);
        }
    }

    /// Gives up the request under way; the region then says so.
    pub fn cancel(self) {
        self.give_up();
    }

    fn start(self, key: K, client: Client) {
        self.give_up();
        let cancel = Cancel::new();
        let Some(ticket) = self.slot.try_update(|slot| slot.begin(key.clone())) else { return };
        let _ = self.running.try_update_value(|running| *running = Some(cancel.clone()));
        let Some(fetch) = self.fetch.try_get_value() else { return };
        let answer = fetch(client.clone(), key, cancel);
        spawn(async move {
            let answer = answer.await;
            let ended = answer.as_ref().is_err_and(ApiError::ends_session);
            let counted = self.slot.try_update(|slot| slot.settle(ticket, answer, now())).unwrap_or(false);
            if counted && ended {
                self.session.ended(&client);
            }
        });
    }

    fn give_up(self) {
        let running = self.running.try_update_value(Option::take).flatten();
        if let Some(cancel) = running {
            cancel.cancel();
        }
    }
}
