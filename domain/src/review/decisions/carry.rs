//! Decisions taken over to another agenda, as after a later reading: those on what has stayed the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::level::Permission;
use crate::model::names::{Target, UserId};
use crate::review::snapshot::{Shares, Snapshot, UserNumber};

use super::{Agenda, Decisions, Why};

/// What a decision on a single item was about.
type About<'a> = (Vec<&'a Target>, Option<&'a UserId>);

/// What a decision on a group was about: its targets, and who holds what.
type List<'a> = (Vec<&'a Target>, BTreeSet<(&'a UserId, &'a str)>);

impl Decisions {
    /// The decisions on another agenda, where what they are about is the same: the permission, and every reason why it is
    /// decided by itself; of a group its images and its list. The rest is undecided.
    #[must_use]
    pub fn carried(&self, from: &Snapshot, to: &Snapshot, agenda: Agenda) -> Self {
        let mut carried = Self::new(agenda);
        let old: BTreeMap<About<'_>, usize> = (0..self.agenda.singles.len())
            .filter_map(|item| Some((about(from, &self.agenda, item)?, item)))
            .collect();
        for item in 0..carried.agenda.singles.len() {
            let was = about(to, &carried.agenda, item).and_then(|about| old.get(&about).copied());
            let is_same = |was: &usize| held(from, &self.agenda, *was) == held(to, &carried.agenda, item);
            let knew = |was: &usize| reasons(&carried.agenda, item).is_subset(&reasons(&self.agenda, *was));
            if let Some(was) = was.filter(is_same).filter(knew)
                && let Some(slot) = carried.singles.get_mut(item)
            {
                *slot = self.single(was).cloned();
            }
        }
        let old: BTreeMap<List<'_>, usize> =
            (0..self.agenda.groups.len()).map(|group| (self.list(group, from), group)).collect();
        for group in 0..carried.agenda.groups.len() {
            let Some(was) = old.get(&carried.list(group, to)).copied() else { continue };
            if self.is_opened(was) {
                carried.open(group);
            }
            if let Some(slot) = carried.groups.get_mut(group) {
                *slot = self.group(was).cloned();
            }
        }
        carried
    }

    fn list<'a>(&'a self, group: usize, snapshot: &'a Snapshot) -> List<'a> {
        let places = self.agenda.groups.get(group).map(|group| group.places.as_slice()).unwrap_or_default();
        let targets = places.iter().filter_map(|place| snapshot.subject(*place)).map(|one| &one.target);
        let of = self.of_group(group, snapshot).filter_map(|one| {
            let user = one.user?;
            Some((&snapshot.people().get(user)?.id, Permission::word_of(snapshot.held(one.place, user))))
        });
        (targets.collect(), of.collect())
    }
}

fn about<'a>(snapshot: &'a Snapshot, agenda: &Agenda, item: usize) -> Option<About<'a>> {
    let single = agenda.singles.get(item)?;
    let id = |user: UserNumber| snapshot.people().get(user).map(|known| &known.id);
    let targets = single.places.iter().filter_map(|place| snapshot.subject(*place)).map(|one| &one.target);
    Some((targets.collect(), single.user.and_then(id)))
}

/// What was decided on: what a user holds, or with whom an image is shared.
fn held<'a>(snapshot: &'a Snapshot, agenda: &Agenda, item: usize) -> Option<(&'a str, Option<&'a Shares>)> {
    let single = agenda.singles.get(item)?;
    let place = *single.places.first()?;
    let held = Permission::word_of(single.user.and_then(|user| snapshot.held(place, user)));
    let image = snapshot.subject(place)?.image().filter(|_| single.user.is_none());
    Some((held, image.map(|image| &image.shares)))
}

fn reasons(agenda: &Agenda, item: usize) -> BTreeSet<Why> {
    agenda.singles.get(item).map(|single| single.why.iter().copied().collect()).unwrap_or_default()
}
