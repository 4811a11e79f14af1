//! The one way in which pages read from the APIs.
//!
//! A loader follows a key (which image is on the screen) and the session. When either changes it gives up the
//! request under way and starts the next at once; an answer counts only while it is the newest, and is drawn
//! only under its own key. Leptos' own resources do neither (`docs/decisions/0002-own-loader.md`).

use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::{ApiError, Cancel, Client, Pause};
use crate::view::effect::effect;
use domain::text::time::UnixMillis;

use super::clock::now;
use super::load::{Fresh, Keyed, Load, Status};
use super::session::signed_in::SignedIn;
use super::spawn;

/// Data of any type. What a loader does is compiled once for all of them; only [`Loader`] puts data in and takes it
/// out, always as the one type that it is made for.
type AnyData = Arc<dyn Any + Send + Sync>;

type Answer = Pin<Box<dyn Future<Output = Result<AnyData, ApiError>>>>;

/// Asks for the present key's value; `None` when the page is gone.
type Fetch = Rc<dyn Fn(Client, Cancel) -> Option<Answer>>;

/// Loads the value of a key, whichever key it is at present.
pub struct Loader<K: Send + Sync + 'static, V: Send + Sync + 'static> {
    reader: Reader,
    of: PhantomData<fn(K) -> V>,
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
        // The keys in a row are counted, so that what follows needs to know numbers only.
        let keys = Memo::new(move |earlier: Option<&(u64, K)>| {
            let key = key();
            match earlier {
                Some((number, earlier)) if *earlier == key => (*number, key),
                Some((number, _)) => (*number + 1, key),
                None => (0, key),
            }
        });
        let fetch: Fetch = Rc::new(move |client, cancel| {
            let (_, key) = keys.try_get_untracked()?;
            let answer = fetch(client, key, cancel);
            Some(Box::pin(async move { answer.await.map(|value| Arc::new(value) as AnyData) }))
        });
        let number = Signal::derive(move || keys.with(|(number, _)| *number));
        Self { reader: Reader::new(session, number, fetch), of: PhantomData }
    }

    /// The state under the present key.
    pub fn state(self) -> Load<Fresh<V>> {
        self.reader
            .state()
            .filter_map(|Fresh { value, at }| Some(Fresh { value: Arc::clone(&*value).downcast().ok()?, at }))
    }

    /// The data under the present key, if there is any.
    pub fn fresh(self) -> Option<Fresh<V>> {
        self.state().data().cloned()
    }

    /// The loader as those see it who need not know what it loads.
    pub fn reader(self) -> Reader {
        self.reader
    }

    /// Reads again without a request of the user's. What is on the screen stays there meanwhile.
    pub fn reload(self) {
        self.reader.reload();
    }

    /// Shows an earlier reading of the present key, with its time, until the first answer comes.
    pub fn begin_with(self, reading: Fresh<V>) {
        let Fresh { value, at } = reading;
        let Some(key) = self.reader.key.try_get_untracked() else { return };
        let data = Fresh { value: Arc::new(value as AnyData), at };
        let _ = self.reader.keyed.try_update(|keyed| keyed.offer(key, data));
    }

    /// Shows data that was just read in another way, and gives up the request under way: it would be older.
    pub fn show(self, value: Arc<V>) {
        self.reader.show(value);
    }
}

/// A loader without the type of its data: for the frame around a region, whose look depends on the state alone.
#[derive(Clone, Copy)]
pub struct Reader {
    /// The number of the present key.
    key: Signal<u64>,
    keyed: RwSignal<Keyed<u64, AnyData>>,
    fetch: StoredValue<Fetch>,
    running: StoredValue<Option<Cancel>>,
    /// When the next try comes, while one waits for as long as the service asked for.
    next_try: RwSignal<Option<UnixMillis>>,
    /// How many refreshes of the user's have brought data.
    refreshed: RwSignal<u64>,
    session: SignedIn,
}

/// Who is waiting for a read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum AskedBy {
    User,
    Program,
}

impl Reader {
    fn new(session: SignedIn, key: Signal<u64>, fetch: Fetch) -> Self {
        let reader = Self {
            key,
            keyed: RwSignal::new(Keyed::new()),
            fetch: StoredValue::new(fetch),
            running: StoredValue::new(None),
            next_try: RwSignal::new(None),
            refreshed: RwSignal::new(0),
            session,
        };
        effect(move || {
            let (key, client) = (key.get(), session.client());
            reader.start(key, client, AskedBy::Program);
        });
        let mut earlier = None;
        effect(move || {
            let returns = session.connection().returns();
            if earlier.replace(returns).is_some_and(|earlier| earlier != returns) {
                reader.reload();
            }
        });
        on_cleanup(move || reader.cancel());
        reader
    }

    fn state(self) -> Load<Fresh<AnyData>> {
        let key = self.key.get();
        self.keyed.with(|keyed| keyed.under(&key))
    }

    /// The state under the present key.
    pub fn status(self) -> Status {
        self.state().filter_map(|fresh| Some(fresh.at))
    }

    /// Reads again because the user asks for it. What is on the screen stays there meanwhile.
    pub fn refresh(self) {
        self.read_again(AskedBy::User);
    }

    /// Reads again without a request of the user's.
    pub fn reload(self) {
        self.read_again(AskedBy::Program);
    }

    /// How many refreshes of the user's have brought data: it changes when one does.
    pub fn refreshed(self) -> u64 {
        self.refreshed.get()
    }

    fn read_again(self, by: AskedBy) {
        if let (Some(key), Some(client)) = (self.key.try_get_untracked(), self.session.try_client_untracked())
        {
            self.start(key, client, by);
        }
    }

    /// When the next try comes, while one waits for as long as the service asked for.
    pub fn next_try(self) -> Option<UnixMillis> {
        self.next_try.get()
    }

    /// Gives up the request under way; the region then says so.
    pub fn cancel(self) {
        let running = self.running.try_update_value(Option::take).flatten();
        if let Some(cancel) = running {
            cancel.cancel();
        }
    }

    fn show(self, data: AnyData) {
        self.cancel();
        let Some(key) = self.key.try_get_untracked() else { return };
        let _ = self.keyed.try_update(|keyed| {
            let ticket = keyed.begin(key);
            keyed.settle(ticket, Ok(data), now())
        });
    }

    fn start(self, key: u64, client: Client, by: AskedBy) {
        self.cancel();
        let Some(ticket) = self.keyed.try_update(|keyed| keyed.begin(key)) else { return };
        self.pauses(None);
        let cancel = Cancel::watched(move |pause| {
            // Only the present request's pauses are anyone's concern.
            if self.keyed.try_with_untracked(|keyed| keyed.is_present(ticket)) == Some(true) {
                self.pauses(pause);
            }
        });
        let _ = self.running.try_update_value(|running| *running = Some(cancel.clone()));
        let Some(fetch) = self.fetch.try_get_value() else { return };
        let Some(answer) = fetch(client.clone(), cancel) else { return };
        spawn(async move {
            let answer = answer.await;
            let error = answer.as_ref().err().cloned();
            let counted = self.keyed.try_update(|keyed| keyed.settle(ticket, answer, now())).unwrap_or(false);
            match error {
                Some(error) if counted => self.session.failed(&client, &error),
                None if counted && by == AskedBy::User => {
                    let _ = self.refreshed.try_update(|refreshed| *refreshed += 1);
                }
                _ => {}
            }
        });
    }

    fn pauses(self, pause: Option<Pause>) {
        let asked_for = pause.filter(|pause| pause.asked_for);
        let next_try = asked_for.map(|pause| UnixMillis(now().0 + i64::from(pause.milliseconds)));
        if self.next_try.try_get_untracked().is_some_and(|present| present != next_try) {
            self.next_try.set(next_try);
        }
    }
}
