//! The planted cases: images below `cases/`, each named by what a review should find on it. Their lists are those of their
//! organization's first team, with one thing changed.

use crate::level::Level;
use crate::names::{AccountName, ImageName};
use crate::seeded_rng::SeededRng;
use crate::store::{Deadline, Image, ListFault, Share, User};

use super::people::{
    DELETED, DISABLED, FOUNDER, GRANTED, HOLDER, Holders, LOWERED, MOVED, ODD, RAISED, RENAMED, TWICE,
    TWICE_BEFORE,
};
use super::teams::{self, Team};

/// The lists that cases are made of.
pub(super) struct Lists<'a> {
    pub(super) team: &'a Team,
    /// Who holds what on the organization.
    pub(super) organization: &'a Holders,
    /// Somebody who holds nothing on it.
    pub(super) stranger: &'a User,
}

impl Lists<'_> {
    /// The team's list with some more people.
    fn and(&self, more: impl IntoIterator<Item = (User, Level)>) -> Holders {
        self.team.everyone().into_iter().chain(more).collect()
    }

    /// The organization's first user of a level, with another one.
    fn of_organization(&self, held: Level, level: Level) -> Option<(User, Level)> {
        let holder = self.organization.iter().find(|(_, level)| *level == held);
        holder.map(|(user, _)| (user.clone(), level))
    }
}

/// A case: its name, its list, and what else is special about the image.
struct Case {
    name: &'static str,
    holders: Holders,
    change: fn(&mut Image),
}

impl Case {
    fn new(name: &'static str, holders: Holders, change: fn(&mut Image)) -> Self {
        Self { name, holders, change }
    }

    /// Only the list is special.
    fn of_list(name: &'static str, holders: Holders) -> Self {
        Self::new(name, holders, |_| {})
    }
}

/// The cases of an organization.
pub(super) fn images(
    organization: &str,
    lists: &Lists<'_>,
    mut next_id: impl FnMut() -> u64,
    rng: &mut SeededRng,
) -> Vec<Image> {
    let cases = match organization {
        "shop" => people(lists).into_iter().chain(levels(lists)).chain(changes(lists)).collect(),
        "payments" => outside(lists),
        "platform" => vec![Case::new("failing", lists.team.everyone(), |image| {
            image.list_fault = Some(ListFault::Failing);
        })],
        "archive" => founders(lists),
        "labs" => managers(lists),
        _ => Vec::new(),
    };
    let lead = lists.team.lead().unwrap_or(lists.stranger);
    let made = cases.into_iter().map(|case| {
        let mut image = teams::pushed(next_id(), lead, &case.holders, rng);
        image.name = ImageName::new(format!("cases/{}", case.name));
        (case.change)(&mut image);
        image
    });
    made.collect()
}

/// Who is on a list, and under which name.
fn people(lists: &Lists<'_>) -> Vec<Case> {
    let [_, _, deleted] = DELETED;
    let [_, _, disabled] = DISABLED;
    let [renamed, _] = RENAMED;
    vec![
        Case::of_list("deleted-user", lists.and([deleted.with(Level::Read)])),
        Case::of_list("disabled-user", lists.and([disabled.with(Level::Manage)])),
        Case::of_list(
            "name-under-two-ids",
            lists.and([TWICE_BEFORE.with(Level::Read), TWICE.with(Level::Write)]),
        ),
        Case::of_list(
            "name-of-another",
            lists.and([MOVED.called("holder01").with(Level::Read), HOLDER.with(Level::Read)]),
        ),
        Case::of_list("renamed-user", lists.and([renamed.called("renamed01-before").with(Level::Write)])),
    ]
}

/// What somebody holds, and what it adds.
fn levels(lists: &Lists<'_>) -> Vec<Case> {
    let adds_nothing = lists
        .of_organization(Level::Read, Level::Read)
        .into_iter()
        .chain(lists.of_organization(Level::Write, Level::Read));
    let writers = lists.team.at_least(Level::Write);
    let stranger = (lists.stranger.clone(), Level::Read);
    vec![
        Case::of_list("adds-nothing", lists.and(adds_nothing)),
        Case::of_list("unknown-level", lists.and([ODD.with(Level::Other(5))])),
        Case::new("public", writers.clone(), |image| {
            image.is_public = true;
        }),
        Case::new("public-read", writers.into_iter().chain([stranger]).collect(), |image| {
            image.is_public = true;
        }),
        Case::new("denied", lists.team.everyone(), |image| image.list_fault = Some(ListFault::Denied)),
    ]
}

/// What was otherwise in the earlier world.
fn changes(lists: &Lists<'_>) -> Vec<Case> {
    let [granted, manager] = GRANTED;
    let [raised, promoted] = RAISED;
    let [_, renamed] = RENAMED;
    vec![
        Case::of_list(
            "changed",
            lists.and([
                granted.with(Level::Read),
                raised.with(Level::Write),
                LOWERED.with(Level::Read),
                renamed.with(Level::Read),
            ]),
        ),
        Case::of_list(
            "newly-managed",
            lists.and([manager, promoted].map(|person| person.with(Level::Manage))),
        ),
        Case::of_list("made-anew", lists.team.everyone()),
        Case::of_list("unread-before", lists.team.everyone()),
    ]
}

/// Who manages.
fn managers(lists: &Lists<'_>) -> Vec<Case> {
    let others = lists.team.at_most(Level::Write);
    let one = lists.team.at_least(Level::Manage).into_iter().take(1).chain(others.clone()).collect();
    vec![
        Case::of_list("one-manager", one),
        Case::of_list("no-manager", others),
        Case::new("odd-entry", lists.team.everyone(), |image| image.list_fault = Some(ListFault::OddEntry)),
        Case::of_list("new", lists.team.everyone()),
    ]
}

/// Where the organization's only manager, and who made things, count.
fn founders(lists: &Lists<'_>) -> Vec<Case> {
    vec![
        Case::of_list("one-manager", lists.team.at_most(Level::Write)),
        Case::new("unknown-creator", lists.team.everyone(), |image| image.creator = FOUNDER.user()),
        Case::new("refused", lists.team.everyone(), |image| image.list_fault = Some(ListFault::Refused)),
    ]
}

/// Which other accounts may pull an image, and an image that too many manage.
fn outside(lists: &Lists<'_>) -> Vec<Case> {
    let everyone = || lists.team.everyone();
    let all_manage = everyone().into_iter().map(|(user, _)| (user, Level::Manage)).collect();
    vec![
        Case::new("shared-forever", everyone(), |image| share(image, "partner", "forever")),
        Case::new("shared-with-end", everyone(), |image| share(image, "contractor", FAR)),
        Case::new("shared-and-ended", everyone(), |image| share(image, "contractor", PAST)),
        Case::new("shared-with-several", everyone(), |image| {
            share(image, "partner", "forever");
            share(image, "contractor", PAST);
            share(image, "supplier", FAR);
        }),
        Case::of_list("many-managers", all_manage),
        Case::new("missing", everyone(), |image| image.list_fault = Some(ListFault::Missing)),
    ]
}

const FAR: &str = "2099-12-31T23:59:59Z";
const PAST: &str = "2024-01-31T23:59:59Z";

fn share(image: &mut Image, account: &str, deadline: &str) {
    // The two above are deadlines.
    let Some(deadline) = Deadline::parse(deadline) else { return };
    image.shares.put(Share {
        account: AccountName::new(account),
        deadline,
        description: String::new(),
        creator: image.creator.clone(),
        created: image.created,
        updated: image.created,
    });
}
