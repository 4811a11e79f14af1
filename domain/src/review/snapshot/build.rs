//! A snapshot while it is read: item by item, in any order. What is read later replaces what was read before.

mod freeze;
mod reopen;
mod row;

use std::collections::{BTreeMap, HashMap};

use crate::model::access::AccessList;
use crate::model::catalog::Visibility;
use crate::model::names::{OrganizationName, Target, UserId, UserName};
use crate::model::user::AccountUser;
use crate::text::time::UnixMillis;

use super::about::{About, Totals};
use super::interned::Interned;
use super::reading::{ListReading, Lists, Reading};
use super::subject::{Facts, ImageFacts, ListedOrganization, OrganizationFacts, Shares, Subject};
use super::values::Values;

use row::Row;

/// See the module.
#[derive(Debug, Clone)]
pub struct Builder {
    about: About,
    /// See [`super::Snapshot::viewer`].
    viewer: UserId,
    totals: Totals,
    lists: Lists,
    subjects: BTreeMap<Target, Entry>,
    ids: Interned<UserId>,
    names: Interned<UserName>,
    /// The account's users: the number of the name, and whether the user can sign in.
    account: HashMap<u32, (u32, bool)>,
    /// Names of users that no row has: those of a snapshot that was opened again.
    kept_names: Vec<(u32, u32)>,
    values: Values,
    grants: usize,
}

/// A subject with its row.
#[derive(Debug, Clone)]
struct Entry {
    subject: Subject,
    row: Row,
}

impl Builder {
    /// A snapshot of which nothing was read.
    pub fn new(about: About) -> Self {
        Self {
            viewer: about.caller.id.clone(),
            about,
            totals: Totals::default(),
            lists: Lists::default(),
            subjects: BTreeMap::new(),
            ids: Interned::default(),
            names: Interned::default(),
            account: HashMap::new(),
            kept_names: Vec::new(),
            values: Values::new(),
            grants: 0,
        }
    }

    /// What the snapshot says about itself.
    pub const fn about(&self) -> &About {
        &self.about
    }

    /// The lists that are not about one organization.
    pub const fn lists(&self) -> &Lists {
        &self.lists
    }

    /// The same, to change what reading them has come to.
    pub const fn lists_mut(&mut self) -> &mut Lists {
        &mut self.lists
    }

    /// What the service counts by itself.
    pub const fn totals(&self) -> Totals {
        self.totals
    }

    /// Takes what the service counts by itself.
    pub const fn count(&mut self, totals: Totals) {
        self.totals = totals;
    }

    /// How many grants were read.
    pub const fn grants(&self) -> usize {
        self.grants
    }

    /// The organizations and images, sorted.
    pub fn subjects(&self) -> impl Iterator<Item = &Subject> {
        self.subjects.values().map(|entry| &entry.subject)
    }

    /// An organization or image.
    pub fn subject(&self, target: &Target) -> Option<&Subject> {
        self.subjects.get(target).map(|entry| &entry.subject)
    }

    /// The images of an organization, sorted.
    pub fn images<'a>(&'a self, organization: &'a OrganizationName) -> impl Iterator<Item = &'a Subject> {
        let from = Target::Organization(organization.clone());
        let all = self.subjects.range(from..).map(|(_, entry)| &entry.subject);
        all.take_while(move |subject| subject.target.organization() == organization)
            .filter(|subject| subject.is_image())
    }

    /// Takes the account's users, instead of those that were there.
    pub fn users(&mut self, listing: ListReading, users: &[AccountUser]) {
        self.lists.users = listing;
        self.account.clear();
        for user in users {
            let id = self.ids.number(&user.person.id);
            let name = self.names.number(&user.person.name);
            self.account.insert(id, (name, user.is_enabled));
        }
    }

    /// Takes an organization from the list of organizations.
    pub fn organization(&mut self, listed: &ListedOrganization) {
        let target = Target::Organization(listed.name.clone());
        let subject = &mut self.entry(&target).subject;
        subject.number = listed.number.clone().or(subject.number.take());
        subject.creator = listed.creator.clone().or(subject.creator.take());
        if let Facts::Organization(facts) = &mut subject.facts {
            facts.counted = listed.counted;
        }
    }

    /// What is known of an organization, to change it.
    pub fn organization_facts(&mut self, organization: &OrganizationName) -> Option<&mut OrganizationFacts> {
        match &mut self.entry(&Target::Organization(organization.clone())).subject.facts {
            Facts::Organization(facts) => Some(facts),
            Facts::Image(_) => None,
        }
    }

    /// Takes an image from its organization's list. Says whether it is new.
    pub fn image(&mut self, image: &Target, visibility: Visibility) -> bool {
        let is_new = !self.subjects.contains_key(image);
        if let Some(facts) = self.image_facts(image) {
            facts.visibility = visibility;
        }
        is_new
    }

    /// Takes the accounts that an image is shared with.
    pub fn shares(&mut self, image: &Target, shares: Shares) {
        if let Some(facts) = self.image_facts(image) {
            facts.shares = shares;
        }
    }

    /// Who can pull an image from outside is no longer known. Says whether the image is.
    pub fn outside_not_read(&mut self, image: &Target) -> bool {
        if !self.subjects.contains_key(image) {
            return false;
        }
        if let Some(facts) = self.image_facts(image) {
            facts.visibility = Visibility::Unknown;
            facts.shares = Shares::NotRead;
        }
        true
    }

    /// Takes an access list, instead of what was read of the target before.
    pub fn list(&mut self, target: &Target, at: UnixMillis, list: &AccessList) {
        let row = Row::of(list, &self.viewer, &mut self.ids, &mut self.names, &mut self.values);
        let unreadable = u32::try_from(list.unreadable).unwrap_or(u32::MAX).saturating_add(row.left_out);
        let subject = self.replace(target, row);
        subject.reading = Reading::Read { at, unreadable };
        subject.number = list.id.clone().or(subject.number.take());
        subject.creator = list.creator.clone().or(subject.creator.take());
    }

    /// Takes why an access list was not read. What was read of the target before is no longer known.
    pub fn not_read(&mut self, target: &Target, reading: Reading) {
        self.replace(target, Row::default()).reading = reading;
    }

    fn replace(&mut self, target: &Target, row: Row) -> &mut Subject {
        let added = row.len();
        let entry = self.entry(target);
        let removed = std::mem::replace(&mut entry.row, row).len();
        self.grants = (self.grants + added).saturating_sub(removed);
        &mut self.entry(target).subject
    }

    fn image_facts(&mut self, image: &Target) -> Option<&mut ImageFacts> {
        match &mut self.entry(image).subject.facts {
            Facts::Image(facts) => Some(facts),
            Facts::Organization(_) => None,
        }
    }

    /// The subject of a target. An image is never without its organization.
    fn entry(&mut self, target: &Target) -> &mut Entry {
        if target.image().is_some() {
            self.subjects
                .entry(Target::Organization(target.organization().clone()))
                .or_insert_with_key(Entry::new);
        }
        self.subjects.entry(target.clone()).or_insert_with_key(Entry::new)
    }
}

impl Entry {
    fn new(target: &Target) -> Self {
        Self { subject: Subject::new(target.clone()), row: Row::default() }
    }
}
