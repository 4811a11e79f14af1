//! The rows of the table "Changes": what is different between two snapshots, and where nobody knows.

use std::sync::Arc;

use crate::model::catalog::Visibility;
use crate::model::level::Permission;
use crate::model::names::{AccountName, Target, UserId, UserName};
use crate::review::compare::{
    Change, Comparison, Existence, Kind, Lists, SharesChange, Side, TargetChange, VisibilityChange,
};
use crate::table::rows::TableRow;

/// What has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// A user has a permission and had none.
    Granted,
    /// A user has none any more.
    Revoked,
    /// A user's level is higher.
    Raised,
    /// A user's level is lower.
    Lowered,
    /// A user's value is another one, and one of both is no level.
    Changed,
    /// A user is on one list, and the other one may name them in an entry that can't be read.
    PermissionUnknown,
    /// An organization or image is new.
    New,
    /// It is gone.
    Gone,
    /// It is in one snapshot, and of the other one nobody knows.
    ExistenceUnknown,
    /// It was deleted and made anew under the same name.
    MadeAnew,
    /// Everyone can pull it now.
    MadePublic,
    /// Not everyone can any more.
    MadePrivate,
    /// It is shared with another account.
    Shared,
    /// It is no longer shared with one.
    Unshared,
    /// Nobody knows whether it is shared with others than before.
    SharesUnknown,
    /// One of its two lists was not read, so that nobody knows what has changed on it.
    ListNotRead,
    /// A user is called otherwise.
    Renamed,
}

impl ChangeKind {
    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            ChangeKind::Granted => "granted",
            ChangeKind::Revoked => "revoked",
            ChangeKind::Raised => "raised",
            ChangeKind::Lowered => "lowered",
            ChangeKind::Changed => "changed",
            ChangeKind::PermissionUnknown => "permission_unknown",
            ChangeKind::New => "new",
            ChangeKind::Gone => "gone",
            ChangeKind::ExistenceUnknown => "existence_unknown",
            ChangeKind::MadeAnew => "made_anew",
            ChangeKind::MadePublic => "made_public",
            ChangeKind::MadePrivate => "made_private",
            ChangeKind::Shared => "shared",
            ChangeKind::Unshared => "unshared",
            ChangeKind::SharesUnknown => "shares_unknown",
            ChangeKind::ListNotRead => "list_not_read",
            ChangeKind::Renamed => "renamed",
        }
    }
}

impl ChangeKind {
    const ALL: [ChangeKind; 17] = [
        ChangeKind::Granted,
        ChangeKind::Revoked,
        ChangeKind::Raised,
        ChangeKind::Lowered,
        ChangeKind::Changed,
        ChangeKind::PermissionUnknown,
        ChangeKind::New,
        ChangeKind::Gone,
        ChangeKind::ExistenceUnknown,
        ChangeKind::MadeAnew,
        ChangeKind::MadePublic,
        ChangeKind::MadePrivate,
        ChangeKind::Shared,
        ChangeKind::Unshared,
        ChangeKind::SharesUnknown,
        ChangeKind::ListNotRead,
        ChangeKind::Renamed,
    ];

    /// The kind of a word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

impl From<Kind> for ChangeKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Granted => ChangeKind::Granted,
            Kind::Revoked => ChangeKind::Revoked,
            Kind::Raised => ChangeKind::Raised,
            Kind::Lowered => ChangeKind::Lowered,
            Kind::Changed => ChangeKind::Changed,
            Kind::Unknown => ChangeKind::PermissionUnknown,
        }
    }
}

/// What a row has on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// Nothing was there.
    Nothing,
    /// That was not read.
    NotRead,
    /// It was there, or it was read.
    There,
    /// A permission.
    Permission(Permission),
    /// The service's number.
    Number(String),
    /// Who can pull it.
    Visibility(Visibility),
    /// An account that it is shared with.
    Account(AccountName),
    /// The names of a user.
    Names(Vec<UserName>),
}

/// A user of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedUser {
    /// The id.
    pub id: UserId,
    /// The names, the newer ones where both snapshots have the user.
    pub names: Vec<UserName>,
}

/// A row of the table "Changes". Users and targets are shared by the rows: there may be millions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    /// What has changed.
    pub kind: ChangeKind,
    /// On what; `None` if a user is called otherwise.
    pub target: Option<Arc<Target>>,
    /// Of whom; `None` if it is about a target alone.
    pub user: Option<Arc<ChangedUser>>,
    /// What the older snapshot says.
    pub before: Fact,
    /// What the newer one says.
    pub after: Fact,
    label: Arc<str>,
}

impl TableRow for ChangeRow {
    fn name(&self) -> &str {
        &self.label
    }

    fn search_text(&self) -> String {
        let target = self.target.iter().map(ToString::to_string);
        let user = self.user.iter().flat_map(|user| {
            let names = user.names.iter().map(ToString::to_string);
            names.chain([user.id.to_string()])
        });
        target.chain(user).collect::<Vec<_>>().join("\n")
    }
}

/// Everything that has changed: on targets with their users, then of targets, then of users. What was not read on one side is
/// a row too.
pub fn changes(comparison: &Comparison) -> Arc<[ChangeRow]> {
    let of_users = of_users(comparison);
    let of_targets = comparison.targets.iter().flat_map(of_target);
    let renamed = comparison.renamed.iter().map(|one| {
        let user = Arc::new(ChangedUser { id: one.id.clone(), names: one.after.clone() });
        ChangeRow {
            kind: ChangeKind::Renamed,
            target: None,
            before: Fact::Names(one.before.clone()),
            after: Fact::Names(one.after.clone()),
            label: called(&user),
            user: Some(user),
        }
    });
    of_users.into_iter().chain(of_targets).chain(renamed).collect()
}

fn called(user: &ChangedUser) -> Arc<str> {
    user.names.first().map_or(user.id.as_str(), UserName::as_str).into()
}

fn of_users(comparison: &Comparison) -> Vec<ChangeRow> {
    let users: Vec<Arc<ChangedUser>> = comparison
        .users
        .iter()
        .map(|user| Arc::new(ChangedUser { id: user.id.clone(), names: user.names.clone() }))
        .collect();
    let mut last: Option<(Arc<Target>, Arc<str>)> = None;
    let row = |change: Change<'_>| {
        let place = comparison.users.binary_search_by(|user| user.id.cmp(&change.user.id)).ok()?;
        let known = last.take().filter(|(target, _)| **target == change.target.target);
        let (target, label) = known.unwrap_or_else(|| {
            let target = &change.target.target;
            (Arc::new(target.clone()), target.to_string().into())
        });
        last = Some((Arc::clone(&target), Arc::clone(&label)));
        // Only a list that has an entry nobody can read leaves open whether it names a user.
        let nobody = if change.kind == Kind::Unknown { Fact::NotRead } else { Fact::Nothing };
        let held = |permission: Option<&Permission>| {
            permission.map_or_else(|| nobody.clone(), |held| Fact::Permission(held.clone()))
        };
        Some(ChangeRow {
            kind: change.kind.into(),
            target: Some(target),
            user: Some(Arc::clone(users.get(place)?)),
            before: held(change.before),
            after: held(change.after),
            label,
        })
    };
    comparison.changes().filter_map(row).collect()
}

/// What has changed of a target besides its list. Where nobody knows whether it was there, nothing else is known.
fn of_target(change: &TargetChange) -> Vec<ChangeRow> {
    let (target, label): (_, Arc<str>) = (Arc::new(change.target.clone()), change.target.to_string().into());
    let row = |kind, before, after| ChangeRow {
        kind,
        target: Some(Arc::clone(&target)),
        user: None,
        before,
        after,
        label: Arc::clone(&label),
    };
    let mut rows = Vec::new();
    match change.existence {
        Existence::Both => {}
        Existence::New => rows.push(row(ChangeKind::New, Fact::Nothing, Fact::There)),
        Existence::Gone => rows.push(row(ChangeKind::Gone, Fact::There, Fact::Nothing)),
        Existence::Unknown => {
            let is_here = |side| if matches!(side, Side::At(_)) { Fact::There } else { Fact::NotRead };
            return vec![row(ChangeKind::ExistenceUnknown, is_here(change.before), is_here(change.after))];
        }
    }
    if let Some(numbers) = &change.made_anew {
        let (before, after) = (numbers.before.clone(), numbers.after.clone());
        rows.push(row(ChangeKind::MadeAnew, Fact::Number(before), Fact::Number(after)));
    }
    let (public, private) = (Fact::Visibility(Visibility::Public), Fact::Visibility(Visibility::Private));
    match change.visibility {
        Some(VisibilityChange::MadePublic) => rows.push(row(ChangeKind::MadePublic, private, public)),
        Some(VisibilityChange::MadePrivate) => rows.push(row(ChangeKind::MadePrivate, public, private)),
        None => {}
    }
    match &change.shares {
        SharesChange::Known { shared, unshared } => {
            let account = |account: &AccountName| Fact::Account(account.clone());
            rows.extend(shared.iter().map(|one| row(ChangeKind::Shared, Fact::Nothing, account(one))));
            rows.extend(unshared.iter().map(|one| row(ChangeKind::Unshared, account(one), Fact::Nothing)));
        }
        SharesChange::Unknown => rows.push(row(ChangeKind::SharesUnknown, Fact::NotRead, Fact::NotRead)),
    }
    if let Lists::NotRead { before, after } = change.lists {
        let side = |is_not_read| if is_not_read { Fact::NotRead } else { Fact::There };
        rows.push(row(ChangeKind::ListNotRead, side(before), side(after)));
    }
    rows
}
