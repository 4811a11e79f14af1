//! `/review/compare`: what has changed since an older snapshot.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::choice::Choice;
use crate::components::empty::Empty;
use crate::components::moment::day_and_time;
use crate::pages::links::{target_link, user_link};
use crate::pages::listing::{CellStyle, Column, Listing, SearchField};
use crate::pages::save::listing_file;
use crate::state::navigation::Navigation;
use crate::state::review::Review;
use crate::words::{Words, use_locale};
use domain::model::names::UserName;
use domain::review::compare::Comparison;
use domain::review::findings::{Status, findings, statuses};
use domain::review::rows::files::{CHANGE_COLUMNS, change_row};
use domain::review::rows::{ChangeKind, ChangeRow, Fact, changes};
use domain::review::snapshot::Snapshot;
use domain::table::rows::SortBy;
use domain::text::reveal::visible;

use super::files::OpenFile;
use super::table::ReviewTable;

/// The page.
pub fn compare(review: Review, snapshot: Arc<Snapshot>) -> AnyView {
    let t = use_locale();
    let open = Callback::new(move |opened| review.compare_with(opened));
    let body = move || {
        match (review.findings().older().get(), review.findings().comparison()) {
        (Some(older), Some(Ok(comparison))) => {
            let newer = Arc::clone(&snapshot);
            view! { <Compared review older newer comparison/> }.into_any()
        }
        (_, Some(Err(mismatch))) => {
            view! { <p class="note note--warning">{dynamic(move || (t.words().compare().mismatch)(mismatch))}</p> }
                .into_any()
        }
        _ => view! {
            <Empty title=t.prop(|w| w.compare().no_older) text=t.prop(|w| w.compare().no_older_means)/>
        }
        .into_any(),
    }
    };
    view! {
        <p class="lead">{t.label(|w| w.compare().lead)}</p>
        <div class="review"><OpenFile review on_opened=open/></div>
        {dynamic(body)}
    }
    .into_any()
}

#[component]
fn Compared(
    review: Review,
    older: Arc<Snapshot>,
    newer: Arc<Snapshot>,
    comparison: Arc<Comparison>,
) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let rows = changes(&comparison);
    let kinds = kinds(&rows);
    let (read_by, read_at) = (visible(older.about.caller.name.as_str()), older.ended);
    let older_line = move || (t.words().compare().older)(&read_by, &day_and_time(read_at));
    let numbers = numbers(review, &older, &newer);
    let summary = {
        let kinds = kinds.clone();
        move || {
            let words = t.words().compare();
            let item = |(kind, number): &(ChangeKind, usize)| {
                view! { <li>{(words.count)(*number, (words.kind)(*kind))}</li> }
            };
            kinds.iter().map(item).collect_view()
        }
    };
    let chosen = Memo::new(move |_| navigation.query().with(|query| ChangeKind::from_key(&query.show)));
    let listing = Listing::new(
        columns(),
        move || Arc::clone(&rows),
        move || {
            let chosen = chosen.get();
            move |row: &ChangeRow| chosen.is_none_or(|kind| row.kind == kind)
        },
    );
    let file = Callback::new(move |()| listing_file(listing, "changes", &CHANGE_COLUMNS, None, change_row));
    let options = std::iter::once(None).chain(kinds.iter().map(|(kind, _)| Some(*kind))).collect();
    view! {
        <p>{dynamic(older_line)}</p>
        <p>{dynamic(move || (t.words().compare().findings)(numbers))}</p>
        <ul class="facts">{dynamic(summary)}</ul>
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.access().search)/>
            <Choice
                label=t.prop(|w| w.compare().kind_label)
                label_hidden=true
                options
                word=|kind, words| match kind {
                    Some(kind) => (words.compare().kind)(kind).to_owned(),
                    None => words.compare().all_kinds.to_owned(),
                }
                value=chosen
                on_choose=Callback::new(move |kind: Option<ChangeKind>| {
                    navigation.refine(|query| kind.map_or("", ChangeKind::key).clone_into(&mut query.show));
                })
            />
        </div>
        <ReviewTable
            listing
            label=t.prop(|w| w.compare().changes)
            class="table--changes"
            count=t.format(move |w| (w.review_tables().rows)(listing.count(), listing.len()))
            file
            none=[t.prop(|w| w.compare().no_changes), t.prop(|w| w.compare().no_changes_means)]
        />
    }
}

/// The kinds that there are, with how many of each.
fn kinds(rows: &[ChangeRow]) -> Vec<(ChangeKind, usize)> {
    let mut kinds = std::collections::BTreeMap::new();
    for row in rows {
        *kinds.entry(row.kind).or_insert(0) += 1;
    }
    kinds.into_iter().collect()
}

/// How many findings are new, unchanged, absent, and unknown.
fn numbers(review: Review, older: &Snapshot, newer: &Snapshot) -> [usize; 4] {
    let thresholds = review.findings().thresholds().get_untracked();
    let before = findings(older, &thresholds, None);
    let after = untrack(|| review.findings().reports());
    let mut numbers = [0; 4];
    for status in statuses((older, &before), (newer, &after)).values() {
        let [new, unchanged, absent, unknown] = &mut numbers;
        *match status {
            Status::New => new,
            Status::Unchanged => unchanged,
            Status::Absent => absent,
            Status::Unknown => unknown,
        } += 1;
    }
    numbers
}

fn columns() -> Vec<Column<ChangeRow>> {
    let t = use_locale();
    vec![
        Column::new(t.prop(|w| w.compare().place), place).sorted("where", SortBy::Name),
        Column::new(t.prop(|w| w.access().user), user)
            .sorted("user", SortBy::Value(|a, b| called(a).cmp(&called(b)))),
        Column::new(t.prop(|w| w.compare().change), |row: &ChangeRow| {
            let (t, kind) = (use_locale(), row.kind);
            dynamic(move || (t.words().compare().kind)(kind))
        })
        .sorted("change", SortBy::Value(|a, b| a.kind.cmp(&b.kind))),
        Column::new(t.prop(|w| w.compare().before), |row: &ChangeRow| fact(row.before.clone()))
            .style(CellStyle::Labelled("")),
        Column::new(t.prop(|w| w.compare().after), |row: &ChangeRow| fact(row.after.clone()))
            .style(CellStyle::Labelled("")),
    ]
}

fn place(row: &ChangeRow) -> AnyView {
    row.target.as_ref().map(|target| target_link(target)).into_any()
}

fn called(row: &ChangeRow) -> Option<&str> {
    let user = row.user.as_ref()?;
    Some(user.names.first().map_or(user.id.as_str(), UserName::as_str))
}

fn user(row: &ChangeRow) -> AnyView {
    row.user.as_ref().map(|user| user_link(&user.id, user.names.first())).into_any()
}

fn fact(fact: Fact) -> AnyView {
    let t = use_locale();
    dynamic(move || said(&fact, t.words()))
}

fn said(fact: &Fact, words: &'static Words) -> String {
    match fact {
        Fact::Nothing => words.compare().nothing.to_owned(),
        Fact::NotRead => words.review().not_read.to_owned(),
        Fact::There => words.compare().there.to_owned(),
        Fact::Permission(permission) => words.levels.permission(permission),
        Fact::Number(number) => visible(number),
        Fact::Visibility(who) => (words.images().reach)(*who, Some(false)).to_owned(),
        Fact::Account(account) => visible(account.as_str()),
        Fact::Names(names) => names.iter().map(|name| visible(name.as_str())).collect::<Vec<_>>().join(", "),
    }
}
