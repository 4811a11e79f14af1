//! What is not sent because something before it did not come about.
//!
//! A plan does not say why an edit is in it, so that this errs on the side of sending less. What takes something away is held
//! back if a grant or a raise did not come about that it may rest on:
//! - any on the same target: its successor may be meant;
//! - on an image and its organization, that of the same user: one permission may replace the other;
//! - on an image and its organization, that of Manage where Manage is taken away: the successor may be meant here too.
//!
//! And what the caller loses is held back as long as anything is left over that needs it: on the same target, or on an image
//! of the organization.

use std::collections::BTreeMap;

use crate::change::write::Edit;
use crate::model::level::{Level, Permission};
use crate::model::names::{Target, UserId};
use crate::plan::stages::{Direction, Stage};
use crate::plan::staging::Staged;

use super::Run;
use super::word::{NotSent, Word};

/// The edits that did not come about.
#[derive(Debug, Clone, Default)]
pub(super) struct Left {
    /// The first one on each target.
    all: BTreeMap<Target, UserId>,
    /// Those that raise.
    raises: BTreeMap<Target, Vec<Edit>>,
}

impl Left {
    fn take(&mut self, staged: &Staged, word: &Word) {
        let edit = &staged.edit;
        if word.is_as_planned() {
            return;
        }
        self.all.entry(staged.target.clone()).or_insert_with(|| edit.id.clone());
        let raises = matches!(Direction::of(edit), Some(Direction::Raise | Direction::Set));
        if raises && !is_enough(word, edit) {
            self.raises.entry(staged.target.clone()).or_default().push(edit.clone());
        }
    }

    /// What holds an edit back.
    fn holds<'a>(&'a self, staged: &Staged, stage: Stage) -> Option<(&'a Target, &'a UserId)> {
        let edit = &staged.edit;
        if stage == Stage::Raise {
            return None;
        }
        let own = (stage == Stage::Own).then(|| self.needs_right(&staged.target)).flatten();
        let raise = around(&self.raises, &staged.target).find_map(|(target, edits)| {
            let rests_on = |raise: &&Edit| *target == staged.target || may_replace(raise, edit);
            Some((target, &edits.iter().find(rests_on)?.id))
        });
        own.or(raise)
    }

    /// What is left over where the caller's right on a target is needed.
    fn needs_right<'a>(&'a self, target: &Target) -> Option<(&'a Target, &'a UserId)> {
        match target {
            Target::Image(..) => self.all.get_key_value(target),
            Target::Organization(_) => around(&self.all, target).next(),
        }
    }
}

/// What there is on a target and on those that give the same access: an organization's images, or an image's organization.
fn around<'a, T>(
    of: &'a BTreeMap<Target, T>,
    target: &Target,
) -> impl Iterator<Item = (&'a Target, &'a T)> + use<'a, T> {
    let name = target.organization().clone();
    let organization = Target::Organization(name.clone());
    let on_image = target.image().and_then(|_| of.get_key_value(target));
    let on_organization = target.image().and_then(|_| of.get_key_value(&organization));
    let images = target.image().is_none().then(|| of.range(organization..)).into_iter().flatten();
    let images = images.take_while(move |(other, _)| *other.organization() == name);
    on_image.into_iter().chain(on_organization).chain(images)
}

/// Whether a user holds no less than they should, although somebody else did it.
fn is_enough(word: &Word, edit: &Edit) -> bool {
    let Word::ChangedMeanwhile { now, .. } = word else { return false };
    now.as_ref().and_then(Permission::level) >= edit.desired
}

/// Whether a raise somewhere else may be there for what an edit takes away.
fn may_replace(raise: &Edit, edit: &Edit) -> bool {
    let may_manage = match &edit.expected {
        None => false,
        Some(permission) => permission.level().is_none_or(|level| level == Level::Manage),
    };
    raise.id == edit.id || (raise.desired == Some(Level::Manage) && may_manage)
}

impl Run {
    /// Gives the edits of a step that must not be sent their word.
    pub(super) fn hold_back(&mut self, number: usize) {
        let (Some(step), Some(words)) = (self.steps.get(number), self.words.get_mut(number)) else { return };
        for (staged, word) in step.edits.iter().zip(words) {
            if let Some((target, user)) = self.left.holds(staged, step.stage) {
                let (target, user) = (target.clone(), user.clone());
                *word = Some(Word::NotSent(NotSent::HeldBack { target, user }));
            }
        }
    }

    /// Takes what of a step did not come about.
    pub(super) fn note_left(&mut self, number: usize) {
        let (Some(step), Some(words)) = (self.steps.get(number), self.words.get(number)) else { return };
        for (staged, word) in step.edits.iter().zip(words) {
            if let Some(word) = word {
                self.left.take(staged, word);
            }
        }
    }
}
