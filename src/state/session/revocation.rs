//! The end of a token at IAM. A token that the console got for a password is revoked when its session ends, and when
//! another one replaces it; once, and the outcome is for the page to say.
//!
//! All tabs of a session may come to its end in the same moment, and one of them may still be sending a change. Each of
//! these claims the token, in localStorage. The last claim holds: after a moment, its tab revokes the token.

use std::sync::Arc;
use std::time::Duration;

use crate::view::prelude::*;

use crate::api::client::Endpoints;
use crate::api::iam::{self, IssuedToken, Revocation};
use crate::api::stored::{BeganWith, StoredSession};
use crate::config::Region;
use crate::state::clock::now;
use crate::state::spawn;
use domain::text::time::UnixMillis;

use super::{Session, ended};

/// How long the claims of other tabs are waited for. A tab in the background of a busy computer takes some hundred
/// milliseconds to hear of the end.
const OTHERS: Duration = Duration::from_secs(1);

/// A token whose session is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OldToken {
    /// What has happened to it.
    pub revocation: Revocation,
    /// Until when it is good if it was not revoked, where that is known.
    pub until: Option<UnixMillis>,
}

/// A token that this tab will revoke, unless another tab claims it later.
pub(super) struct Claim {
    name: String,
    stored: Arc<StoredSession>,
    endpoints: Endpoints,
}

impl Session {
    /// The token of the present session is not needed any more: it is revoked, or after the write that is under way here.
    pub(super) fn revoke_present(self) {
        if let Some(stored) = self.to_hand_over() {
            self.revoke(stored);
        }
    }

    /// Revokes the token of a session that is over, after the write that is under way here.
    pub(super) fn revoke(self, stored: Arc<StoredSession>) {
        let until = stored.expires;
        if until.is_some_and(|until| until <= now()) {
            return;
        }
        if stored.began_with == BeganWith::Token {
            return self.old_token.set(Some(OldToken { revocation: Revocation::Pasted, until }));
        }
        // A session of other addresses is not used at all.
        let Some(region) = self.region_of(&stored) else { return };
        let claim = Claim { name: ended::claim(&stored), stored, endpoints: Endpoints::from(&region) };
        if self.is_held() {
            let _ = self.data.try_update_value(|data| data.to_revoke.push(claim));
        } else {
            set_timeout(
                move || {
                    // Without a session the program has left the page.
                    if self.data.try_with_value(|_| ()).is_some() {
                        self.revoke_claimed(claim);
                    }
                },
                OTHERS,
            );
        }
    }

    /// Revokes a token that came too late to be used.
    pub fn revoke_unused(self, issued: &IssuedToken, region: &Region) {
        let (endpoints, token) = (Endpoints::from(region), issued.token.clone());
        spawn(async move {
            let _ = iam::revoke(&endpoints, &token).await;
        });
    }

    /// Revokes a token that this tab has claimed, if no other has done so since.
    pub(super) fn revoke_claimed(self, claim: Claim) {
        let until = claim.stored.expires;
        if !ended::is_last_claim(&claim.stored, &claim.name) {
            return self.old_token.set(Some(OldToken { revocation: Revocation::OtherTab, until }));
        }
        spawn(async move {
            let revocation = iam::revoke(&claim.endpoints, &claim.stored.token).await;
            self.old_token.set(Some(OldToken { revocation, until }));
        });
    }
}
