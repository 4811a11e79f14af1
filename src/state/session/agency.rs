//! Acting for another account: the session of the agency's token, and the way back to the user's own, which stays good
//! meanwhile. Both end together when the user signs out.

use std::sync::Arc;

use crate::api::iam::IssuedToken;
use crate::api::stored::{BeganWith, Home, StoredSession};
use crate::state::clock::now;
use domain::model::names::AgencyName;
use domain::session_clock::own_end;

use super::channel::random;
use super::{Session, SignOutReason};

impl Session {
    /// The way back to the user's own session, while they act for another account.
    pub fn home(self) -> Option<Home> {
        self.data.try_with_value(|data| data.stored.as_ref()?.home.clone()).flatten()
    }

    /// From now on the user acts for another account. It is a session of its own; other tabs stay in the user's.
    pub fn act_for(self, issued: IssuedToken, agency: AgencyName) {
        // Who acts for an account can't act for a third.
        let Some(own) = self.to_hand_over().filter(|own| own.home.is_none()) else { return };
        self.data.update_value(|data| data.epoch += 1);
        self.keep(Arc::new(StoredSession {
            id: random(),
            token: issued.token,
            expires: issued.expires.and_then(|expires| own_end(expires, issued.issued, now())),
            // `session_hours` count from the password on.
            began: own.began,
            used: now(),
            project: issued.project,
            caller: issued.caller,
            began_with: BeganWith::Password,
            home: Some(Home::new(&own, &agency)),
            region: own.region.clone(),
            addresses: own.addresses.clone(),
        }));
    }

    /// Goes back to the user's own session, if that is still good, and ends this one.
    pub fn go_home(self) {
        let Some(present) = self.data.with_value(|data| data.stored.clone()) else { return };
        let Some(own) = present.own() else { return };
        self.end_in_all_tabs(&present, self.to_hand_over(), false);
        let own = Arc::new(StoredSession { used: now(), ..own });
        let is_over = self.end_of(&own).is_some_and(|end| end <= now());
        if self.is_marked_ended(&own.id) {
            self.leave(Some(SignOutReason::Elsewhere));
        } else if is_over {
            self.leave(Some(SignOutReason::Expired));
            // Its token may be good for longer.
            self.revoke(own);
        } else {
            self.data.update_value(|data| data.epoch += 1);
            self.keep(own);
        }
    }

    /// The user's own session, while this one is for another account.
    pub(super) fn came_from(self) -> Option<String> {
        Some(self.home()?.session()?.id)
    }

    /// Whether a session is this one, or the one that it came from.
    pub(super) fn is_or_came_from(self, id: &str) -> bool {
        [self.id(), self.came_from()].iter().any(|one| one.as_deref() == Some(id))
    }
}
