//! F12: a user who holds Write or Manage on most images of an organization, one by one. One permission on the organization
//! would say the same, and be seen.

use crate::effective::Part;
use crate::model::level::Level;
use crate::review::snapshot::{Section, UserNumber};

use super::input::{Input, number};
use super::{Certainty, Checked, Evidence, Finding, Rule, Weight};

/// On how many images a user holds at least a level.
#[derive(Debug, Clone, Copy, Default)]
struct OnImages {
    write: u32,
    manage: u32,
}

pub(super) fn widespread(input: &Input<'_>) -> Checked {
    let (mut findings, mut left_out, mut checked) = (Vec::new(), Vec::new(), 0);
    for section in input.organizations() {
        let images: Vec<usize> = input.images(&section).map(|(place, _)| place).collect();
        left_out.extend(images.iter().copied().filter(|place| !input.is_whole(*place)));
        // Of how many images "most" is, only a whole list of them says.
        if !section.facts.images.is_whole() || !input.is_whole(section.place) {
            left_out.push(section.place);
            continue;
        }
        checked += 1;
        if number(images.len()) >= input.thresholds.images_least {
            find(input, &section, &images, &mut findings);
        }
    }
    input.by_place(findings, checked, &left_out)
}

fn find(input: &Input<'_>, section: &Section<'_>, images: &[usize], findings: &mut Vec<Finding>) {
    let mut counts = vec![OnImages::default(); input.snapshot.people().len()];
    for place in images {
        for (user, value) in input.snapshot.grants().row(*place).iter() {
            let Part::Level(level) = input.parts.value(value) else { continue };
            if let Some(count) = counts.get_mut(user as usize) {
                count.write += u32::from(level >= Level::Write);
                count.manage += u32::from(level >= Level::Manage);
            }
        }
    }
    let of = number(images.len());
    let is_most =
        |count: u32| u64::from(count) * 100 >= u64::from(of) * u64::from(input.thresholds.most_percent);
    for (index, count) in counts.into_iter().enumerate() {
        let user = UserNumber::at(index);
        let (level, images) = match count {
            OnImages { manage, .. } if is_most(manage) => (Level::Manage, manage),
            OnImages { write, .. } if is_most(write) => (Level::Write, write),
            OnImages { .. } => continue,
        };
        let held = input.parts.part(section.place, user);
        if held == Part::Odd || held.level() >= Some(level) {
            continue;
        }
        findings.push(Finding {
            rule: Rule::Widespread,
            target: Some(section.place),
            users: vec![user],
            places: Vec::new(),
            evidence: Evidence::OnMostImages { level, images, of },
            weight: Weight::Low,
            certainty: Certainty::Certain,
        });
    }
}
