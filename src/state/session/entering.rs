//! How a session begins in this tab: someone signs in, the tab finds what it has kept, or another tab hands its session over.

use std::sync::Arc;

use crate::api::Client;
use crate::api::between_tabs::Message;
use crate::api::client::Endpoints;
use crate::api::iam::IssuedToken;
use crate::api::stored::{self, BeganWith, StoredSession};
use crate::config::{Region, SessionPlace};
use crate::state::clock::now;
use domain::session_clock::{Idling, idle_at_start, idling, own_end};
use domain::text::time::UnixMillis;

use super::channel::random;
use super::{Active, Resumed, Session, SessionState, SignOutReason, storage};

impl Session {
    /// Someone signs in: for the first time, or after the end of a session, which then goes on if it is the same
    /// user.
    pub fn begin(self, issued: IssuedToken, region: &Region, began_with: BeganWith) -> Resumed {
        let resumed = self.state.with_untracked(|state| match state.active() {
            None => Resumed::Nothing,
            Some(active) if active.caller.id == issued.caller.id && active.region == *region => {
                Resumed::SameUser
            }
            Some(_) => Resumed::OtherUser,
        });
        let present = self.id();
        if resumed != Resumed::SameUser {
            self.data.update_value(|data| data.epoch += 1);
        }
        let id = present.filter(|_| resumed == Resumed::SameUser).unwrap_or_else(random);
        // The new token takes over; the old one is good for nothing but harm.
        self.revoke_present();
        let stored = Arc::new(StoredSession {
            id: id.clone(),
            token: issued.token,
            expires: issued.expires.and_then(|expires| own_end(expires, issued.issued, now())),
            began: now(),
            used: now(),
            region: region.id.clone(),
            addresses: Endpoints::from(region).text(),
            project: issued.project,
            caller: issued.caller,
            began_with,
            home: self.home().filter(|_| resumed == Resumed::SameUser),
        });
        if resumed == Resumed::SameUser {
            self.post(&Message::Session { to: id, stored: Arc::clone(&stored) });
        }
        self.keep(stored);
        resumed
    }

    /// Another tab hands its session over: to this tab, which has none, or because it was renewed there. A renewed one
    /// is taken only by the same user's, so that nothing on the screen is another user's than its token.
    pub(super) fn adopt(self, stored: Arc<StoredSession>) {
        let fits = !self.is_marked_ended(&stored.id);
        let fits = fits
            && self.state.with_untracked(|state| {
                state.active().is_none_or(|active| {
                    active.caller == stored.caller
                        && active.region.id == stored.region
                        && active.project == stored.project
                })
            });
        if fits {
            // A write that is under way here still uses the token of before.
            if self.is_held() {
                self.revoke_present();
            }
            self.keep(stored);
        }
    }

    /// Takes a session and keeps it for a reload. Where storage is full or forbidden it lives in memory.
    pub(super) fn keep(self, stored: Arc<StoredSession>) {
        let is_to_be_kept = self.config().session == SessionPlace::Tab;
        let is_kept = is_to_be_kept && storage::keep(&stored::write(&stored));
        self.data.update_value(|data| data.is_kept = is_kept);
        self.enter(stored);
        self.not_persisted.set(is_kept != is_to_be_kept);
    }

    /// A session that the tab has kept: it was reloaded, restored, or discarded and opened again. What has happened to the
    /// session meanwhile, no running program has seen.
    pub(super) fn find(self, stored: Arc<StoredSession>) {
        let idle = idle_at_start(stored.used, now());
        let own = stored.own();
        let is_own_over = own.as_ref().is_some_and(|own| self.is_marked_ended(&own.id));
        let sign_out_reason = if is_own_over || self.is_marked_ended(&stored.id) {
            SignOutReason::Elsewhere
        } else if self.end_of(&stored).is_some_and(|end| end <= now()) {
            // Its token may be good for longer.
            self.revoke(stored);
            SignOutReason::Expired
        } else if idling(idle, self.idle_limit()) == Idling::Over {
            // As for a tab that runs, both end.
            for over in own.map(Arc::new).into_iter().chain([stored]) {
                self.mark_ended(over.id.clone(), over.expires);
                self.revoke(over);
            }
            SignOutReason::Idle
        } else {
            self.data.update_value(|data| data.is_kept = true);
            return self.enter(stored);
        };
        storage::forget();
        self.sign_out_reason.set(Some(sign_out_reason));
    }

    /// When a session's password is asked for again: at the end of its token, or earlier where the configuration says so.
    pub(super) fn end_of(self, stored: &StoredSession) -> Option<UnixMillis> {
        let hours = self.config().session_hours.map(|hours| i64::from(hours) * 3_600_000);
        let by_hours = hours.map(|hours| UnixMillis(stored.began.0.saturating_add(hours)));
        stored.expires.into_iter().chain(by_hours).min()
    }

    /// The region of a stored session; `None` where this console has none of that name with the same addresses.
    pub(super) fn region_of(self, stored: &StoredSession) -> Option<Region> {
        let is_its = |region: &&Region| {
            region.id == stored.region && Endpoints::from(*region).text() == stored.addresses
        };
        self.config().regions.iter().find(is_its).cloned()
    }

    fn enter(self, stored: Arc<StoredSession>) {
        let Some(region) = self.region_of(&stored) else {
            self.forget();
            self.state.set(SessionState::SignedOut);
            return;
        };
        let active = Active {
            client: Client::new(Endpoints::from(&region), stored.token.clone()),
            caller: stored.caller.clone(),
            region,
            project: stored.project.clone(),
            began_with: stored.began_with,
            ends: self.end_of(&stored).map(|end| self.clock().saturating_add(end.since(now()))),
            epoch: self.data.with_value(|data| data.epoch),
        };
        let idle = idle_at_start(stored.used, now());
        self.data.update_value(|data| {
            data.touched = data.clock.now().saturating_sub(idle);
            data.stored = Some(stored);
            data.due = None;
        });
        self.sign_out_reason.set(None);
        self.state.set(SessionState::SignedIn(Arc::new(active)));
    }
}
