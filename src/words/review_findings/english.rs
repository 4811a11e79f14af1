//! English.

use domain::model::names::UserName;
use domain::review::findings::{Certainty, Count, Evidence, Rule, Weight, Why};
use domain::review::snapshot::{ListReading, Reading};

use super::super::levels;
use super::super::review::{counted, fault, status};
use super::{About, Words, accounts, quoted, values};

pub(in super::super) static ENGLISH: Words = Words {
    findings: "Findings",
    lead: "What a person should look at, by fixed rules. A rule whose source was not read says so; it never counts as zero.",
    search: "Search findings",
    all_rules: "All rules",
    rule_label: "Rule",
    rule: |rule| match rule {
        Rule::NotRead => "Not read",
        Rule::Public => "Public images",
        Rule::Shared => "Shared with other accounts",
        Rule::FewManagers => "One manager, or none",
        Rule::AddsNothing => "Permissions that add nothing",
        Rule::NotInAccount => "Users who are not in the account",
        Rule::Disabled => "Disabled users",
        Rule::SharedName => "One name, several user IDs",
        Rule::SeveralNames => "One user ID, several names",
        Rule::ManyManagers => "Many managers",
        Rule::UnknownCreator => "Unknown creators",
        Rule::NoLevel => "Values that are no level",
        Rule::Widespread => "The same on most images",
        Rule::ManageGranted => "Manage granted since",
        Rule::MadeAnew => "Deleted and created again",
    },
    matters: |rule| match rule {
        Rule::NotRead => {
            "The review says nothing about these. Read the rest, or ask somebody who may read them."
        }
        Rule::Public => "Anyone on the internet can pull them. No list of users changes that.",
        Rule::Shared => "Everyone in these accounts can pull them. No list of users changes that.",
        Rule::FewManagers => {
            "When the only manager leaves, only the account's administrators can change permissions."
        }
        Rule::AddsNothing => {
            "The organization or the visibility already gives as much. Keep them if the permission on the organization may end."
        }
        Rule::NotInAccount => {
            "The user was deleted, or belongs to an agency or a federation. A deleted user's permission serves nobody."
        }
        Rule::Disabled => "They can't sign in. When the user is enabled again, the permissions work again.",
        Rule::SharedName => {
            "A user was deleted and created again under the same name. The permissions of the old ID serve nobody."
        }
        Rule::SeveralNames => "The name comes along with a grant and is not checked. The user ID decides.",
        Rule::ManyManagers => "Everyone who manages can grant permissions to others.",
        Rule::UnknownCreator => {
            "No user of the account has the creator's name. A creator can hold Manage without being on the list."
        }
        Rule::NoLevel => "The service stores another value than 1, 3 or 7. Nobody knows what it allows.",
        Rule::Widespread => {
            "One permission on the organization would say the same. It would cover future images, too."
        }
        Rule::ManageGranted => "They could not manage these in the older snapshot.",
        Rule::MadeAnew => {
            "The name is the same, the service's ID is another. Permissions of the old one are gone."
        }
    },
    count: |count| match count {
        Count::NotChecked(_) => "Not checked".to_owned(),
        Count::Exactly(n) => n.to_string(),
        Count::AtLeast(n) => format!("at least {n}"),
    },
    not_checked: |why| match why {
        Why::NothingRead => "Not checked: nothing of what this rule needs was read.".to_owned(),
        Why::UsersNotRead => {
            "Not checked: the account's user list was not read. Only some administrators may read it."
                .to_owned()
        }
        Why::UsersDoNotFit { strangers, of } => format!(
            "Not checked: {strangers} of {of} users on lists are not in the account's user list. \
             That list is probably cut off by your rights."
        ),
        Why::NothingToCompare => "Not checked: open an older snapshot on the Compare page first.".to_owned(),
    },
    left_out: |places| {
        format!(
            "{} could not be checked.",
            counted(number(places), "organization or image", "organizations and images")
        )
    },
    nothing: "No findings.",
    weight: |weight| match weight {
        Weight::Low => "Low",
        Weight::Medium => "Medium",
        Weight::High => "High",
    },
    certainty: |certainty| match certainty {
        Certainty::Certain => None,
        Certainty::Inferred => Some("Inferred: no page of the service says that the higher level counts"),
        Certainty::Probable => Some("Probable: by name only"),
    },
    finding,
    places: |places| format!("On {}", counted(number(places), "list", "lists")),
    people: |users| counted(number(users), "user", "users"),
    more: |n| format!("Show {n} more"),
    thresholds: "Thresholds",
    managers_most: "Many managers of an organization: more than",
    users_least: "Many managers of an image: more than half, of at least so many users",
    images_least: "The same on most images: in organizations of at least so many images",
    most_percent: "The same on most images: on at least so many percent",
    strangers_percent: "The user list does not fit: more than so many percent are missing",
    strangers_least: "The user list does not fit: at least so many users are missing",
    accept: "Accept",
    accept_of: |finding| format!("Accept: {finding}"),
    accept_means: "An accepted finding is listed apart, with its reason, until the day you choose. \
                   It is kept in the snapshot file only.",
    why: "Reason",
    why_missing: "Say why this is accepted.",
    until: "Until",
    until_missing: "Choose a day in the future.",
    accepted: |by, until, reason| format!("Accepted by {by} until {until}: {reason}"),
    take_back: "Take back",
    by_organization: "Findings and permissions by organization",
    organization: "Organization",
    levels: "Permissions",
};

fn number(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

fn finding(evidence: &Evidence, about: &About<'_>) -> String {
    let About { target, user, users, places } = *about;
    let images = || counted(number(places), "image", "images");
    let lists = || counted(number(places), "list", "lists");
    match evidence {
        Evidence::ListNotRead(reading) => format!("{target}: {}.", why_not_read(reading)),
        Evidence::UnreadableEntries(entries) => {
            format!("{target}: {} can't be read.", counted((*entries).into(), "entry", "entries"))
        }
        Evidence::ListOpen(list) if target.is_empty() => {
            format!("The list of organizations: {}.", why_open(list))
        }
        Evidence::ListOpen(list) => format!("The images of {target}: {}.", why_open(list)),
        Evidence::Public => format!("{target} is public: anyone can pull it."),
        Evidence::SharedWith { accounts: shares, is_forever, expired } => {
            let of = counted(number(shares.len()), "account", "accounts");
            let end = if *is_forever { " At least one share has no end." } else { "" };
            let over = match expired {
                0 => String::new(),
                n => format!(" {n} expired."),
            };
            format!("{target} is shared with {of}: {}.{end}{over}", accounts(shares, ", ", "unnamed"))
        }
        Evidence::SharedWithUnread => format!("{target} is shared. With whom was not read."),
        Evidence::OnlyManager => format!("Only {user} manages {target}."),
        Evidence::NoManager => format!("Nobody manages {target} by a permission."),
        Evidence::WithinOrganization(level) => format!(
            "{user} has {} on {target}. Permissions on {} of it add nothing.",
            levels::ENGLISH.name(*level),
            images()
        ),
        Evidence::WithinPublic => {
            format!("{user} has Read on {} of {target}, and everyone can pull them.", images())
        }
        Evidence::NotInAccount => format!("{user} is on {} and not in the account's user list.", lists()),
        Evidence::Disabled => format!("{user} is disabled and on {}.", lists()),
        Evidence::Name { name, not_in_account } => {
            let old = match not_in_account {
                None => " The user list was not read, so it is not known which of them exist.".to_owned(),
                Some(n) => format!(" Not in the account: {n}."),
            };
            let name = quoted([name.as_str()], "");
            format!(
                "{name} is the name of {}, on {}.{old}",
                counted(number(users), "user ID", "user IDs"),
                lists()
            )
        }
        Evidence::Names(names) => {
            let all = quoted(names.iter().map(UserName::as_str), ", ");
            format!("One user ID has the names {all}, on {}.", lists())
        }
        Evidence::Managers { managers, of } => {
            format!("{managers} of {} manage {target}.", counted((*of).into(), "user", "users"))
        }
        Evidence::Creator(name) => {
            let name = quoted([name.as_str()], "");
            format!("{target} was created by {name}, and no user of the account has this name.")
        }
        Evidence::Values(odd) => {
            let odd = quoted(values(odd, "no value"), ", ");
            format!("{target}: {} with {odd}.", counted(number(users), "user", "users"))
        }
        Evidence::OnMostImages { level, images, of } => {
            format!("{user} has {} on {images} of {of} images of {target}.", levels::ENGLISH.name(*level))
        }
        Evidence::ManageSince if users == 1 => {
            format!("{user} has gained Manage on {target} since the older snapshot.")
        }
        Evidence::ManageSince => {
            format!("{users} users have gained Manage on {target} since the older snapshot.")
        }
        Evidence::NumberChanged(numbers) => {
            format!("{target}: the service's ID was {} and is {}.", numbers.before, numbers.after)
        }
    }
}

fn why_not_read(reading: &Reading) -> String {
    match reading {
        Reading::NotYet => "not read yet".to_owned(),
        Reading::Denied { status: number, code } => format!("denied ({})", status(*number, code.as_ref())),
        Reading::Failed(why) => fault(why),
        Reading::Gone => "deleted meanwhile".to_owned(),
        Reading::Read { .. } => "read".to_owned(),
    }
}

fn why_open(list: &ListReading) -> String {
    if list.reading.is_whole() { "not read to the end".to_owned() } else { why_not_read(&list.reading) }
}
