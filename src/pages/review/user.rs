//! `/review/people/{user_id}`: everything that one user reaches, and the proof once they are on no list.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::name::Name;
use crate::state::plan::Planning;
use crate::words::use_locale;
use domain::model::names::{UserId, UserName};
use domain::model::user::Person;
use domain::review::reach::reach;
use domain::review::snapshot::{Snapshot, UserNumber};

use super::access_of::AccessOf;
use super::proof::{Leaver, ProofOf};

#[component]
pub(super) fn UserAccess(snapshot: Arc<Snapshot>, id: UserId) -> impl IntoView {
    let t = use_locale();
    let user = snapshot.people().find(&id);
    let planning = Planning::of_session();
    let names = names(&snapshot, user, &id, planning);
    let leaver = Leaver { snapshot: Arc::clone(&snapshot), id: id.clone(), names: names.clone(), planning };
    let has_left = leaver.has_left(t.untracked());
    if user.is_none() && !has_left {
        return view! { <p class="note">{t.label(|w| w.review_tables().not_seen)}</p> }.into_any();
    }
    let name = names.first().cloned().unwrap_or_else(|| UserName::new(id.as_str()));
    let person = Person { id: id.clone(), name: name.clone() };
    view! {
        <h2><Name text=name.to_string()/></h2>
        <p class="facts"><code class="code">{id.to_string()}</code></p>
        {has_left.then(|| view! { <ProofOf leaver/> })}
        {user.map(|user| {
            let reach = reach(&snapshot, user);
            view! { <AccessOf snapshot reach person/> }
        })}
    }
    .into_any()
}

/// The user's names, as the snapshot knows them, or else as the last run does: who is on no list any more, and not among the
/// account's users, is in no snapshot.
fn names(snapshot: &Snapshot, user: Option<UserNumber>, id: &UserId, planning: Planning) -> Vec<UserName> {
    if let Some(known) = user.and_then(|user| snapshot.people().get(user)) {
        return known.names.clone();
    }
    let ended = untrack(|| planning.ended());
    let of_run = ended.iter().find(|ended| ended.staged.edit.id == *id);
    of_run.map(|ended| ended.staged.edit.name.clone()).into_iter().collect()
}
