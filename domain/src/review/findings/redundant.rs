//! F4: permissions on images that add nothing to what the organization gives, or to what everyone may do.

use std::collections::BTreeMap;

use crate::effective::Part;
use crate::model::catalog::Visibility;
use crate::model::level::Level;
use crate::review::snapshot::UserNumber;

use super::held::Held;
use super::input::{Input, number};
use super::{Certainty, Checked, Evidence, Finding, Rule, Weight};

/// One finding for each user of an organization: what is redundant on one image is so on many.
pub(super) fn adds_nothing(input: &Input<'_>) -> Checked {
    let (mut findings, mut left_out, mut checked) = (Vec::new(), Vec::new(), 0);
    for section in input.organizations() {
        let is_whole = input.is_whole(section.place);
        let held = Held::of(input, &section);
        let mut of_users: BTreeMap<u32, (Evidence, Vec<u32>)> = BTreeMap::new();
        for (place, visibility) in input.images(&section) {
            if is_whole && input.is_whole(place) && visibility != Visibility::Unknown {
                checked += 1;
            } else {
                left_out.push(place);
            }
            for (user, value) in input.snapshot.grants().row(place).iter() {
                let Part::Level(on_image) = input.parts.value(value) else { continue };
                let evidence = match held.part(UserNumber(user)) {
                    Part::Level(level) if on_image <= level => Evidence::WithinOrganization(level),
                    Part::Nothing
                        if is_whole && on_image == Level::Read && visibility == Visibility::Public =>
                    {
                        Evidence::WithinPublic
                    }
                    _ => continue,
                };
                of_users.entry(user).or_insert((evidence, Vec::new())).1.push(number(place));
            }
        }
        let finding = |(user, (evidence, places))| Finding {
            rule: Rule::AddsNothing,
            target: Some(section.place),
            users: vec![UserNumber(user)],
            places,
            evidence,
            weight: Weight::Low,
            certainty: Certainty::Inferred,
        };
        findings.extend(of_users.into_iter().map(finding));
    }
    input.by_place(findings, checked, &left_out)
}
