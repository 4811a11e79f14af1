//! F5 to F8: users who are on lists and should be looked at.

use crate::grant::directory::Standing;
use crate::review::snapshot::{KnownUser, UserNumber};

use super::input::{Input, number};
use super::{Certainty, Checked, Evidence, Finding, Rule, Weight, Why};

/// F5: users who are not in the account's user list. Where too many are not, the list is to blame: the caller may not see
/// all of it.
pub(super) fn not_in_account(input: &Input<'_>) -> Checked {
    if let Err(why) = fits(input) {
        return Checked::Not(why);
    }
    let findings = with_standing(input, Standing::Absent)
        .map(|user| of_user(input, Rule::NotInAccount, user, Evidence::NotInAccount, Weight::High));
    input.by_user(findings.collect(), true)
}

/// F6: users who can't sign in.
pub(super) fn disabled(input: &Input<'_>) -> Checked {
    let listing = &input.snapshot.lists.users;
    if !listing.reading.is_read() {
        return Checked::Not(Why::UsersNotRead);
    }
    let findings = with_standing(input, Standing::Disabled)
        .map(|user| of_user(input, Rule::Disabled, user, Evidence::Disabled, Weight::High));
    input.by_user(findings.collect(), listing.is_whole())
}

/// F7: one name under several ids. A user was deleted and made anew, and the old permissions are those of nobody.
pub(super) fn shared_name(input: &Input<'_>) -> Checked {
    let knows_users = input.snapshot.lists.users.is_whole();
    let mut findings = Vec::new();
    for (name, users) in input.snapshot.people().namesakes() {
        if !users.iter().any(|user| input.is_listed(*user)) {
            continue;
        }
        let is_stranger = |user: &&UserNumber| {
            input.snapshot.people().get(**user).is_some_and(|known| known.standing == Standing::Absent)
        };
        let strangers = users.iter().filter(is_stranger).count();
        let mut places: Vec<u32> = users.iter().flat_map(|user| input.lists_of(*user)).collect();
        places.sort_unstable();
        places.dedup();
        findings.push(Finding {
            rule: Rule::SharedName,
            target: None,
            evidence: Evidence::Name {
                name: name.clone(),
                not_in_account: knows_users.then(|| number(strangers)),
            },
            users,
            places,
            weight: if strangers > 0 { Weight::High } else { Weight::Medium },
            certainty: Certainty::Certain,
        });
    }
    input.by_user(findings, knows_users)
}

/// F8: one id under several names. The name is sent along with a permission, so that it may be an old one.
pub(super) fn several_names(input: &Input<'_>) -> Checked {
    let findings = listed(input).filter(|(_, user)| user.names.len() > 1).map(|(number, user)| {
        of_user(input, Rule::SeveralNames, number, Evidence::Names(user.names.clone()), Weight::Low)
    });
    input.by_user(findings.collect(), input.snapshot.lists.users.is_whole())
}

/// Whether the account's user list was read, and fits those who are on lists.
pub(super) fn fits(input: &Input<'_>) -> Result<(), Why> {
    if !input.snapshot.lists.users.is_whole() {
        return Err(Why::UsersNotRead);
    }
    let of = number(listed(input).count());
    let strangers = number(with_standing(input, Standing::Absent).count());
    let limits = input.thresholds;
    let is_unfit = u64::from(strangers) * 100 > u64::from(of) * u64::from(limits.strangers_percent);
    if is_unfit && strangers >= limits.strangers_least {
        return Err(Why::UsersDoNotFit { strangers, of });
    }
    Ok(())
}

/// Everyone who is on a list.
fn listed<'a>(input: &'a Input<'_>) -> impl Iterator<Item = (UserNumber, &'a KnownUser)> {
    input.snapshot.people().numbered().filter(|(number, _)| input.is_listed(*number))
}

fn with_standing(input: &Input<'_>, standing: Standing) -> impl Iterator<Item = UserNumber> {
    listed(input).filter(move |(_, user)| user.standing == standing).map(|(number, _)| number)
}

fn of_user(input: &Input<'_>, rule: Rule, user: UserNumber, evidence: Evidence, weight: Weight) -> Finding {
    let (target, certainty) = (None, Certainty::Certain);
    Finding { rule, target, users: vec![user], places: input.lists_of(user), evidence, weight, certainty }
}
