//! What happens on the page after a grant.

use crate::view::prelude::*;

use crate::api::error::Kind;
use crate::components::announcer::Announce;
use crate::domain::collation::Collation;
use crate::domain::reveal::visible;
use crate::domain::user::NewGrant;
use crate::pages::table_controls::clear_filters;
use crate::paths::Query;
use crate::state::collation::collation;
use crate::state::navigation::Navigation;
use crate::words::{Locale, use_locale};

use super::use_page;

/// The dialog goes, the new rows can be seen and are marked, and it is said. The list was read by the writer.
pub(super) fn granted() -> Callback<Vec<NewGrant>> {
    let (t, page) = (use_locale(), use_page());
    let announce = expect_context::<Announce>();
    let navigation = expect_context::<Navigation>();
    Callback::new(move |grants: Vec<NewGrant>| {
        page.granting.set(false);
        announce.toast(sentence(t, page.kind(), &grants));
        let rules = untrack(|| collation(t.language()));
        if grants.iter().any(|grant| is_hidden(grant, &navigation.query().get_untracked(), rules)) {
            clear_filters(navigation);
        }
        page.mark(&grants.into_iter().map(|grant| grant.id).collect::<Vec<_>>());
    })
}

/// Whether search or level keep the row of a new grant out of sight.
fn is_hidden(grant: &NewGrant, query: &Query, collation: &dyn Collation) -> bool {
    let search = collation.search_key(&query.search);
    let holds = |text: &str| collation.search_key(text).contains(&search);
    query.show.is_some()
        || query.level.is_some_and(|level| level != grant.level)
        || !(holds(grant.name.as_str()) || holds(grant.id.as_str()))
}

/// The documented text, then the fact.
fn sentence(t: Locale, kind: Kind, grants: &[NewGrant]) -> String {
    let words = t.untracked();
    let fact = match grants {
        [one] => (words.grant().granted_one)(words.levels.name(one.level), &visible(one.name.as_str())),
        many => (words.grant().granted_many)(many.len()),
    };
    t.sentences((words.grant().created)(kind), &fact)
}
