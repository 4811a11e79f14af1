//! The five organizations of the review world: how many images and people each has, in which teams, and who of the planted
//! cases is on whole lists there.

use crate::level::Level;

use super::people::{DELETED, DISABLED, GRANTED, Holders, USER01, USER02, WIDE};

/// One organization.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) name: &'static str,
    /// How many images it has in all.
    pub(super) images: usize,
    pub(super) teams: &'static [&'static str],
    /// How many of its people hold which level on the organization itself.
    pub(super) managers: usize,
    pub(super) writers: usize,
    pub(super) readers: usize,
}

pub(super) const PLANS: [Plan; 5] = [
    Plan {
        name: "shop",
        images: 900,
        teams: &["checkout", "web", "search", "mobile", "support", "logistics", "data", "identity"],
        managers: 2,
        writers: 3,
        readers: 3,
    },
    Plan {
        name: "payments",
        images: 500,
        teams: &["payments", "billing", "data", "infra", "identity"],
        managers: 2,
        writers: 2,
        readers: 3,
    },
    Plan {
        name: "platform",
        images: 400,
        teams: &["infra", "platform", "data", "mobile"],
        // With the administrator, one more than most rules of thumb allow.
        managers: 4,
        writers: 2,
        readers: 6,
    },
    Plan {
        name: "archive",
        images: 120,
        teams: &["billing", "search", "support"],
        managers: 1,
        writers: 0,
        readers: 4,
    },
    Plan { name: "labs", images: 80, teams: &["data", "mobile"], managers: 0, writers: 0, readers: 3 },
];

/// Who of the planted cases is on an organization's own list.
pub(super) fn guests_of_organization(name: &str) -> Holders {
    let [_, disabled, _] = DISABLED;
    let [_, deleted, _] = DELETED;
    let [_, wide] = WIDE;
    let [granted, _] = GRANTED;
    let mut guests = vec![USER02.with(Level::Read)];
    match name {
        "payments" => guests.extend([USER01, disabled, granted].map(|person| person.with(Level::Read))),
        "platform" => guests.push(deleted.with(Level::Read)),
        "archive" => guests.push(wide.with(Level::Read)),
        _ => {}
    }
    guests
}

/// Who of the planted cases is on all lists of a team.
pub(super) fn guests_of_team(organization: &str, team: &str) -> Holders {
    let [disabled, ..] = DISABLED;
    let [deleted, ..] = DELETED;
    let [in_labs, in_archive] = WIDE;
    let guests = match (organization, team) {
        ("shop", "web") => vec![USER01, disabled],
        ("shop", "search" | "mobile") => vec![disabled],
        ("payments", "billing") => vec![deleted],
        ("archive", _) => vec![in_archive],
        ("labs", _) => vec![in_labs],
        _ => Vec::new(),
    };
    guests.into_iter().map(|person| person.with(Level::Write)).collect()
}
