//! F11: permissions that are no levels. What they allow is anyone's guess.

use crate::effective::Part;
use crate::review::snapshot::UserNumber;

use super::input::Input;
use super::{Certainty, Checked, Evidence, Finding, Rule, Weight};

pub(super) fn no_level(input: &Input<'_>) -> Checked {
    let (mut findings, mut left_out, mut checked) = (Vec::new(), Vec::new(), 0);
    for (place, subject) in input.subjects() {
        if subject.reading.is_whole() {
            checked += 1;
        } else {
            left_out.push(place);
        }
        let (mut users, mut values) = (Vec::new(), Vec::new());
        for (user, value) in input.snapshot.grants().row(place).iter() {
            if input.parts.value(value) == Part::Odd {
                users.push(UserNumber(user));
                values.push(value);
            }
        }
        values.sort_unstable();
        values.dedup();
        if !users.is_empty() {
            let values = values.into_iter().map(|value| input.snapshot.permission(value).clone());
            findings.push(Finding {
                rule: Rule::NoLevel,
                target: Some(place),
                users,
                places: Vec::new(),
                evidence: Evidence::Values(values.collect()),
                weight: Weight::High,
                certainty: Certainty::Certain,
            });
        }
    }
    input.by_place(findings, checked, &left_out)
}
