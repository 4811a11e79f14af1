//! What to stage for a finding, rule by rule. Staging is a person's choice; nothing here is sent.

mod people;
mod target;

use crate::change::reason::Reason;
use crate::grant::directory::Standing;
use crate::model::level::Level;
use crate::model::names::UserId;
use crate::model::user::Person;
use crate::review::findings::{Checked, Finding, Report, Rule, Why};
use crate::review::snapshot::Snapshot;

use super::proposal::Lens;
use super::staging::Staged;

/// What a person has chosen where a rule leaves it open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// Who gets Manage where too few have it.
    pub manager: Option<Person>,
    /// The level for a permission that is none.
    pub level: Option<Level>,
    /// Which ids of a name are the old ones, where the account's user list does not say.
    pub old: Vec<UserId>,
    /// Why.
    pub reason: Option<Reason>,
}

/// Whether edits are ticked before a person has looked at them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ticked {
    /// All of them: they belong together.
    Yes,
    /// None: a person picks those that fit.
    No,
}

/// What can be staged for a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The edits; never none.
    pub edits: Vec<Staged>,
    /// See [`Ticked`].
    pub ticked: Ticked,
}

/// Why there is nothing to stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFix {
    /// It has to be read again.
    ReadAgain,
    /// It is not about permissions: an image's page makes it private.
    Visibility,
    /// It is not about permissions: an image's page ends a share.
    Sharing,
    /// It takes a user who gets Manage: [`Choice::manager`].
    ChooseManager,
    /// A level has to be chosen: [`Choice::level`].
    ChooseLevel,
    /// The ids of users who are no longer there have to be chosen: [`Choice::old`].
    ChooseOldIds,
    /// A name is what a client has sent along, and changes nothing.
    NameOnly,
    /// Who has made something can't be changed.
    Creator,
    /// A person has to decide whether it is as it should be.
    Decide,
    /// The rule was not checked, for this reason.
    NotChecked(Why),
    /// What it is about is so already, or is not in the snapshot.
    NothingToDo,
}

/// The fixes of all findings of a rule, in their order.
///
/// # Errors
/// The rule was not checked, for example because the account's user list does not fit. A list that is cut off revokes no
/// permission.
pub fn fixes(
    report: &Report,
    choice: &Choice,
    snapshot: &Snapshot,
) -> Result<Vec<Result<Fix, NoFix>>, NoFix> {
    match &report.checked {
        Checked::Not(why) => Err(NoFix::NotChecked(*why)),
        Checked::Yes { findings, .. } => {
            Ok(findings.iter().map(|finding| stage_fix(finding, choice, snapshot)).collect())
        }
    }
}

/// What to stage for a finding.
///
/// # Errors
/// Says why there is nothing to stage.
pub fn stage_fix(finding: &Finding, choice: &Choice, snapshot: &Snapshot) -> Result<Fix, NoFix> {
    let work = Work { finding, choice, lens: Lens::new(snapshot) };
    let (edits, ticked) = match finding.rule {
        Rule::NotRead => return Err(NoFix::ReadAgain),
        Rule::Public => return Err(NoFix::Visibility),
        Rule::Shared => return Err(NoFix::Sharing),
        Rule::FewManagers => (work.second_manager()?, Ticked::Yes),
        // The rule that the higher level holds is documented nowhere, and the organization's may be taken away later.
        Rule::AddsNothing => (work.revoke_everywhere(), Ticked::No),
        Rule::NotInAccount if !snapshot.lists.users.is_whole() => {
            return Err(NoFix::NotChecked(Why::UsersNotRead));
        }
        Rule::NotInAccount => (work.revoke_all_with(Standing::Absent), Ticked::Yes),
        Rule::Disabled => (work.revoke_all_with(Standing::Disabled), Ticked::Yes),
        Rule::SharedName => (work.revoke_old_ids()?, Ticked::Yes),
        Rule::SeveralNames => return Err(NoFix::NameOnly),
        Rule::ManyManagers => (work.lower_managers(), Ticked::No),
        Rule::UnknownCreator => return Err(NoFix::Creator),
        Rule::NoLevel => (work.set_level()?, Ticked::Yes),
        // It gives the level on all other images too.
        Rule::Widespread => (work.raise_on_organization(), Ticked::No),
        Rule::ManageGranted | Rule::MadeAnew => return Err(NoFix::Decide),
    };
    if edits.is_empty() { Err(NoFix::NothingToDo) } else { Ok(Fix { edits, ticked }) }
}

/// A finding with what is needed to fix it.
struct Work<'a> {
    finding: &'a Finding,
    choice: &'a Choice,
    lens: Lens<'a>,
}

impl Work<'_> {
    fn reason(&self) -> Option<&Reason> {
        self.choice.reason.as_ref()
    }
}

#[cfg(test)]
mod tests;
