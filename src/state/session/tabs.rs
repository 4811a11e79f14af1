//! What the tabs of a session have in common: its end, activity, a renewed token; and how a new tab gets it.
//! (`docs/decisions/0011-tabs-and-time.md`)

use std::sync::Arc;
use std::time::Duration;

use crate::view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::PageTransitionEvent;

use crate::api::between_tabs::Message;
use crate::api::stored::StoredSession;

use super::channel::random;
use super::heartbeat::Heartbeat;
use super::{Session, SignOutReason};

/// How long a new tab waits for the first answer.
const FIRST: Duration = Duration::from_millis(300);

/// How long it then waits for further ones, which may be of other sessions.
const FURTHER: Duration = Duration::from_millis(50);

/// This tab among the others.
#[derive(Clone, Copy)]
struct Tab {
    session: Session,
    heartbeat: Heartbeat,
    /// The name by which this tab has asked for a session, while it waits.
    asked: StoredValue<Option<String>>,
    /// The sessions that other tabs have offered.
    offers: StoredValue<Vec<Arc<StoredSession>>>,
}

/// Joins the other tabs, and, where `may_ask` and nobody is signed in, asks them for their session.
///
/// `may_ask` is not to be set on the sign-in page: anyone who signed out and reloads, or has come to sign in, wants no
/// session of another tab.
pub fn install(session: Session, heartbeat: Heartbeat, may_ask: bool) {
    let tab = Tab { session, heartbeat, asked: StoredValue::new(None), offers: StoredValue::new(Vec::new()) };
    session.channel().listen(move |message| tab.hear(message));
    match session.id() {
        // A tab that was away may have missed the end; anyone who knows of it answers.
        Some(id) => session.post(&Message::Active { id }),
        None if may_ask => tab.ask(),
        None => {}
    }
    let listener = window_event_listener_untyped("pageshow", move |event| {
        if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
            tab.come_back();
        }
    });
    on_cleanup(move || listener.remove());
}

impl Tab {
    fn ask(self) {
        let tab = random();
        self.session.set_asking(true);
        self.session.post(&Message::Ask { tab: tab.clone() });
        self.asked.set_value(Some(tab));
        set_timeout(move || self.settle(), FIRST);
    }

    fn hear(self, message: Message) {
        let session = self.session;
        match message {
            Message::Ask { tab } => {
                self.heartbeat.check();
                if let Some(stored) = session.to_hand_over() {
                    session.post(&Message::Session { to: tab, stored });
                }
            }
            Message::Session { to, stored } => {
                if self.asked.get_value().as_ref() == Some(&to) {
                    self.offers.update_value(|offers| offers.push(stored));
                    set_timeout(move || self.settle(), FURTHER);
                } else if session.id() == Some(to) {
                    session.adopt(stored);
                }
            }
            Message::Active { id } => {
                if session.is_marked_ended(&id) {
                    session.post(&Message::Out { id, idle: false });
                } else if session.is_or_came_from(&id) {
                    self.heartbeat.on_remote_activity();
                }
            }
            Message::Out { id, idle } => {
                let (is_ours, is_own) = (session.is_or_came_from(&id), session.id().as_ref() == Some(&id));
                session.mark_ended(id, None);
                if is_ours {
                    // Its token must not be revoked before the write that is under way here; and the tab that has ended a
                    // session does not know the token for another account that came from it.
                    if session.is_held() || !is_own {
                        session.revoke_present();
                    }
                    session.leave_after_writes(if idle {
                        SignOutReason::Idle
                    } else {
                        SignOutReason::Elsewhere
                    });
                }
            }
        }
    }

    /// The waiting is over. Tabs of different sessions leave the choice to the user: to act as someone by chance is
    /// worse than to type a password.
    fn settle(self) {
        if self.asked.try_update_value(Option::take).flatten().is_none() {
            return;
        }
        let mut offers = self.offers.try_update_value(std::mem::take).unwrap_or_default();
        offers.retain(|offer| !self.session.is_marked_ended(&offer.id));
        let id = offers.first().map(|offer| offer.id.clone());
        if offers.iter().all(|offer| Some(&offer.id) == id.as_ref())
            && let Some(newest) = offers.into_iter().max_by_key(|offer| offer.expires)
        {
            self.session.adopt(newest);
        }
        self.session.set_asking(false);
    }

    /// The browser shows the page again as it was left. In between the session may have ended in this very tab.
    fn come_back(self) {
        let is_over = self.session.id().is_some_and(|id| self.session.is_marked_ended(&id));
        if is_over || !self.session.is_still_stored() {
            self.session.leave(Some(SignOutReason::Elsewhere));
        } else if let Some(id) = self.session.id() {
            self.session.post(&Message::Active { id });
        }
    }
}
