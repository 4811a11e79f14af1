//! What is to be decided: one by one, and together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::level::{Level, Permission};
use crate::review::compare::{Comparison, Kind, Lists, Side};
use crate::review::findings::{Finding, Report, Rule};
use crate::review::groups::{Group, groups};
use crate::review::snapshot::{Snapshot, UserNumber};

/// Why something is decided one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// It is Manage.
    Manage,
    /// A rule has found it.
    Finding(Rule),
    /// It is new since the earlier snapshot, or nobody knows whether it is.
    New,
    /// It is the reviewer's own. A second person has to sign it.
    Own,
}

/// Something that is decided by itself: one user on an organization, an image, or images with the same list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Single {
    /// The places of the organization or images; never none.
    pub places: Vec<usize>,
    /// Whose permission; `None` if it is about the image itself.
    pub user: Option<UserNumber>,
    /// What they hold, if it is a level.
    pub level: Option<Level>,
    /// Why, in the order of [`Why`]; never nothing.
    pub why: Vec<Why>,
}

impl Single {
    /// The permissions that it is about.
    pub(super) fn permissions(&self) -> impl Iterator<Item = (usize, UserNumber)> {
        self.user.into_iter().flat_map(|user| self.places.iter().map(move |place| (*place, user)))
    }
}

/// An organization, or images with the same list: what of them is not decided one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// The places.
    pub places: Vec<usize>,
    /// How many permissions that are.
    pub grants: usize,
}

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agenda {
    /// By place and user.
    pub singles: Vec<Single>,
    /// Organizations first, then images, the largest group first. None is empty.
    pub groups: Vec<Together>,
}

impl Agenda {
    /// The single items by risk, the riskiest first: what rules have found, by weight, then Manage, then what is new, then
    /// the reviewer's own. Of two with the same first reason the one with more reasons comes first.
    pub fn by_risk(&self) -> Vec<usize> {
        let risk = |single: &Single| {
            let first = single.why.iter().map(|why| why.rank()).min().unwrap_or(u8::MAX);
            (first, Reverse(single.why.len()))
        };
        let mut order: Vec<usize> = (0..self.singles.len()).collect();
        order.sort_by_key(|item| self.singles.get(*item).map(risk));
        order
    }
}

impl Why {
    /// Its place by risk, the riskiest first.
    const fn rank(self) -> u8 {
        match self {
            Why::Finding(
                Rule::NotInAccount | Rule::Disabled | Rule::NoLevel | Rule::Public | Rule::Shared,
            ) => 0,
            Why::Finding(_) => 1,
            Why::Manage => 2,
            Why::New => 3,
            Why::Own => 4,
        }
    }

    /// The word in files: the id of a rule, or what it is.
    pub const fn key(self) -> &'static str {
        match self {
            Why::Manage => "manage",
            Why::Finding(rule) => rule.id(),
            Why::New => "new",
            Why::Own => "own",
        }
    }
}

/// The rules whose findings are decided one by one.
const RULES: [Rule; 7] = [
    Rule::Public,
    Rule::Shared,
    Rule::FewManagers,
    Rule::NotInAccount,
    Rule::Disabled,
    Rule::SharedName,
    Rule::NoLevel,
];

/// The agenda of a review. Without an earlier snapshot nothing is new.
pub fn agenda(snapshot: &Snapshot, reports: &[Report], since: Option<&Comparison>) -> Agenda {
    let mut marks = Marks { snapshot, of: BTreeMap::new() };
    marks.by_level();
    for report in reports.iter().filter(|report| RULES.contains(&report.rule)) {
        report.findings().iter().for_each(|finding| marks.by_finding(finding));
    }
    if let Some(since) = since {
        marks.by_change(since);
    }
    marks.agenda()
}

type Place = (usize, Option<UserNumber>);

struct Marks<'a> {
    snapshot: &'a Snapshot,
    of: BTreeMap<Place, BTreeSet<Why>>,
}

impl Marks<'_> {
    fn mark(&mut self, place: usize, user: Option<UserNumber>, why: Why) {
        let is_there = user.is_none_or(|user| self.snapshot.held(place, user).is_some());
        if is_there {
            self.of.entry((place, user)).or_default().insert(why);
        }
    }

    fn by_level(&mut self) {
        let viewer = self.snapshot.people().find(&self.snapshot.viewer);
        for place in 0..self.snapshot.subjects().len() {
            for (user, permission) in self.snapshot.list(place) {
                let is_manage = permission.level() == Some(Level::Manage);
                let marks = [is_manage.then_some(Why::Manage), (Some(user) == viewer).then_some(Why::Own)];
                for why in marks.into_iter().flatten() {
                    self.of.entry((place, Some(user))).or_default().insert(why);
                }
            }
        }
    }

    fn by_finding(&mut self, finding: &Finding) {
        let why = Why::Finding(finding.rule);
        match finding.target {
            Some(place) if finding.users.is_empty() => self.mark(place, None, why),
            Some(place) => finding.users.iter().for_each(|user| self.mark(place, Some(*user), why)),
            None => {
                for place in &finding.places {
                    finding.users.iter().for_each(|user| self.mark(*place as usize, Some(*user), why));
                }
            }
        }
    }

    fn by_change(&mut self, since: &Comparison) {
        for target in &since.targets {
            // Against a list that was not read nobody knows what is new.
            if let (Side::At(place), true) = (target.after, target.lists != Lists::Compared) {
                let users: Vec<UserNumber> = self.snapshot.list(place).map(|(user, _)| user).collect();
                for user in users {
                    self.mark(place, Some(user), Why::New);
                }
            }
        }
        for change in since.changes().filter(|change| !matches!(change.kind, Kind::Lowered | Kind::Revoked)) {
            if let (Side::At(place), Some(user)) = (change.target.after, change.user.after) {
                self.mark(place, Some(user), Why::New);
            }
        }
    }

    fn agenda(self) -> Agenda {
        let organizations = self.snapshot.organizations().map(|section| vec![section.place]);
        let alike = groups(self.snapshot);
        let images = alike.iter().map(|group| group.images.clone());
        let together = |places: Vec<usize>| {
            let is_together = |place: usize, user| !self.of.contains_key(&(place, Some(user)));
            let of = |place: &usize| {
                self.snapshot.list(*place).filter(|(user, _)| is_together(*place, *user)).count()
            };
            let grants = places.iter().map(of).sum();
            (grants > 0).then_some(Together { places, grants })
        };
        let groups = organizations.chain(images).filter_map(together).collect();
        Agenda { groups, singles: self.singles(&alike) }
    }

    /// On images with the same list, a user with the same reasons is one item: otherwise a person would say the same
    /// thousands of times, and no longer look.
    fn singles(self, groups: &[Group]) -> Vec<Single> {
        let first =
            |group: &Group| group.images.iter().map(|place| (*place, group.first())).collect::<Vec<_>>();
        let alike: BTreeMap<usize, usize> = groups.iter().flat_map(first).collect();
        let mut places: BTreeMap<(usize, Option<UserNumber>, Vec<Why>), Vec<usize>> = BTreeMap::new();
        for ((place, user), why) in self.of {
            let first = alike.get(&place).copied().unwrap_or(place);
            places.entry((first, user, why.into_iter().collect())).or_default().push(place);
        }
        let single = |((_, user, why), places): ((usize, Option<UserNumber>, Vec<Why>), Vec<usize>)| {
            let held = places.first().zip(user).and_then(|(place, user)| self.snapshot.held(*place, user));
            Single { level: held.and_then(Permission::level), places, user, why }
        };
        places.into_iter().map(single).collect()
    }
}
