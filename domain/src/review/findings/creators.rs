//! F10: organizations made by a user who is not in the account's user list. The user who makes one may do everything with it,
//! without an entry on its list.

use std::collections::HashSet;

use crate::review::snapshot::KnownUser;

use super::input::Input;
use super::people::fits;
use super::{Certainty, Checked, Evidence, Finding, Rule, Weight};

pub(super) fn unknown(input: &Input<'_>) -> Checked {
    if let Err(why) = fits(input) {
        return Checked::Not(why);
    }
    let names: HashSet<_> =
        input.snapshot.people().all().iter().filter_map(KnownUser::account_name).collect();
    let (mut findings, mut left_out, mut checked) = (Vec::new(), Vec::new(), 0);
    for section in input.organizations() {
        let Some(creator) = &section.subject.creator else {
            left_out.push(section.place);
            continue;
        };
        checked += 1;
        if !names.contains(creator) {
            findings.push(Finding {
                rule: Rule::UnknownCreator,
                target: Some(section.place),
                users: Vec::new(),
                places: Vec::new(),
                evidence: Evidence::Creator(creator.clone()),
                weight: Weight::Medium,
                certainty: Certainty::Probable,
            });
        }
    }
    input.by_place(findings, checked, &left_out)
}
