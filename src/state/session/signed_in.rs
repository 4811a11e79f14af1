//! What pages behind the sign-in share: a session that is certainly there.

use crate::view::prelude::*;

use crate::api::{ApiError, Client};
use crate::config::WritePolicy;
use domain::model::user::Caller;

use super::{Hold, Session};
use crate::state::connection::Connection;

/// The session as pages see it. It is provided once someone is signed in, and pages live only below it, so none
/// of them has to ask whether there is one.
#[derive(Clone, Copy)]
pub struct SignedIn {
    session: Session,
    client: RwSignal<Client>,
    caller: StoredValue<Caller>,
    connection: Connection,
}

impl SignedIn {
    /// The session of a caller. Its client changes when the caller signs in again.
    pub fn new(session: Session, client: Client, caller: Caller) -> Self {
        Self {
            session,
            client: RwSignal::new(client),
            caller: StoredValue::new(caller),
            connection: Connection::new(),
        }
    }

    /// The way to the APIs; anyone who reads it in an effect reads again after a new sign-in.
    pub fn client(self) -> Client {
        self.client.get()
    }

    /// The same, without following changes; `None` when the page is gone.
    pub fn try_client_untracked(self) -> Option<Client> {
        self.client.try_get_untracked()
    }

    /// The same caller has signed in again.
    pub fn renew(self, client: Client) {
        if self.client.with_untracked(|present| *present != client) {
            self.client.set(client);
        }
    }

    /// Who is signed in.
    pub fn caller(self) -> Caller {
        self.caller.get_value()
    }

    /// What `config.json` says about writing.
    pub fn write_policy(self) -> WritePolicy {
        self.session.config().write_policy
    }

    /// A write is under way for as long as what this returns is there: the session does not end by itself meanwhile.
    pub(in crate::state) fn hold(self) -> Hold {
        self.session.hold()
    }

    /// Whether the network is there.
    pub const fn connection(self) -> Connection {
        self.connection
    }

    /// A call of a client has failed: the session may be over, or the network gone.
    pub fn failed(self, client: &Client, error: &ApiError) {
        if error.ends_session() {
            self.session.ended(client);
        }
        self.connection.note(error);
    }
}

/// The session context of a page.
pub fn use_signed_in() -> SignedIn {
    expect_context::<SignedIn>()
}
