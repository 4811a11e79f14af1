//! Who is to hold what, and what they lose by it.

use crate::view::prelude::*;

use crate::components::name::Name;
use crate::words::{Words, use_locale};
use domain::change::undo::Cannot;
use domain::change::write::Edit;
use domain::model::level::Permission;
use domain::model::operation::Kind;

use super::decision::Decision;
use super::losses::Losses;

/// More lines than these nobody reads; the rest is a number.
const SHOWN: usize = 50;

#[component]
pub(super) fn Differences(decision: Decision) -> impl IntoView {
    let t = use_locale();
    let kind = Kind::of(&decision.target());
    let losses = Losses::new(decision.target());
    let others = decision.question.with_value(|question| question.others.clone());
    let lines = move || {
        let words = t.words();
        let edits = decision.edits();
        let open: Vec<Edit> = edits.iter().filter(|edit| edit.action().is_some()).cloned().collect();
        let already = edits.len() - open.len();
        let rest = open.len().saturating_sub(SHOWN);
        let nothing = open.is_empty().then_some(words.changes().nothing);
        let lines = open
            .into_iter()
            .take(SHOWN)
            .map(|edit| {
                let since = others.contains(&edit.id).then_some(words.changes().since);
                let lost = losses.of(words, kind, &edit);
                line(words, edit, lost, since)
            })
            .collect_view();
        view! {
            <ul class="differences">{lines}</ul>
            {(rest > 0).then(|| view! { <p class="field__hint">{(words.changes().and_more)(rest)}</p> })}
            {nothing.map(|text| view! { <p class="advice">{text}</p> })}
            {(already > 0 && nothing.is_none()).then(|| view! { <p class="field__hint">{(words.changes().already)(already)}</p> })}
        }
    };
    let hopeless = move || {
        let line = |(edit, cannot): (Edit, Cannot)| {
            view! { <p class="advice advice--warning"><Name text=edit.name.to_string()/> ": " {(t.words().changes().cannot)(cannot)}</p> }
        };
        decision.question.with_value(|question| question.cannot.clone()).into_iter().map(line).collect_view()
    };
    view! { {dynamic(lines)} {dynamic(hopeless)} }
}

/// "user01  Manage → Read  can no longer push, delete or grant permissions".
fn line(words: &'static Words, edit: Edit, loses: Option<String>, since: Option<&'static str>) -> AnyView {
    let before = (words.changes().held)(&edit.expected, &words.levels);
    let after = (words.changes().held)(&edit.desired.map(Permission::from), &words.levels);
    view! {
        <li class="difference">
            <Name text=edit.name.to_string()/>
            <span class="difference__levels">{before} " → " {after}</span>
            {loses.map(|loses| view! { <span class="difference__loss">{loses}</span> })}
            {since.map(|since| view! { <span class="difference__loss">{since}</span> })}
        </li>
    }
    .into_any()
}
