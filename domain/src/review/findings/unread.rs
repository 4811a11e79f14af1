//! F0: what was not read. It comes first: all other rules are only as good as what was read.

use crate::review::snapshot::{Facts, ListReading, Reading};

use super::input::Input;
use super::{Certainty, Checked, Evidence, Finding, Rule, Weight};

pub(super) fn not_read(input: &Input<'_>) -> Checked {
    let mut findings = Vec::new();
    let organizations = &input.snapshot.lists.organizations;
    if !organizations.is_whole() {
        findings.push(open(None, organizations));
    }
    for (place, subject) in input.subjects() {
        if let Facts::Organization(facts) = &subject.facts
            && !facts.images.is_whole()
        {
            findings.push(open(Some(place), &facts.images));
        }
        match &subject.reading {
            Reading::Read { unreadable: 0, .. } | Reading::Gone => {}
            Reading::Read { unreadable, .. } => {
                findings.push(finding(Some(place), Evidence::UnreadableEntries(*unreadable)));
            }
            reading => findings.push(finding(Some(place), Evidence::ListNotRead(reading.clone()))),
        }
    }
    Checked::Yes { findings, left_out: Vec::new(), is_whole: true }
}

fn open(target: Option<usize>, listing: &ListReading) -> Finding {
    finding(target, Evidence::ListOpen(listing.clone()))
}

fn finding(target: Option<usize>, evidence: Evidence) -> Finding {
    Finding {
        rule: Rule::NotRead,
        target,
        users: Vec::new(),
        places: Vec::new(),
        evidence,
        weight: Weight::High,
        certainty: Certainty::Certain,
    }
}
