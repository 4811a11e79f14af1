//! What happens on the page after a grant.

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::pages::listing::clear_filters;
use crate::state::collation::collation;
use crate::state::execute::BatchResult;
use crate::state::navigation::Navigation;
use crate::words::{Locale, use_locale};
use domain::change::write::Edit;
use domain::model::operation::Kind;
use domain::paths::Query;
use domain::table::collation::Collation;
use domain::text::contains::contains;
use domain::text::reveal::visible;

use super::use_page;

/// The list is shown. If all was granted, the dialog closes, the new rows are marked, and it is announced.
pub(super) fn granted() -> Callback<BatchResult> {
    let (t, page) = (use_locale(), use_page());
    let announce = expect_context::<Announce>();
    let navigation = expect_context::<Navigation>();
    Callback::new(move |result: BatchResult| {
        page.list.take_in(result.list.clone());
        if !result.is_confirmed() || result.is_contradicted() {
            return;
        }
        let edits = result.edits();
        page.granting.set(false);
        announce.toast(sentence(t, page.kind(), &edits));
        let query = navigation.query().get_untracked();
        if is_any_hidden(&edits, &query, untrack(|| collation(t.language()))) {
            clear_filters(navigation);
        }
        page.list.mark(edits.into_iter().map(|edit| edit.id));
    })
}

/// Whether search or level keep the row of a new grant out of sight.
fn is_any_hidden(edits: &[Edit], query: &Query, collation: &dyn Collation) -> bool {
    let search = collation.search_key(&query.search);
    // No search field can hold the line break, so nothing is found across name and id.
    let texts: Vec<String> = edits.iter().map(|edit| format!("{}\n{}", edit.name, edit.id)).collect();
    let keys = collation.search_keys(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    !query.show.is_empty()
        || edits.iter().any(|edit| query.level.is_some() && query.level != edit.desired)
        || keys.iter().any(|key| !contains(key, &search))
}

/// The documented text, then the fact.
fn sentence(t: Locale, kind: Kind, edits: &[Edit]) -> String {
    let words = t.untracked();
    let fact = match edits {
        [Edit { name, desired: Some(level), .. }] => {
            (words.grant().granted_one)(words.levels.name(*level), &visible(name.as_str()))
        }
        many => (words.grant().granted_many)(many.len()),
    };
    t.sentences((words.grant().created)(kind), &fact)
}
