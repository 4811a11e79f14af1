//! The line of a finding that someone has accepted.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use domain::change::reason::Reason;
use domain::model::names::{ImageName, OrganizationName, Target, UserId};
use domain::review::findings::{Accepted, Fingerprint, Rule};

use super::head::PersonPart;
use super::moment::Moment;

/// The kind of the line.
pub(in crate::api::snapshot_file) const KIND: &str = "accepted";

/// See the module.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::api::snapshot_file) struct AcceptedLine<'a> {
    #[serde(borrow)]
    t: Cow<'a, str>,
    #[serde(borrow)]
    rule: Cow<'a, str>,
    organization: Option<String>,
    image: Option<String>,
    /// The ids of the users that it is about.
    #[serde(borrow)]
    users: Vec<Cow<'a, str>>,
    /// The other accounts that it is about.
    #[serde(borrow)]
    accounts: Vec<Cow<'a, str>>,
    #[serde(borrow)]
    reason: Cow<'a, str>,
    #[serde(borrow)]
    by: PersonPart<'a>,
    until: Moment,
}

impl<'a> AcceptedLine<'a> {
    pub(in crate::api::snapshot_file) fn of(accepted: &'a Accepted) -> Self {
        let Fingerprint { rule, target, users, accounts } = &accepted.finding;
        let image = target.as_ref().and_then(Target::image);
        Self {
            t: KIND.into(),
            rule: rule.id().into(),
            organization: target.as_ref().map(|target| target.organization().to_string()),
            image: image.map(ToString::to_string),
            users: users.iter().map(|id| id.as_str().into()).collect(),
            accounts: accounts.iter().map(|account| account.as_str().into()).collect(),
            reason: accepted.reason.to_string().into(),
            by: (&accepted.by).into(),
            until: Moment(accepted.until),
        }
    }

    /// What it says; `None` where a name or rule is none, or the reason is missing.
    pub(in crate::api::snapshot_file) fn accepted(self) -> Option<Accepted> {
        let target = match (self.organization, self.image) {
            (None, None) => None,
            (None, Some(_)) => return None,
            (Some(organization), None) => {
                Some(Target::Organization(OrganizationName::new(organization).ok()?))
            }
            (Some(organization), Some(image)) => {
                Some(Target::Image(OrganizationName::new(organization).ok()?, ImageName::new(image).ok()?))
            }
        };
        Some(Accepted {
            finding: Fingerprint {
                rule: Rule::from_id(&self.rule)?,
                target,
                users: self.users.into_iter().map(UserId::new).collect(),
                accounts: self.accounts.into_iter().map(Cow::into_owned).collect(),
            },
            reason: Reason::new(&self.reason)?,
            by: self.by.into(),
            until: self.until.0,
        })
    }
}
