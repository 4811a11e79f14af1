//! One row for each user: what they reach, in numbers. It takes time in proportion to the grants, and to the users and
//! organizations, but not to the users and images.

use crate::effective::{Effective, Part};
use crate::grant::directory::Standing;
use crate::model::catalog::Visibility;
use crate::model::level::Level;
use crate::review::snapshot::{Reading, Section, Snapshot, UserNumber};

use super::{Access, Origin, Parts, lists_everything};

/// Something to check about a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserMark {
    /// Not in the account's user list, which was read.
    NotInAccount,
    /// Can't sign in at present.
    Disabled,
    /// One id under several names.
    SeveralNames,
    /// One name under several ids.
    SharedName,
}

impl UserMark {
    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            UserMark::NotInAccount => "not_in_account",
            UserMark::Disabled => "disabled",
            UserMark::SeveralNames => "several_names",
            UserMark::SharedName => "shared_name",
        }
    }
}

/// What a user reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserReach {
    /// Who.
    pub user: UserNumber,
    /// Images with Manage.
    pub manage: u32,
    /// Images with Write.
    pub write: u32,
    /// Images with Read.
    pub read: u32,
    /// Images with a value that is no level.
    pub unknown: u32,
    /// Images that the user can pull only because everyone can.
    pub public: u32,
    /// Images of which nobody knows whether the user reaches them.
    pub open: u32,
    /// On the lists of how many images the user is.
    pub direct: u32,
    /// On the lists of how many organizations the user is.
    pub organizations: u32,
    /// Whether the user may reach more, or more of it: something was not read.
    pub is_at_least: bool,
    /// What to check.
    pub marks: Vec<UserMark>,
}

impl UserReach {
    /// How many images the user reaches by a permission.
    pub const fn by_permission(&self) -> u32 {
        self.manage + self.write + self.read + self.unknown
    }

    /// How many images the user reaches.
    pub const fn images(&self) -> u32 {
        self.by_permission() + self.public
    }

    fn add(&mut self, access: Access, count: u32) {
        if count == 0 {
            return;
        }
        self.is_at_least |= access.is_at_least();
        let counter = match access {
            Access::Nothing => return,
            Access::Open => &mut self.open,
            Access::Given(_, Origin::Public) => &mut self.public,
            Access::Given(Effective::Unknown, _) => &mut self.unknown,
            Access::Given(Effective::Level(level, _) | Effective::AtLeast(level), _) => match level {
                Level::Manage => &mut self.manage,
                Level::Write => &mut self.write,
                Level::Read => &mut self.read,
            },
        };
        *counter += count;
    }
}

/// What decides the access to an image of a user who is not on its list: who can pull it, and whether the list was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kind {
    visibility: Visibility,
    absent: Part,
}

const KINDS: [Kind; 6] = [
    Kind { visibility: Visibility::Private, absent: Part::Nothing },
    Kind { visibility: Visibility::Public, absent: Part::Nothing },
    Kind { visibility: Visibility::Unknown, absent: Part::Nothing },
    Kind { visibility: Visibility::Private, absent: Part::NotKnown },
    Kind { visibility: Visibility::Public, absent: Part::NotKnown },
    Kind { visibility: Visibility::Unknown, absent: Part::NotKnown },
];

/// A count for each kind of image.
type Counts = [u32; KINDS.len()];

/// What every user of a snapshot reaches, by id.
pub fn everyone(snapshot: &Snapshot) -> Vec<UserReach> {
    let parts = Parts::of(snapshot);
    let is_at_least = !lists_everything(snapshot);
    let mut rows: Vec<UserReach> =
        snapshot.people().numbered().map(|(user, _)| blank(user, is_at_least)).collect();
    for section in snapshot.organizations() {
        add_section(snapshot, &parts, &section, &mut rows);
    }
    mark(snapshot, &mut rows);
    rows
}

const fn blank(user: UserNumber, is_at_least: bool) -> UserReach {
    let marks = Vec::new();
    let (manage, write, read, unknown, public, open, direct, organizations) = (0, 0, 0, 0, 0, 0, 0, 0);
    UserReach { user, manage, write, read, unknown, public, open, direct, organizations, is_at_least, marks }
}

fn add_section(snapshot: &Snapshot, parts: &Parts<'_>, section: &Section<'_>, rows: &mut [UserReach]) {
    let mut held = vec![parts.absent(section.place); rows.len()];
    let is_there = section.subject.reading != Reading::Gone;
    for (user, value) in snapshot.grants().row(section.place).iter() {
        if let (Some(held), Some(row)) = (held.get_mut(user as usize), rows.get_mut(user as usize)) {
            *held = parts.value(value);
            row.organizations += u32::from(is_there);
        }
    }
    let mut images: Counts = [0; KINDS.len()];
    let mut named: Vec<Counts> = vec![[0; KINDS.len()]; rows.len()];
    for place in section.images.clone() {
        let Some(visibility) = parts.visibility(place) else { continue };
        let kind = KINDS.iter().position(|kind| *kind == Kind { visibility, absent: parts.absent(place) });
        let kind = kind.unwrap_or_default();
        count(&mut images, kind);
        for (user, value) in snapshot.grants().row(place).iter() {
            let user = user as usize;
            let (Some(held), Some(row)) = (held.get(user), rows.get_mut(user)) else { continue };
            row.direct += 1;
            row.add(Access::of(*held, parts.value(value), visibility), 1);
            if let Some(named) = named.get_mut(user) {
                count(named, kind);
            }
        }
    }
    for ((row, held), named) in rows.iter_mut().zip(held).zip(named) {
        for ((kind, all), named) in KINDS.iter().zip(images).zip(named) {
            row.add(Access::of(held, kind.absent, kind.visibility), all - named);
        }
    }
}

fn count(counts: &mut Counts, kind: usize) {
    if let Some(count) = counts.get_mut(kind) {
        *count += 1;
    }
}

fn mark(snapshot: &Snapshot, rows: &mut [UserReach]) {
    for (row, user) in rows.iter_mut().zip(snapshot.people().all()) {
        match user.standing {
            Standing::Absent => row.marks.push(UserMark::NotInAccount),
            Standing::Disabled => row.marks.push(UserMark::Disabled),
            Standing::Active | Standing::NotKnown => {}
        }
        if user.names.len() > 1 {
            row.marks.push(UserMark::SeveralNames);
        }
    }
    for user in snapshot.people().namesakes().into_iter().flat_map(|(_, users)| users) {
        if let Some(row) = rows.get_mut(user.index())
            && !row.marks.contains(&UserMark::SharedName)
        {
            row.marks.push(UserMark::SharedName);
        }
    }
}
