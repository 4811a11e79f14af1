//! Which sessions are over, for this tab and, by localStorage, for tabs that do not run. A tab that the browser restores,
//! or has discarded, finds its session in its own storage, and no other tab may be there to correct it.

use crate::api::ended;
use crate::api::stored::StoredSession;
use crate::state::clock::now;
use crate::state::local_storage;
use domain::text::time::UnixMillis;

use super::channel::random;

/// The one key in localStorage.
const KEY: &str = "swr-console.ended";

/// A session is over. Its id is kept until its token ends, or for a day where that is not known.
pub(super) fn mark(id: &str, expires: Option<UnixMillis>) {
    let now = now();
    let until = expires.unwrap_or(UnixMillis(now.0.saturating_add(ended::LONGEST)));
    // Where nothing can be kept, only running tabs hear of it.
    local_storage::keep(KEY, &ended::with(&local_storage::read(KEY), id, until, now));
}

/// Claims the token of a session that is over; returns the claim's name.
pub(super) fn claim(stored: &StoredSession) -> String {
    let name = beginning(stored) + &random();
    mark(&name, stored.expires);
    name
}

/// How the claims of all tabs begin.
fn beginning(stored: &StoredSession) -> String {
    format!("{}.{}.", stored.id, stored.began.0)
}

/// Whether no other tab has claimed that token since. Where nothing can be kept, nobody can tell.
pub(super) fn is_last_claim(stored: &StoredSession, name: &str) -> bool {
    ended::is_newest(&local_storage::read(KEY), &beginning(stored), name)
}

/// Whether a session is over.
pub(super) fn is_marked(id: &str) -> bool {
    ended::has(&local_storage::read(KEY), id)
}
