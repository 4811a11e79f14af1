//! What dialogs of the review choose by: boxes to tick, a user whose name or id is typed, and an image whose name is.

use std::collections::BTreeSet;

use crate::view::prelude::*;

use crate::words::{Words, use_locale};
use domain::model::names::Target;
use domain::model::user::Person;
use domain::review::snapshot::{KnownUser, Snapshot};
use domain::text::reveal::visible;

/// A box with its text.
pub(in crate::pages) fn tick_box(
    is_on: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn(bool) + 'static,
    said: impl Fn(&'static Words) -> String + Send + Sync + 'static,
) -> AnyView {
    let t = use_locale();
    view! {
        <label class="radio">
            <input type="checkbox" prop:checked=is_on on:change:target=move |event| choose(event.target().checked())/>
            {dynamic(move || said(t.words()))}
        </label>
    }
    .into_any()
}

/// Puts something into a set, or takes it out, as its box says.
pub(in crate::pages) fn tick<T: Ord + Send + Sync + 'static>(
    ticked: RwSignal<BTreeSet<T>>,
    one: T,
    on: bool,
) {
    ticked.update(|all| {
        if on {
            all.insert(one);
        } else {
            all.remove(&one);
        }
    });
}

/// A user of whom there may be several with one name.
pub(in crate::pages) fn id_and_name(user: &KnownUser) -> String {
    format!("{} · {}", visible(user.id.as_str()), user.called())
}

/// The one user whom a name or an id means.
pub(in crate::pages) fn user_by(snapshot: &Snapshot, typed: &str) -> Option<Person> {
    let typed = typed.trim();
    let is_meant =
        |user: &&KnownUser| user.id.as_str() == typed || user.names.iter().any(|name| name.as_str() == typed);
    let mut meant = snapshot.people().all().iter().filter(is_meant);
    let (Some(user), None) = (meant.next(), meant.next()) else { return None };
    Some(Person { id: user.id.clone(), name: user.names.first()?.clone() })
}

/// The image that a name means, written as `organization/image`.
pub(in crate::pages) fn image_by(snapshot: &Snapshot, typed: &str) -> Option<Target> {
    let typed = typed.trim();
    let mut images = snapshot.subjects().iter().filter(|subject| subject.is_image());
    images.find(|subject| subject.target.to_string() == typed).map(|subject| subject.target.clone())
}
