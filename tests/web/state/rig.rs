//! A session without an app, and answers that come when a test wants them to.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use domain::change::outcome::Outcome;
use domain::change::recorded::Recorded;
use domain::model::names::{AccountName, UserId, UserName};
use domain::model::user::Caller;
use js_sys::{Function, Promise};
use swr_console::api::client::Endpoints;
use swr_console::api::error::{ErrorBody, Failure};
use swr_console::api::iam::IssuedToken;
use swr_console::api::stored::BeganWith;
use swr_console::api::{ApiError, Cancel, Client, Token};
use swr_console::config::Region;
use swr_console::state::journal::Entry;
use swr_console::state::load::{Fresh, Load};
use swr_console::state::session::Session;
use swr_console::state::session::signed_in::SignedIn;
use swr_console::view::prelude::*;
use swr_emulator::browser::{self, Installed};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::support::console::{SLOWLY, one_region, small};

/// A client with a token of that text.
pub fn client(token: &str) -> Client {
    let region: Region = one_region().regions.remove(0);
    Client::new(Endpoints::from(&region), Token::new(token).unwrap())
}

/// The session that pages have.
pub fn signed_in() -> SignedIn {
    let caller =
        Caller { id: UserId::new("me"), name: UserName::new("me"), account: AccountName::new("demo") };
    SignedIn::new(Session::install(one_region()), client("first-token"), caller)
}

/// The administrator's session, on an emulator whose answers take their time, so that something can happen before them;
/// and what pages have of it, which is made where they live.
pub fn administrator() -> (Installed, Session, impl FnOnce() -> SignedIn) {
    let mut cloud = browser::install(small().with_latency(SLOWLY));
    let token = cloud.sign_in("admin").unwrap().to_string();
    let id = cloud.read(|emulator| emulator.store().user_named("admin").unwrap().id.to_string());
    let caller =
        Caller { id: UserId::new(id), name: UserName::new("admin"), account: AccountName::new("demo") };
    let session = Session::install(one_region());
    let issued = IssuedToken {
        token: Token::new(&token).unwrap(),
        caller: caller.clone(),
        project: None,
        expires: None,
        issued: None,
    };
    session.begin(issued, &one_region().regions[0], BeganWith::Password);
    let client = session.state_untracked().active().unwrap().client.clone();
    (cloud, session, move || SignedIn::new(session, client, caller))
}

/// An answer with a status.
pub fn status(status: u16) -> ApiError {
    ApiError::Status(Failure { status, body: ErrorBody::Empty, request_id: None, retry_after: None })
}

/// A request that waits for its answer.
pub struct Asked<K, V> {
    /// What was asked for.
    pub key: K,
    /// The way by which the loader gives it up.
    pub cancel: Cancel,
    /// Which session asked.
    pub client: Client,
    answer: Rc<RefCell<Option<Result<V, ApiError>>>>,
    wake: Function,
}

impl<K, V> Asked<K, V> {
    /// Answers it.
    pub fn answer(self, answer: Result<V, ApiError>) {
        *self.answer.borrow_mut() = Some(answer);
        self.wake.call0(&JsValue::UNDEFINED).unwrap();
    }
}

/// An answer on its way.
type Answer<V> = Pin<Box<dyn Future<Output = Result<V, ApiError>>>>;

/// A service that answers when the test says so. Clones are the same service.
pub struct Service<K, V>(Rc<RefCell<Vec<Asked<K, V>>>>);

impl<K, V> Clone for Service<K, V> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<K: 'static, V: 'static> Service<K, V> {
    /// A service that nobody has asked yet.
    pub fn new() -> Self {
        Self(Rc::default())
    }

    /// What a loader does to read.
    pub fn fetch(&self) -> impl Fn(Client, K, Cancel) -> Answer<V> + 'static {
        let service = self.clone();
        move |client, key, cancel| {
            let answer = Rc::new(RefCell::new(None));
            let mut wake = None;
            let woken = Promise::new(&mut |resolve, _| wake = Some(resolve));
            let asked = Asked { key, cancel, client, answer: Rc::clone(&answer), wake: wake.unwrap() };
            service.0.borrow_mut().push(asked);
            Box::pin(async move {
                JsFuture::from(woken).await.unwrap();
                answer.take().unwrap()
            })
        }
    }

    /// How many requests wait.
    pub fn waiting(&self) -> usize {
        self.0.borrow().len()
    }

    /// Takes the oldest request.
    pub fn next(&self) -> Asked<K, V> {
        self.take(0)
    }

    /// Takes one of the requests that wait.
    pub fn take(&self, index: usize) -> Asked<K, V> {
        self.0.borrow_mut().remove(index)
    }
}

impl<K: 'static, V: 'static> Default for Service<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

/// What a loader shows, in short: the value, and whether it is being renewed or old.
pub fn shown<V: Copy>(load: &Load<Fresh<V>>) -> (Option<V>, &'static str) {
    let phase = match load {
        Load::First => "first",
        Load::Ready(_) => "ready",
        Load::Refreshing(_) => "refreshing",
        Load::Stale(..) => "stale",
        Load::Failed(_) => "failed",
        Load::Ended => "ended",
    };
    (load.data().map(|fresh| *fresh.value), phase)
}

/// A loader's state without following changes.
pub fn look<K, V>(loader: swr_console::state::loader::Loader<K, V>) -> (Option<V>, &'static str)
where
    K: Clone + PartialEq + Send + Sync + 'static,
    V: Copy + Send + Sync + 'static,
{
    untrack(|| shown(&loader.state()))
}

/// What is known of each user of an entry.
pub fn outcomes_of(entry: &Entry) -> Vec<Outcome> {
    match &entry.recorded {
        Recorded::Permissions { outcomes, .. } => outcomes.clone(),
        Recorded::Outside { .. } => panic!("{entry:?} is not about users"),
    }
}
