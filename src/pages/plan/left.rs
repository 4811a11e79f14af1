//! Whom a run has taken everything from: the way to the proof of it.

use crate::view::prelude::*;

use crate::pages::links::user_link;
use crate::state::plan::Planning;
use crate::state::review::Review;
use crate::words::use_locale;
use domain::model::user::Person;
use domain::plan::proof::leavers;

/// Not more links than this are shown.
const MOST: usize = 20;

/// It is there once a run is over that leaves somebody on no list.
#[component]
pub(super) fn Left(planning: Planning) -> impl IntoView {
    let (t, review) = (use_locale(), Review::of_session());
    let left = Memo::new(move |_| {
        if planning.is_under_way() {
            return Vec::new();
        }
        let (ended, snapshot) = (planning.ended(), review.snapshot());
        leavers(ended.iter().map(|one| (&one.staged, one.word.as_ref())), snapshot.as_deref())
    });
    dynamic(move || {
        let (left, words) = (left.get(), t.words());
        let rest = left.len().saturating_sub(MOST);
        let link = |person: &Person| view! { <li>{user_link(&person.id, Some(&person.name))}</li> };
        let links = left.iter().take(MOST).map(link).collect_view();
        let rest = (rest > 0).then(|| view! { <li>{(words.review().and_more)(rest)}</li> });
        (!left.is_empty()).then(|| {
            let heading = (words.proof().left)(left.len());
            let label = heading.clone();
            view! {
                <section class="review" aria-label=label>
                    <h2>{heading}</h2>
                    <p>{words.proof().left_means}</p>
                    <ul class="lines">{links} {rest}</ul>
                </section>
            }
        })
    })
}
