//! Whom a run has taken everything from: for them a second scan is worth its time.

use std::collections::BTreeMap;

use crate::model::names::UserId;
use crate::model::user::Person;
use crate::plan::run::Word;
use crate::plan::staging::Staged;
use crate::review::snapshot::Snapshot;

/// The users, by id, of whom the run was to revoke permissions and nothing else, did so, and whom no list of the snapshot
/// names since. Without a snapshot only the run counts.
pub fn leavers<'a>(
    edits: impl IntoIterator<Item = (&'a Staged, Option<&'a Word>)>,
    snapshot: Option<&Snapshot>,
) -> Vec<Person> {
    let mut users: BTreeMap<&UserId, (Person, bool)> = BTreeMap::new();
    for (staged, word) in edits {
        let is_revoked = staged.edit.desired.is_none() && word.is_some_and(Word::is_as_planned);
        let person = Person { id: staged.edit.id.clone(), name: staged.edit.name.clone() };
        let (_, are_all) = users.entry(&staged.edit.id).or_insert((person, true));
        *are_all &= is_revoked;
    }
    let on_a_list = |snapshot: &Snapshot, id: &UserId| {
        let user = snapshot.people().find(id);
        user.is_some_and(|user| {
            (0..snapshot.subjects().len()).any(|place| snapshot.held(place, user).is_some())
        })
    };
    let has_left = |person: &Person| !snapshot.is_some_and(|snapshot| on_a_list(snapshot, &person.id));
    users
        .into_values()
        .filter_map(|(person, are_all)| (are_all && has_left(&person)).then_some(person))
        .collect()
}
