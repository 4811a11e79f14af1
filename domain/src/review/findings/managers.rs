//! F3 and F9: too few or too many who manage.

use crate::effective::Part;
use crate::review::snapshot::{Section, UserNumber};

use super::held::{Held, MANAGE};
use super::input::{Input, number};
use super::{Certainty, Checked, Evidence, Finding, Rule, Weight};

/// Who manages one image, and of how many.
struct OfImage {
    managers: Vec<UserNumber>,
    users: usize,
    /// Whether another user may manage it.
    is_open: bool,
}

fn of_image(input: &Input<'_>, section: &Section<'_>, held: &Held, place: usize) -> OfImage {
    let mut one = OfImage {
        managers: held.managers.clone(),
        users: held.users,
        is_open: held.has_odd || !input.is_whole(section.place) || !input.is_whole(place),
    };
    for (user, value) in input.snapshot.grants().row(place).iter() {
        let (user, part) = (UserNumber(user), input.parts.value(value));
        let by_organization = held.part(user);
        one.is_open |= part == Part::Odd;
        one.users += usize::from(by_organization == Part::Nothing);
        if part == MANAGE && by_organization != MANAGE {
            one.managers.push(user);
        }
    }
    one.managers.sort_unstable();
    one
}

/// F3: exactly one user manages an image, or nobody does.
pub(super) fn few(input: &Input<'_>) -> Checked {
    let (mut findings, mut left_out, mut checked) = (Vec::new(), Vec::new(), 0);
    for section in input.organizations() {
        let held = Held::of(input, &section);
        for (place, _) in input.images(&section) {
            let one = of_image(input, &section, &held, place);
            if one.managers.len() < 2 && one.is_open {
                left_out.push(place);
                continue;
            }
            checked += 1;
            let (evidence, weight) = match one.managers.len() {
                0 => (Evidence::NoManager, Weight::High),
                1 => (Evidence::OnlyManager, Weight::Medium),
                _ => continue,
            };
            findings.push(finding(Rule::FewManagers, place, one.managers, evidence, weight));
        }
    }
    input.by_place(findings, checked, &left_out)
}

/// F9: more than a few manage an organization, or more than half of an image's users manage it.
pub(super) fn many(input: &Input<'_>) -> Checked {
    let (mut findings, mut left_out, mut checked) = (Vec::new(), Vec::new(), 0);
    for section in input.organizations() {
        let held = Held::of(input, &section);
        let managers = number(held.managers.len());
        let is_many = managers > input.thresholds.managers_most;
        if is_many {
            let evidence = Evidence::Managers { managers, of: number(held.users) };
            let rule = Rule::ManyManagers;
            findings.push(finding(rule, section.place, held.managers.clone(), evidence, Weight::Medium));
        }
        if is_many || (input.is_whole(section.place) && !held.has_odd) {
            checked += 1;
        } else {
            left_out.push(section.place);
        }
        for (place, _) in input.images(&section) {
            let one = of_image(input, &section, &held, place);
            if one.is_open {
                left_out.push(place);
                continue;
            }
            checked += 1;
            let is_most = one.managers.len() * 2 > one.users;
            if is_most && number(one.users) >= input.thresholds.users_least {
                let evidence =
                    Evidence::Managers { managers: number(one.managers.len()), of: number(one.users) };
                findings.push(finding(Rule::ManyManagers, place, one.managers, evidence, Weight::Medium));
            }
        }
    }
    input.by_place(findings, checked, &left_out)
}

fn finding(rule: Rule, place: usize, users: Vec<UserNumber>, evidence: Evidence, weight: Weight) -> Finding {
    let (target, places) = (Some(place), Vec::new());
    Finding { rule, target, users, places, evidence, weight, certainty: Certainty::Certain }
}
