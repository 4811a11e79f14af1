//! `/review/findings`: what a person should look at, rule by rule.

mod accept;
mod finding;
mod fix;
mod organizations;
mod rule;
mod stage;
mod thresholds;
mod tiles;

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::choice::Choice;
use crate::pages::listing::SearchField;
use crate::pages::save::{Export, about};
use crate::state::navigation::Navigation;
use crate::state::review::Review;
use crate::words::use_locale;
use domain::review::findings::{Report, Rule};
use domain::review::rows::files::{FINDING_COLUMNS, finding_row, rule_row};
use domain::review::rows::{FindingRow, findings};
use domain::review::snapshot::Snapshot;
use domain::table::rows::TableRow;
use domain::text::export::Table;
use domain::text::time::UnixMillis;

pub(in crate::pages) use fix::fix_dialog;
pub(super) use organizations::ByOrganization;
pub use stage::{Asked, Stager};
pub(super) use tiles::Tiles;

use accept::Accept;
use finding::Said;
use fix::FixDialog;
use rule::RuleSection;
use thresholds::ThresholdFields;

#[component]
pub(super) fn Findings(review: Review, snapshot: Arc<Snapshot>) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let asked = RwSignal::new(None::<Said>);
    let stager = Stager::new(review);
    let chosen = Memo::new(move |_| navigation.query().with(|query| Rule::from_id(&query.show)));
    let options = std::iter::once(None).chain(Rule::ALL.into_iter().map(Some)).collect();
    let shown = move || match chosen.get() {
        Some(rule) => vec![rule],
        None => Rule::ALL.to_vec(),
    };
    let read_at = snapshot.ended;
    let rows = Memo::new(move |_| findings(&snapshot, &review.findings().reports()));
    let sections = move || {
        let section = |rule| view! { <RuleSection review rows rule asked stager/> };
        shown().into_iter().map(section).collect_view()
    };
    let file = Callback::new(move |()| {
        untrack(|| {
            let found = (&*rows.get(), &*review.findings().reports());
            file(found, chosen.get(), &search_of(navigation), read_at)
        })
    });
    view! {
        <p class="lead">{t.label(|w| w.findings().lead)}</p>
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.findings().search)/>
            <Choice
                label=t.prop(|w| w.findings().rule_label)
                label_hidden=true
                options
                word=|rule, words| match rule {
                    Some(rule) => (words.findings().rule)(rule).to_owned(),
                    None => words.findings().all_rules.to_owned(),
                }
                value=chosen
                on_choose=Callback::new(move |rule: Option<Rule>| {
                    navigation.refine(|query| rule.map_or("", Rule::id).clone_into(&mut query.show));
                })
            />
        </div>
        <ThresholdFields review/>
        {dynamic(sections)}
        <Export of=String::new() table=file/>
        <Accept review asked/>
        <FixDialog stager/>
    }
}

/// What the address searches for.
fn search_of(navigation: Navigation) -> String {
    navigation.query().with(|query| query.search.trim().to_lowercase())
}

/// Whether a finding is about what is searched for: an organization, an image, a user.
fn fits(row: &FindingRow, search: &str) -> bool {
    search.is_empty() || row.search_text().to_lowercase().contains(search)
}

/// The findings that the page shows, as a file, and which of these rules were not checked everywhere. Its rows are not cut
/// to those in the document.
fn file(
    (found, reports): (&[FindingRow], &[Report]),
    rule: Option<Rule>,
    search: &str,
    read_at: UnixMillis,
) -> Table {
    let is_of = |of: Rule| rule.is_none_or(|rule| of == rule);
    let is_shown = |row: &&FindingRow| is_of(row.rule) && fits(row, search);
    let findings = found.iter().filter(is_shown).map(finding_row);
    let rules = reports.iter().filter(|report| is_of(report.rule)).filter_map(rule_row);
    Table {
        kind: "findings",
        columns: &FINDING_COLUMNS,
        rows: findings.chain(rules).collect(),
        about: about(Some(read_at), None, found.len()),
    }
}
