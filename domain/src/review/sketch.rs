//! Snapshots for tests, in a few words each.

mod world;

use crate::model::access::AccessList;
use crate::model::catalog::Visibility;
use crate::model::level::{Level, Permission};
use crate::model::names::{AccountName, ImageName, OrganizationName, RegionId, Target, UserId, UserName};
use crate::model::user::{AccountUser, Person, UserGrant};
use crate::review::snapshot::{
    About, Account, Builder, ListReading, ListedOrganization, Reading, Scope, Share, Shares, Snapshot,
    Totals, Until,
};
use crate::text::time::UnixMillis;

pub(crate) use world::{Unread, World, any_unread, any_world, draw};

/// When everything in these snapshots was read.
pub(crate) const AT: UnixMillis = UnixMillis(1_000);

pub(crate) fn organization(name: &str) -> OrganizationName {
    OrganizationName::new(name).unwrap()
}

/// `group` or `group/image`.
pub(crate) fn target(text: &str) -> Target {
    match text.split_once('/') {
        None => Target::Organization(organization(text)),
        Some((name, image)) => Target::Image(organization(name), ImageName::new(image).unwrap()),
    }
}

pub(crate) fn person(id: &str) -> Person {
    Person { id: UserId::new(id), name: UserName::new(format!("name of {id}")) }
}

pub(crate) fn about() -> About {
    About {
        caller: person("admin"),
        region: RegionId::new("local"),
        account: Account { id: None, name: AccountName::new("account") },
        scope: Scope::All,
        started: UnixMillis(0),
    }
}

pub(crate) fn grant(id: &str, permission: impl Into<Permission>) -> UserGrant {
    let Person { id, name } = person(id);
    UserGrant { id: Some(id), name: Some(name), permission: permission.into() }
}

pub(crate) fn list(grants: &[UserGrant]) -> AccessList {
    AccessList { others: grants.to_vec(), ..AccessList::default() }
}

/// A denial.
pub(crate) fn denied() -> Reading {
    Reading::Denied { status: 403, code: Some("SVCSTG.SWR.4037020".into()) }
}

/// A snapshot that grows. Everything in it is read, unless it says otherwise.
pub(crate) struct Sketch(pub(crate) Builder);

impl Sketch {
    /// An account without users and without organizations, both of which are known.
    pub(crate) fn new() -> Self {
        let mut builder = Builder::new(about());
        builder.lists_mut().organizations = ListReading::whole(AT);
        builder.lists_mut().shared = ListReading::whole(AT);
        Self(builder).users(&[])
    }

    /// The ids of the account's users; those with `!` can't sign in.
    pub(crate) fn users(mut self, ids: &[&str]) -> Self {
        let user = |id: &&str| AccountUser {
            person: person(id.trim_end_matches('!')),
            is_enabled: !id.ends_with('!'),
        };
        let users: Vec<_> = ids.iter().map(user).chain([user(&"admin")]).collect();
        self.0.users(ListReading::whole(AT), &users);
        self
    }

    /// The account's user list was not read.
    pub(crate) fn without_users(mut self) -> Self {
        self.0.users(ListReading::not_read(denied()), &[]);
        self
    }

    /// An organization or a private image with its list.
    pub(crate) fn with(mut self, name: &str, grants: &[(&str, Level)]) -> Self {
        let grants: Vec<_> = grants.iter().map(|(id, level)| grant(id, *level)).collect();
        let target = self.listed(name, Visibility::Private);
        self.0.list(&target, AT, &list(&grants));
        self
    }

    /// The same with any grants and an unreadable entry or none.
    pub(crate) fn with_list(mut self, name: &str, list: &AccessList) -> Self {
        let target = self.listed(name, Visibility::Private);
        self.0.list(&target, AT, list);
        self
    }

    /// A target whose list was not read.
    pub(crate) fn unread(mut self, name: &str, reading: Reading) -> Self {
        let target = self.listed(name, Visibility::Private);
        self.0.not_read(&target, reading);
        self
    }

    pub(crate) fn visible(mut self, name: &str, visibility: Visibility) -> Self {
        self.0.image(&target(name), visibility);
        self
    }

    /// Shared with these accounts without an end.
    pub(crate) fn shared(mut self, name: &str, accounts: &[&str]) -> Self {
        let share = |account: &&str| Share { account: Some(AccountName::new(*account)), until: Until::NoEnd };
        self.0.shares(&target(name), Shares::Read(accounts.iter().map(share).collect()));
        self
    }

    /// Changes anything.
    pub(crate) fn also(mut self, change: impl FnOnce(&mut Builder)) -> Self {
        change(&mut self.0);
        self
    }

    fn listed(&mut self, name: &str, visibility: Visibility) -> Target {
        let target = target(name);
        if target.image().is_some() {
            if self.0.image(&target, visibility) {
                self.0.shares(&target, Shares::Read(Vec::new()));
            }
        } else if self.0.subject(&target).is_none() {
            let name = target.organization().clone();
            let creator = Some(person("admin").name);
            self.0.organization(&ListedOrganization {
                name: name.clone(),
                number: None,
                creator,
                counted: None,
            });
            self.0.organization_facts(&name).unwrap().images = ListReading::whole(AT);
        }
        target
    }

    /// The snapshot, with counts of the service that fit it.
    pub(crate) fn freeze(mut self) -> Snapshot {
        let (images, organizations): (Vec<_>, Vec<_>) =
            self.0.subjects().map(|subject| subject.target.clone()).partition(|one| one.image().is_some());
        let count = |length| Some(u64::try_from(length).unwrap());
        self.0.count(Totals { organizations: count(organizations.len()), images: count(images.len()) });
        self.0.freeze(UnixMillis(2_000), false)
    }
}
