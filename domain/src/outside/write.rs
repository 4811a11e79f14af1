//! Writes that decide who reaches an image from outside: one request each, judged by what is read afterwards.

use crate::change::outcome::Outcome;
use crate::model::catalog::Visibility;
use crate::model::names::{AccountName, ImageName, OrganizationName, Target};

use super::attributes::Attributes;
use super::share::{Shares, Terms};
use super::until::Until;

/// One request about one image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideWrite {
    /// The organization of the image.
    pub organization: OrganizationName,
    /// The image.
    pub image: ImageName,
    /// What should change.
    pub edit: OutsideEdit,
}

impl OutsideWrite {
    /// The image as a target.
    pub fn target(&self) -> Target {
        Target::Image(self.organization.clone(), self.image.clone())
    }
}

/// What should change: from what the user saw to what should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutsideEdit {
    /// Whether everyone can pull the image. Category and description stay as they were read.
    Visibility {
        /// What the image was.
        expected: Attributes,
        /// What it should be.
        desired: Attributes,
    },
    /// Whether all users of an account can.
    Share {
        /// The account.
        account: AccountName,
        /// On which terms it could; `None` for not at all.
        expected: Option<Terms>,
        /// On which terms it should.
        desired: Option<Terms>,
    },
}

/// The kinds of these requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OutsideAction {
    /// Lets everyone pull: `PATCH …/repos/{image}`.
    MakePublic,
    /// Lets only those pull who have a permission or a share: the same request.
    MakePrivate,
    /// Shares with an account: `POST …/access-domains`.
    Share,
    /// Changes until when, or the description: `PATCH …/access-domains/{account}`.
    ChangeShare,
    /// Ends it: `DELETE …/access-domains/{account}`.
    StopSharing,
}

/// What was read to prepare or to judge an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutsideReading {
    /// The image's record.
    Attributes(Attributes),
    /// The accounts that it is shared with.
    Shares(Shares),
}

/// What a reading shows of the one thing that an edit changes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum OutsideState {
    /// The image's record.
    Attributes(Attributes),
    /// The terms of the account; `None` if it is not listed.
    Share(Option<Terms>),
}

impl OutsideEdit {
    /// The kind of request that it takes; `None` where there is nothing to do.
    pub fn action(&self) -> Option<OutsideAction> {
        match self {
            OutsideEdit::Visibility { expected, desired } if expected == desired => None,
            OutsideEdit::Visibility { desired, .. } if desired.visibility == Visibility::Public => {
                Some(OutsideAction::MakePublic)
            }
            OutsideEdit::Visibility { .. } => Some(OutsideAction::MakePrivate),
            OutsideEdit::Share { expected, desired, .. } if expected == desired => None,
            OutsideEdit::Share { expected: None, .. } => Some(OutsideAction::Share),
            OutsideEdit::Share { desired: None, .. } => Some(OutsideAction::StopSharing),
            OutsideEdit::Share { .. } => Some(OutsideAction::ChangeShare),
        }
    }

    /// What it starts from.
    pub fn expected(&self) -> OutsideState {
        match self {
            OutsideEdit::Visibility { expected, .. } => OutsideState::Attributes(expected.clone()),
            OutsideEdit::Share { expected, .. } => OutsideState::Share(expected.clone()),
        }
    }

    /// What it leads to.
    pub fn desired(&self) -> OutsideState {
        match self {
            OutsideEdit::Visibility { desired, .. } => OutsideState::Attributes(desired.clone()),
            OutsideEdit::Share { desired, .. } => OutsideState::Share(desired.clone()),
        }
    }

    /// What a reading shows of it; `None` where the reading leaves that open.
    pub fn state_in(&self, reading: &OutsideReading) -> Option<OutsideState> {
        match (self, reading) {
            (OutsideEdit::Visibility { .. }, OutsideReading::Attributes(attributes)) => {
                (attributes.visibility != Visibility::Unknown)
                    .then(|| OutsideState::Attributes(attributes.clone()))
            }
            (OutsideEdit::Share { account, .. }, OutsideReading::Shares(shares)) => {
                let terms = shares.terms(account).cloned();
                (terms.is_some() || !shares.may_hide_an_account()).then_some(OutsideState::Share(terms))
            }
            (OutsideEdit::Visibility { .. }, OutsideReading::Shares(_))
            | (OutsideEdit::Share { .. }, OutsideReading::Attributes(_)) => None,
        }
    }

    /// What was made of it, by what was read afterwards.
    pub fn outcome(&self, after: Option<&OutsideReading>) -> Outcome<OutsideState> {
        match after.and_then(|reading| self.state_in(reading)) {
            None => Outcome::Unknown,
            Some(state) if state == self.desired() => Outcome::Applied,
            Some(state) if state == self.expected() => Outcome::NotApplied,
            Some(state) => Outcome::Otherwise(state),
        }
    }

    /// The same intent from what is there now: the user has seen it by then.
    #[must_use]
    pub fn expected_from(self, now: &OutsideState) -> Self {
        match (self, now) {
            (OutsideEdit::Visibility { desired, .. }, OutsideState::Attributes(now)) => {
                OutsideEdit::Visibility { expected: now.clone(), desired: now.with(desired.visibility) }
            }
            (OutsideEdit::Share { account, desired, .. }, OutsideState::Share(now)) => {
                OutsideEdit::Share { account, expected: now.clone(), desired }
            }
            (edit, _) => edit,
        }
    }

    /// The way back to what it started from, by what is there now; `None` if it is there already.
    pub fn undo(&self, now: &OutsideState) -> Option<Self> {
        let back = match (self, now) {
            (OutsideEdit::Visibility { expected, .. }, OutsideState::Attributes(now)) => {
                OutsideEdit::Visibility { expected: now.clone(), desired: now.with(expected.visibility) }
            }
            (OutsideEdit::Share { account, expected, .. }, OutsideState::Share(now)) => {
                let account = account.clone();
                OutsideEdit::Share { account, expected: now.clone(), desired: expected.clone() }
            }
            _ => return None,
        };
        back.action().is_some().then_some(back)
    }

    /// Whether the name has to be typed before it is sent: everyone could pull, or an account could for good.
    pub fn is_risky(&self) -> bool {
        match self {
            OutsideEdit::Visibility { desired, .. } => desired.visibility == Visibility::Public,
            OutsideEdit::Share { expected, desired, .. } => {
                let has_no_end =
                    |terms: &Option<Terms>| terms.as_ref().is_some_and(|terms| terms.until == Until::NoEnd);
                has_no_end(desired) && !has_no_end(expected)
            }
        }
    }
}

#[cfg(test)]
mod tests;
