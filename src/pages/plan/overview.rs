//! The plan in numbers: all of it, by user, and the grave edits, which come first.

use std::collections::BTreeSet;

use crate::view::prelude::*;

use crate::components::moment::day_and_time;
use crate::state::plan::Planning;
use crate::state::review::Review;
use crate::words::{Words, use_locale};
use domain::plan::grave::GraveEdit;
use domain::plan::rows::{Grouped, OfUser, by_user};
use domain::plan::staging::Plan;
use domain::text::reveal::visible;

use super::cells::sentence;

/// Not more lines than this are shown of each list.
const MOST: usize = 50;

#[component]
pub(super) fn Overview(planning: Planning) -> impl IntoView {
    let t = use_locale();
    let numbers = move || planning.with(|plan| (t.words().plan().numbers)(numbers(plan)));
    let grouped = groups_of_images();
    let by_user = move || {
        planning.with(|plan| grouped.with(|grouped| lines(totals(plan, grouped, t.words()), t.words())))
    };
    view! {
        {dynamic(move || made_by(planning, t.words()))}
        <p>{dynamic(numbers)}</p>
        {dynamic(move || grave(planning, t.words()))}
        <section class="review" aria-label=t.label(|w| w.plan().totals)>
            <h2>{t.label(|w| w.plan().totals)}</h2>
            {dynamic(by_user)}
        </section>
    }
}

/// Which images have the same list, by what the review has read.
pub(in crate::pages) fn groups_of_images() -> Memo<Grouped> {
    let review = Review::of_session();
    Memo::new(move |_| review.snapshot().map(|snapshot| Grouped::of(&snapshot)).unwrap_or_default())
}

/// Edits, users, targets.
fn numbers(plan: &Plan) -> [usize; 3] {
    let users: BTreeSet<_> = plan.edits().map(|staged| &staged.edit.id).collect();
    [plan.len(), users.len(), plan.targets().count()]
}

/// A line for each thing that a user loses or gets.
pub(in crate::pages) fn totals(plan: &Plan, grouped: &Grouped, words: &'static Words) -> Vec<String> {
    let of_user = |user: &OfUser<'_>| {
        let name = visible(user.name.as_str());
        user.totals.iter().map(|total| (words.plan().total)(&name, total)).collect::<Vec<_>>()
    };
    by_user(plan, grouped).iter().flat_map(of_user).collect()
}

/// Who has made the plan that was opened, if that is somebody else.
fn made_by(planning: Planning, words: &'static Words) -> Option<AnyView> {
    let origin = planning.made_by_another()?;
    let words = words.plan();
    let name = visible(origin.about.made_by.name.as_str());
    let said = (words.made_by)(&name, &day_and_time(origin.about.made_at));
    let changed = origin.is_changed.then(|| format!(" {}", words.made_by_changed));
    Some(view! { <p class="note">{said} {changed} " " {words.made_by_means}</p> }.into_any())
}

fn grave(planning: Planning, words: &'static Words) -> Option<AnyView> {
    let grave = planning.grave();
    if grave.is_empty() {
        return None;
    }
    let line = |one: &GraveEdit| {
        let staged = planning.with(|plan| plan.get(&one.target, &one.user).cloned())?;
        let kinds: Vec<&str> = one.kinds.iter().map(|kind| (words.plan().grave_kind)(*kind)).collect();
        Some(format!("{} · {}", sentence(&staged, words), kinds.join(" · ")))
    };
    let said: Vec<String> = grave.iter().filter_map(line).collect();
    let heading = (words.plan().grave)(grave.len());
    let label = heading.clone();
    Some(
        view! {
            <section class="review" aria-label=label>
                <h2>{heading}</h2>
                <p class="note note--warning">{words.plan().grave_means}</p>
                {lines(said, words)}
            </section>
        }
        .into_any(),
    )
}

/// Lines, and how many more there are.
pub(in crate::pages) fn lines(mut all: Vec<String>, words: &'static Words) -> AnyView {
    let rest = all.len().saturating_sub(MOST);
    all.truncate(MOST);
    all.extend((rest > 0).then(|| (words.review().and_more)(rest)));
    let item = |line: String| view! { <li>{line}</li> };
    view! { <ul class="lines">{all.into_iter().map(item).collect_view()}</ul> }.into_any()
}
