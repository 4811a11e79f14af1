//! Findings as cells of a file.

use crate::model::names::UserName;
use crate::review::findings::{Certainty, Weight};
use crate::review::rows::FindingRow;
use crate::text::export::Cell;

use super::evidence::facts;
use super::joined;

/// The columns of "Findings". A cell with several values has `; ` between them: `user_ids` and `user_names` in the same
/// order, and `on`, which are the other organizations and images that it is about. `fact` is the word for what was found,
/// `details` are its values as `key=value`.
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
