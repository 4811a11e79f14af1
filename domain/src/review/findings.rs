//! Findings: what a person should look at, by rules over facts. A finding has no words and no score; it says its evidence and
//! how certain it is.
//!
//! A rule whose source was not read does not count zero: it was not checked, or only in part.

mod accepted;
mod creators;
mod evidence;
mod fingerprint;
mod held;
mod input;
mod levels;
mod managers;
mod outside;
mod people;
mod redundant;
mod report;
mod rule;
mod since;
mod status;
mod unread;
mod widespread;

use super::compare::Comparison;
use super::snapshot::{Snapshot, UserNumber};

pub use accepted::Accepted;
pub use evidence::Evidence;
pub use fingerprint::Fingerprint;
pub use report::{Checked, Count, Report, Why};
pub use rule::{Rule, Thresholds};
pub use status::{Status, statuses};

use input::Input;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// It should be tidied up.
    Low,
    /// It should be decided.
    Medium,
    /// It should be looked at first.
    High,
}

/// How certain a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// It follows from what was read.
    Certain,
    /// It follows if the higher of two levels holds, which no page documents.
    Inferred,
    /// It follows if a name means the user who has it now.
    Probable,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// The place of the organization or image that it is about; `None` if it is about users anywhere.
    pub target: Option<usize>,
    /// The users that it is about, by id.
    pub users: Vec<UserNumber>,
    /// The places of everything else that it is about, as on whose lists the users are.
    pub places: Vec<u32>,
    /// The facts.
    pub evidence: Evidence,
    /// How much it matters.
    pub weight: Weight,
    /// How certain it is.
    pub certainty: Certainty,
}

/// What all rules find in a snapshot, in the order of the rules. The rules about changes need an older snapshot to compare
/// with.
pub fn findings(snapshot: &Snapshot, thresholds: &Thresholds, since: Option<&Comparison>) -> Vec<Report> {
    let input = Input::new(snapshot, thresholds, since);
    Rule::ALL.into_iter().map(|rule| Report { rule, checked: check(rule, &input) }).collect()
}

fn check(rule: Rule, input: &Input<'_>) -> Checked {
    match rule {
        Rule::NotRead => unread::not_read(input),
        Rule::Public => outside::public(input),
        Rule::Shared => outside::shared(input),
        Rule::FewManagers => managers::few(input),
        Rule::AddsNothing => redundant::adds_nothing(input),
        Rule::NotInAccount => people::not_in_account(input),
        Rule::Disabled => people::disabled(input),
        Rule::SharedName => people::shared_name(input),
        Rule::SeveralNames => people::several_names(input),
        Rule::ManyManagers => managers::many(input),
        Rule::UnknownCreator => creators::unknown(input),
        Rule::NoLevel => levels::no_level(input),
        Rule::Widespread => widespread::widespread(input),
        Rule::ManageGranted => since::manage_granted(input),
        Rule::MadeAnew => since::made_anew(input),
    }
}

#[cfg(test)]
mod tests;
