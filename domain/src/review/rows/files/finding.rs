//! Findings as cells of a file.

use crate::model::names::UserName;
use crate::review::findings::{Certainty, Checked, Report, Weight, Why};
use crate::review::rows::FindingRow;
use crate::text::export::Cell;

use super::evidence::facts;
use super::joined;

/// The columns of "Findings". A cell with several values has `; ` between them: `user_ids` and `user_names` in the same
/// order, and `on`, which are the other organizations and images that it is about. `fact` is the word for what was found,
/// `details` are its values as `key=value`. A rule that was not checked, or only in part, has a row with that fact.
pub const FINDING_COLUMNS: [&str; 9] =
    ["rule", "weight", "certainty", "target", "user_ids", "user_names", "on", "fact", "details"];

/// The row of a finding.
pub fn finding_row(row: &FindingRow) -> Vec<Cell> {
    let name = |names: Option<&UserName>| names.map(ToString::to_string).unwrap_or_default();
    let (fact, details) = facts(&row.evidence);
    vec![
        row.rule.id().into(),
        weight(row.weight).into(),
        certainty(row.certainty).into(),
        row.target.as_ref().map(ToString::to_string).into(),
        joined(&mut row.users.iter().map(|user| user.id.to_string())).into(),
        joined(&mut row.users.iter().map(|user| name(user.names.first()))).into(),
        joined(&mut row.places.iter().map(ToString::to_string)).into(),
        fact.into(),
        joined(&mut details.into_iter().map(|(key, value)| format!("{key}={value}"))).into(),
    ]
}

/// The row of a rule that was not checked everywhere: without it, nothing found would look like nothing there.
pub fn rule_row(report: &Report) -> Option<Vec<Cell>> {
    let (fact, details) = match &report.checked {
        Checked::Not(why) => ("not_checked", why_not(*why)),
        Checked::Yes { is_whole: true, .. } => return None,
        Checked::Yes { left_out, .. } => ("checked_in_part", format!("left_out={}", left_out.len())),
    };
    let mut cells = vec![Cell::Nothing; FINDING_COLUMNS.len()];
    for (column, value) in [(0, report.rule.id().to_owned()), (7, fact.to_owned()), (8, details)] {
        if let Some(cell) = cells.get_mut(column) {
            *cell = value.into();
        }
    }
    Some(cells)
}

fn why_not(why: Why) -> String {
    match why {
        Why::NothingRead => "why=nothing_read".to_owned(),
        Why::UsersNotRead => "why=users_not_read".to_owned(),
        Why::UsersDoNotFit { strangers, of } => {
            format!("why=users_do_not_fit; strangers={strangers}; of={of}")
        }
        Why::NothingToCompare => "why=nothing_to_compare".to_owned(),
    }
}

const fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Low => "low",
        Weight::Medium => "medium",
        Weight::High => "high",
    }
}

const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Inferred => "inferred",
        Certainty::Probable => "probable",
    }
}
