//! The first line: what the file is, and who has read what, where and when.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use domain::model::names::{AccountName, OrganizationName, RegionId, UserId, UserName};
use domain::model::user::Person;
use domain::review::snapshot::{About, Account, Scope, Snapshot};
use domain::text::time::UnixMillis;

use super::super::digest::FileDigest;
use super::super::{FORMAT, VERSION};
use super::moment::Moment;

/// What decides whether the rest can be read.
#[derive(Debug, Deserialize)]
pub(in crate::api::snapshot_file) struct Format<'a> {
    #[serde(borrow)]
    pub(in crate::api::snapshot_file) format: Cow<'a, str>,
    pub(in crate::api::snapshot_file) version: u64,
}

/// See the module.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::api::snapshot_file) struct HeadLine<'a> {
    #[serde(borrow)]
    format: Cow<'a, str>,
    version: u64,
    #[serde(borrow)]
    made_by: Cow<'a, str>,
    #[serde(borrow)]
    region: Cow<'a, str>,
    #[serde(borrow)]
    account: AccountPart<'a>,
    #[serde(borrow)]
    read_by: PersonPart<'a>,
    /// The organizations that were to be read; null for all.
    #[serde(borrow)]
    scope: Option<Vec<Cow<'a, str>>>,
    started: Moment,
    ended: Moment,
    stopped: bool,
    /// The digest of the file that was saved before.
    previous: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct AccountPart<'a> {
    id: Option<String>,
    #[serde(borrow)]
    name: Cow<'a, str>,
}

/// A user as other lines name them.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PersonPart<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    name: Cow<'a, str>,
}

impl<'a> From<&'a Person> for PersonPart<'a> {
    fn from(person: &'a Person) -> Self {
        Self { id: person.id.as_str().into(), name: person.name.as_str().into() }
    }
}

impl From<PersonPart<'_>> for Person {
    fn from(part: PersonPart<'_>) -> Self {
        Person { id: UserId::new(part.id), name: UserName::new(part.name) }
    }
}

/// What the first line says.
#[derive(Debug)]
pub(in crate::api::snapshot_file) struct HeadOfFile {
    pub(in crate::api::snapshot_file) about: About,
    pub(in crate::api::snapshot_file) ended: UnixMillis,
    pub(in crate::api::snapshot_file) is_stopped: bool,
    pub(in crate::api::snapshot_file) made_by: String,
    pub(in crate::api::snapshot_file) previous: Option<FileDigest>,
}

impl<'a> HeadLine<'a> {
    pub(in crate::api::snapshot_file) fn of(
        snapshot: &'a Snapshot,
        made_by: &'a str,
        previous: Option<FileDigest>,
    ) -> Self {
        let About { caller, region, account, scope, started } = &snapshot.about;
        Self {
            format: FORMAT.into(),
            version: VERSION,
            made_by: made_by.into(),
            region: region.as_str().into(),
            account: AccountPart { id: account.id.clone(), name: account.name.as_str().into() },
            read_by: caller.into(),
            scope: match scope {
                Scope::All => None,
                Scope::Some(names) => Some(names.iter().map(|name| name.as_str().into()).collect()),
            },
            started: Moment(*started),
            ended: Moment(snapshot.ended),
            stopped: snapshot.is_stopped,
            previous: previous.map(FileDigest::to_wire),
        }
    }

    /// What it says; `None` where a name or digest is none.
    pub(in crate::api::snapshot_file) fn head(self) -> Option<HeadOfFile> {
        let scope = match self.scope {
            None => Scope::All,
            Some(names) => {
                Scope::Some(names.into_iter().map(OrganizationName::new).collect::<Result<_, _>>().ok()?)
            }
        };
        let previous = match self.previous {
            None => None,
            Some(text) => Some(FileDigest::of_wire(&text)?),
        };
        Some(HeadOfFile {
            about: About {
                caller: self.read_by.into(),
                region: RegionId::new(self.region),
                account: Account { id: self.account.id, name: AccountName::new(self.account.name) },
                scope,
                started: self.started.0,
            },
            ended: self.ended.0,
            is_stopped: self.stopped,
            made_by: self.made_by.into_owned(),
            previous,
        })
    }
}
