//! A plan: edits on many organizations and images that are staged before any of them is sent.
//!
//! There is one edit for each user on each target. Staging another one replaces it, and staging what is so already takes it
//! away. Each staging can be undone, the last one first.

use std::collections::BTreeMap;

use crate::change::reason::Reason;
use crate::change::write::Edit;
use crate::model::names::{Target, UserId};

/// One edit of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staged {
    /// On what.
    pub target: Target,
    /// The service's number of the target when it was read. If another one has it at the time of the run, the target was
    /// deleted and made anew.
    pub number: Option<String>,
    /// What should change.
    pub edit: Edit,
    /// Why.
    pub reason: Option<Reason>,
}

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    edits: BTreeMap<Target, BTreeMap<UserId, Staged>>,
    /// What each staging has replaced.
    past: Vec<Vec<Replaced>>,
}

/// What was staged for a user on a target before a staging.
#[derive(Debug, Clone)]
struct Replaced {
    target: Target,
    user: UserId,
    was: Option<Staged>,
}

/// How many edits a staging has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Staging {
    /// New ones.
    pub added: usize,
    /// Those that are others now.
    pub replaced: usize,
    /// Those that are no longer in the plan: the user has what should be.
    pub taken_back: usize,
}

impl Staging {
    /// Whether it has changed nothing.
    pub const fn is_empty(&self) -> bool {
        self.added + self.replaced + self.taken_back == 0
    }
}

impl Plan {
    /// Whether another plan has the same edits, however they were staged.
    pub fn has_same_edits(&self, other: &Self) -> bool {
        self.edits == other.edits
    }

    /// Stages edits, as one staging.
    pub fn stage(&mut self, edits: impl IntoIterator<Item = Staged>) -> Staging {
        let (mut staging, mut replaced) = (Staging::default(), Vec::new());
        for mut staged in edits {
            let of_target = self.edits.get(&staged.target);
            // The number of the first edit stays: then a target that was made anew since is noticed for all of them.
            let known = of_target.and_then(|edits| edits.values().find_map(|edit| edit.number.clone()));
            staged.number = known.or(staged.number);
            let was = of_target.and_then(|edits| edits.get(&staged.edit.id)).cloned();
            let becomes = staged.edit.action().is_some().then(|| staged.clone());
            match (&was, &becomes) {
                (was, becomes) if was == becomes => continue,
                (None, _) => staging.added += 1,
                (Some(_), Some(_)) => staging.replaced += 1,
                (Some(_), None) => staging.taken_back += 1,
            }
            let (target, user) = (staged.target, staged.edit.id);
            self.set(&target, &user, becomes);
            replaced.push(Replaced { target, user, was });
        }
        self.keep(replaced);
        staging
    }

    /// Takes one edit back. Returns it, if there was one.
    pub fn take_back(&mut self, target: &Target, user: &UserId) -> Option<Staged> {
        let was = self.get(target, user)?.clone();
        self.take_back_all([(target.clone(), user.clone())]);
        Some(was)
    }

    /// Takes the edits of these users on these targets back, which is undone together. Returns how many there were.
    pub fn take_back_all(&mut self, edits: impl IntoIterator<Item = (Target, UserId)>) -> usize {
        let mut replaced = Vec::new();
        for (target, user) in edits {
            if let Some(was) = self.get(&target, &user).cloned() {
                self.set(&target, &user, None);
                replaced.push(Replaced { target, user, was: Some(was) });
            }
        }
        let count = replaced.len();
        self.keep(replaced);
        count
    }

    /// Takes all edits back. This can be undone too.
    pub fn clear(&mut self) {
        let all = std::mem::take(&mut self.edits).into_values().flat_map(BTreeMap::into_values);
        let replaced =
            all.map(|was| Replaced { target: was.target.clone(), user: was.edit.id.clone(), was: Some(was) });
        let replaced = replaced.collect();
        self.keep(replaced);
    }

    /// Undoes the last staging. Returns how many edits that has changed; `None` if there is nothing to undo.
    pub fn undo(&mut self) -> Option<usize> {
        let replaced = self.past.pop()?;
        let changed = replaced.len();
        for Replaced { target, user, was } in replaced.into_iter().rev() {
            self.set(&target, &user, was);
        }
        Some(changed)
    }

    /// Whether there is a staging to undo.
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// All edits, by target and user.
    pub fn edits(&self) -> impl Iterator<Item = &Staged> {
        self.edits.values().flat_map(BTreeMap::values)
    }

    /// The targets in their order, each with its edits by user.
    pub fn targets(&self) -> impl Iterator<Item = (&Target, impl Iterator<Item = &Staged>)> {
        self.edits.iter().map(|(target, edits)| (target, edits.values()))
    }

    /// The edits on one target, by user.
    pub fn on(&self, target: &Target) -> impl Iterator<Item = &Staged> {
        self.edits.get(target).into_iter().flat_map(BTreeMap::values)
    }

    /// The edit of a user on a target.
    pub fn get(&self, target: &Target, user: &UserId) -> Option<&Staged> {
        self.edits.get(target)?.get(user)
    }

    /// How many edits there are.
    pub fn len(&self) -> usize {
        self.edits.values().map(BTreeMap::len).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    fn set(&mut self, target: &Target, user: &UserId, becomes: Option<Staged>) {
        let of_target = self.edits.entry(target.clone()).or_default();
        match becomes {
            Some(staged) => drop(of_target.insert(user.clone(), staged)),
            None => drop(of_target.remove(user)),
        }
        if of_target.is_empty() {
            self.edits.remove(target);
        }
    }

    fn keep(&mut self, replaced: Vec<Replaced>) {
        if !replaced.is_empty() {
            self.past.push(replaced);
        }
    }
}

/// Two plans are equal if their edits are: how they came about does not matter.
impl PartialEq for Plan {
    fn eq(&self, other: &Self) -> bool {
        self.edits == other.edits
    }
}

impl Eq for Plan {}

impl FromIterator<Staged> for Plan {
    /// A plan of these edits, with nothing to undo.
    fn from_iter<T: IntoIterator<Item = Staged>>(edits: T) -> Self {
        let mut plan = Self::default();
        plan.stage(edits);
        plan.past.clear();
        plan
    }
}

#[cfg(test)]
mod tests;
