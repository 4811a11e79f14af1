//! `findings.csv`: what the rules have found, which of it was accepted, and which rules were not checked.

use crate::review::rows::files::{FINDING_COLUMNS as OF_FINDING, finding_row, rule_row};
use crate::review::rows::{FindingRow, findings};
use crate::text::export::{Cell, plain_csv};

use super::Package;

/// The columns: those of the page "Findings", and by whom a finding was accepted, until when, and why.
pub const FINDING_COLUMNS: [&str; 12] = {
    let [rule, weight, certainty, target, user_ids, user_names, on, fact, details] = OF_FINDING;
    [
        rule,
        weight,
        certainty,
        target,
        user_ids,
        user_names,
        on,
        fact,
        details,
        "accepted_by",
        "accepted_until",
        "accepted_reason",
    ]
};

impl Package<'_> {
    /// `findings.csv`.
    pub fn findings_csv(&self) -> String {
        plain_csv(&FINDING_COLUMNS, &self.finding_rows())
    }

    /// The rows, in the order of the rules; then the rules that were not checked everywhere.
    pub fn finding_rows(&self) -> Vec<Vec<Cell>> {
        let found = findings(self.snapshot, self.reports);
        let found = found.iter().map(|row| {
            let mut cells = finding_row(row);
            cells.extend(self.acceptance(row));
            cells
        });
        let rules = self.reports.iter().filter_map(rule_row).map(|mut cells| {
            cells.resize(FINDING_COLUMNS.len(), Cell::Nothing);
            cells
        });
        found.chain(rules).collect()
    }

    fn acceptance(&self, row: &FindingRow) -> [Cell; 3] {
        let signed_at = self.signed.at();
        match self.accepted.iter().find(|one| one.holds(&row.fingerprint, signed_at)) {
            None => [Cell::Nothing, Cell::Nothing, Cell::Nothing],
            Some(accepted) => [
                accepted.by.name.as_str().into(),
                Cell::Moment(accepted.until.to_rfc3339()),
                accepted.reason.to_string().into(),
            ],
        }
    }
}
