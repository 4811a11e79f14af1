//! The rows of the table "Findings": one for each finding, with its target and users instead of their places.

use std::sync::Arc;

use crate::model::names::Target;
use crate::review::findings::{Certainty, Evidence, Finding, Fingerprint, Report, Rule, Weight};
use crate::review::snapshot::{KnownUser, Snapshot, UserNumber};
use crate::table::rows::TableRow;

/// A row of the table "Findings". Users and targets are shared by the rows: a rule may name hundreds of users on each of
/// thousands of images.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingRow {
    /// The rule.
    pub rule: Rule,
    /// How much it matters.
    pub weight: Weight,
    /// How certain it is.
    pub certainty: Certainty,
    /// The organization or image that it is about; `None` if it is about users anywhere.
    pub target: Option<Arc<Target>>,
    /// The users that it is about, by id.
    pub users: Vec<Arc<KnownUser>>,
    /// Everything else that it is about, as on whose lists the users are.
    pub places: Vec<Arc<Target>>,
    /// The facts.
    pub evidence: Evidence,
    /// What makes it the same one in another snapshot, and under which it is accepted.
    pub fingerprint: Fingerprint,
    label: String,
}

impl TableRow for FindingRow {
    fn name(&self) -> &str {
        &self.label
    }

    fn search_text(&self) -> String {
        let of_user = |user: &Arc<KnownUser>| {
            let names = user.names.iter().map(ToString::to_string);
            names.chain([user.id.to_string()]).collect::<Vec<_>>()
        };
        let target = self.target.iter().map(ToString::to_string);
        target.chain(self.users.iter().flat_map(of_user)).collect::<Vec<_>>().join("\n")
    }
}

/// The findings of all rules, in the order of the rules.
pub fn findings(snapshot: &Snapshot, reports: &[Report]) -> Arc<[FindingRow]> {
    let users: Vec<_> = snapshot.people().all().iter().cloned().map(Arc::new).collect();
    let targets: Vec<_> =
        snapshot.subjects().iter().map(|subject| Arc::new(subject.target.clone())).collect();
    let row = |finding: &Finding| {
        let user = |number: &UserNumber| users.get(number.index()).cloned();
        let target = finding.target.and_then(|place| targets.get(place)).cloned();
        let users: Vec<_> = finding.users.iter().filter_map(user).collect();
        let about = target.as_ref().map(ToString::to_string);
        FindingRow {
            rule: finding.rule,
            weight: finding.weight,
            certainty: finding.certainty,
            label: about.or_else(|| users.first().map(|user| user.called())).unwrap_or_default(),
            target,
            users,
            places: finding.places.iter().filter_map(|place| targets.get(*place as usize).cloned()).collect(),
            evidence: finding.evidence.clone(),
            fingerprint: finding.fingerprint(snapshot),
        }
    };
    reports.iter().flat_map(Report::findings).map(row).collect()
}
