//! F13 and F14: what has happened since an older snapshot.

use std::collections::HashSet;

use crate::model::level::{Level, Permission};
use crate::review::compare::{Existence, Kind, Lists, Side, TargetChange};
use crate::review::snapshot::UserNumber;

use super::input::Input;
use super::{Certainty, Checked, Evidence, Finding, Rule, Weight, Why};

/// F13: users who hold Manage and did not before.
pub(super) fn manage_granted(input: &Input<'_>) -> Checked {
    let Some(since) = input.since else { return Checked::Not(Why::NothingToCompare) };
    let mut findings: Vec<Finding> = Vec::new();
    // The older list may have named the user in an entry that could not be read.
    let mut unknown = HashSet::new();
    for change in since.changes() {
        let (Side::At(place), Some(user)) = (change.target.after, change.user.after) else { continue };
        if change.after != Some(&Permission::Known(Level::Manage)) {
            continue;
        }
        match change.kind {
            Kind::Granted | Kind::Raised | Kind::Changed => {}
            Kind::Unknown => {
                unknown.insert(place);
                continue;
            }
            Kind::Revoked | Kind::Lowered => continue,
        }
        match findings.last_mut() {
            Some(last) if last.target == Some(place) => last.users.push(user),
            _ => findings.push(finding(Rule::ManageGranted, place, vec![user], Evidence::ManageSince)),
        }
    }
    let is_checked = |target: &TargetChange, place| {
        target.lists == Lists::Compared
            && target.existence != Existence::Unknown
            && input.is_whole(place)
            && !unknown.contains(&place)
    };
    by_target(input, findings, is_checked)
}

/// F14: what has the same name and another number.
pub(super) fn made_anew(input: &Input<'_>) -> Checked {
    let Some(since) = input.since else { return Checked::Not(Why::NothingToCompare) };
    let mut findings = Vec::new();
    for target in &since.targets {
        if let (Side::At(place), Some(numbers)) = (target.after, &target.made_anew) {
            let evidence = Evidence::NumberChanged(numbers.clone());
            findings.push(finding(Rule::MadeAnew, place, Vec::new(), evidence));
        }
    }
    let is_checked = |target: &TargetChange, _| match target.existence {
        Existence::Both => target.are_numbered,
        Existence::New | Existence::Gone => true,
        Existence::Unknown => false,
    };
    by_target(input, findings, is_checked)
}

fn by_target(
    input: &Input<'_>,
    findings: Vec<Finding>,
    is_checked: impl Fn(&TargetChange, usize) -> bool,
) -> Checked {
    let (mut left_out, mut checked) = (Vec::new(), 0);
    for target in input.since.into_iter().flat_map(|since| &since.targets) {
        let Side::At(place) = target.after else { continue };
        if is_checked(target, place) {
            checked += 1;
        } else {
            left_out.push(place);
        }
    }
    input.by_place(findings, checked, &left_out)
}

fn finding(rule: Rule, place: usize, users: Vec<UserNumber>, evidence: Evidence) -> Finding {
    Finding {
        rule,
        target: Some(place),
        users,
        places: Vec::new(),
        evidence,
        weight: Weight::Medium,
        certainty: Certainty::Certain,
    }
}
