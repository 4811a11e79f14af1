//! F1 and F2: images that others than the account's users can pull.

use crate::model::catalog::Visibility;
use crate::review::snapshot::{Share, Shares, Until};

use super::input::{Input, number};
use super::{Certainty, Checked, Evidence, Finding, Rule, Weight};

/// F1: everyone may.
pub(super) fn public(input: &Input<'_>) -> Checked {
    let (mut findings, mut left_out, mut checked) = (Vec::new(), Vec::new(), 0);
    for (place, subject) in input.subjects().filter(|(_, subject)| subject.is_image()) {
        match subject.visibility() {
            Visibility::Unknown => {
                left_out.push(place);
                continue;
            }
            Visibility::Public => findings.push(finding(Rule::Public, place, Evidence::Public, Weight::High)),
            Visibility::Private => {}
        }
        checked += 1;
    }
    input.by_place(findings, checked, &left_out)
}

/// F2: other accounts may.
pub(super) fn shared(input: &Input<'_>) -> Checked {
    let (mut findings, mut left_out, mut checked) = (Vec::new(), Vec::new(), 0);
    for (place, subject) in input.subjects() {
        let Some(facts) = subject.image() else { continue };
        match &facts.shares {
            Shares::NotRead => {
                left_out.push(place);
                continue;
            }
            Shares::Listed => {
                left_out.push(place);
                findings.push(finding(Rule::Shared, place, Evidence::SharedWithUnread, Weight::High));
            }
            Shares::Read(shares) if shares.is_empty() => {}
            Shares::Read(shares) => findings.push(shared_with(input, place, shares)),
        }
        checked += 1;
    }
    input.by_place(findings, checked, &left_out)
}

fn shared_with(input: &Input<'_>, place: usize, shares: &[Share]) -> Finding {
    let is_expired = |share: &&Share| share.until.is_over(input.snapshot.ended) == Some(true);
    let expired = shares.iter().filter(is_expired).count();
    let evidence = Evidence::SharedWith {
        accounts: shares.to_vec(),
        is_forever: shares.iter().any(|share| share.until == Until::NoEnd),
        expired: number(expired),
    };
    let weight = if expired == shares.len() { Weight::Low } else { Weight::High };
    finding(Rule::Shared, place, evidence, weight)
}

fn finding(rule: Rule, place: usize, evidence: Evidence, weight: Weight) -> Finding {
    Finding {
        rule,
        target: Some(place),
        users: Vec::new(),
        places: Vec::new(),
        evidence,
        weight,
        certainty: Certainty::Certain,
    }
}
