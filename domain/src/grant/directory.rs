//! Everyone whom the console can name: the account's users as IAM lists them, and people seen on permission lists.

use std::collections::HashMap;

use crate::model::names::{UserId, UserName};
use crate::model::user::{ListedUsers, Person};
use crate::table::collation::{Collation, Plain};

/// What IAM's list of the account's users says about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// A user of the account.
    Active,
    /// A user of the account who can't sign in at present.
    Disabled,
    /// Not among the account's users, although the whole list was read: deleted, or of another account.
    Absent,
    /// The list could not be read, or a record of it names no user, so it does not show who is missing.
    NotKnown,
}

/// What the account's users say about someone on a permission list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum AccountNote {
    /// The user can't sign in at present.
    Disabled,
    /// The id is not among the account's users.
    Absent,
    /// IAM knows the user by another name now.
    NowCalled(UserName),
    /// So many ids of the account have the name.
    SharedName(usize),
}

/// Which people of a permission list are shown, by what the account's users say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AccountFilter {
    /// Those who are not among the account's users.
    Absent,
    /// Those who can't sign in at present.
    Disabled,
}

impl AccountFilter {
    /// All filters, in the order in which a choice offers them.
    pub const ALL: [AccountFilter; 2] = [AccountFilter::Absent, AccountFilter::Disabled];
}

/// One person with everything that is known of their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Their id, and the name to use: IAM's where IAM lists them, else the one seen last.
    pub person: Person,
    /// Other names under which permission lists know them.
    pub others: Vec<UserName>,
    /// See [`Standing`].
    pub standing: Standing,
    /// The place of the name to use in the order of the language.
    pub rank: u32,
    /// [`Collation::search_keys`] of all names, the one to use first.
    pub search_keys: Vec<String>,
    /// [`Collation::name_key`] of the name to use.
    pub name_key: String,
}

impl Known {
    /// All names, the one to use first.
    fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.person.name).chain(&self.others).map(UserName::as_str)
    }
}

/// Who is called by a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Namesakes<'a> {
    /// Nobody who is known.
    Nobody,
    /// One person.
    One(&'a Person),
    /// More than one id has the name.
    Several(usize),
}

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directory {
    known: Vec<Known>,
    places: HashMap<UserId, usize>,
    /// How many of them, from the front, are the account's.
    of_account: usize,
    /// By [`Collation::name_key`].
    by_name: HashMap<String, Vec<usize>>,
    is_whole: bool,
    collation: &'static dyn Collation,
}

impl Default for Directory {
    fn default() -> Self {
        Self::new(None, [], &Plain)
    }
}

impl Directory {
    /// Puts both sources together, each person once. `account` is `None` where IAM's list could not be read; while a record of
    /// it names no user, anyone may be in the account. IAM's name wins, since a permission keeps the name that it was granted
    /// with.
    pub fn new(
        account: Option<&ListedUsers>,
        seen: impl IntoIterator<Item = Person>,
        collation: &'static dyn Collation,
    ) -> Self {
        let mut directory = Self {
            known: Vec::new(),
            places: HashMap::new(),
            of_account: 0,
            by_name: HashMap::new(),
            is_whole: account.is_some_and(|account| account.nameless == 0),
            collation,
        };
        for user in account.into_iter().flat_map(|account| &account.users) {
            let standing = if user.is_enabled { Standing::Active } else { Standing::Disabled };
            directory.add(user.person.clone(), standing);
        }
        directory.of_account = directory.known.len();
        let standing = if directory.is_whole { Standing::Absent } else { Standing::NotKnown };
        for person in seen {
            directory.add(person, standing);
        }
        directory.prepare();
        directory
    }

    fn add(&mut self, person: Person, standing: Standing) {
        if let Some(known) = self.places.get(&person.id).and_then(|place| self.known.get_mut(*place)) {
            if known.person.name != person.name && !known.others.contains(&person.name) {
                known.others.push(person.name);
            }
            return;
        }
        self.places.insert(person.id.clone(), self.known.len());
        let (rank, search_keys, name_key) = (0, Vec::new(), String::new());
        self.known.push(Known { person, others: Vec::new(), standing, rank, search_keys, name_key });
    }

    /// Prepares all names for sorting, searching and finding: one call of each kind for all of them.
    fn prepare(&mut self) {
        let names: Vec<&str> = self.known.iter().flat_map(Known::names).collect();
        let mut search_keys = self.collation.search_keys(&names).into_iter();
        let mut name_keys = self.collation.name_keys(&names).into_iter();
        let own: Vec<&str> = self.known.iter().map(|known| known.person.name.as_str()).collect();
        let ranks = self.collation.ranks(&own);
        for (place, (known, rank)) in self.known.iter_mut().zip(ranks).enumerate() {
            let count = known.names().count();
            known.rank = rank;
            known.search_keys = search_keys.by_ref().take(count).collect();
            for (number, key) in name_keys.by_ref().take(count).enumerate() {
                if number == 0 {
                    known.name_key.clone_from(&key);
                }
                let places = self.by_name.entry(key).or_default();
                // One person may have a name in two letter cases.
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
    }

    /// The rules by which names are compared here.
    pub const fn collation(&self) -> &'static dyn Collation {
        self.collation
    }

    /// Whether a typed name is the present one of someone in the directory, in any letter case.
    pub fn is_called(&self, person: &Person, name: &str) -> bool {
        self.of(&person.id).is_some_and(|known| known.name_key == self.collation.name_key(name))
    }

    /// Whether all of the account's users are known.
    pub const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Everyone, the account's users first.
    pub fn everybody(&self) -> &[Known] {
        &self.known
    }

    /// The person of an id.
    pub fn of(&self, id: &UserId) -> Option<&Known> {
        self.known.get(*self.places.get(id)?)
    }

    /// The account's user of an id.
    pub fn account_user(&self, id: &UserId) -> Option<&Person> {
        let place = self.places.get(id).filter(|place| **place < self.of_account)?;
        self.known.get(*place).map(|known| &known.person)
    }

    /// What IAM's list says about an id.
    pub fn standing(&self, id: &UserId) -> Standing {
        match (self.of(id), self.is_whole) {
            (Some(known), _) => known.standing,
            (None, true) => Standing::Absent,
            (None, false) => Standing::NotKnown,
        }
    }

    /// What is worth a mark beside someone on a permission list. Nothing where the account's users are not known.
    pub fn notes(&self, id: &UserId, name: Option<&UserName>) -> Vec<AccountNote> {
        let mut notes = Vec::new();
        match self.standing(id) {
            Standing::Disabled => notes.push(AccountNote::Disabled),
            Standing::Absent => notes.push(AccountNote::Absent),
            Standing::Active | Standing::NotKnown => {}
        }
        if let (Some(person), Some(name)) = (self.account_user(id), name) {
            if person.name != *name {
                notes.push(AccountNote::NowCalled(person.name.clone()));
            }
            if let Namesakes::Several(count) = self.named(person.name.as_str()) {
                notes.push(AccountNote::SharedName(count));
            }
        }
        notes
    }

    /// Whether a filter lets someone through.
    pub fn lets_through(&self, filter: AccountFilter, id: Option<&UserId>) -> bool {
        let standing = id.map_or(Standing::NotKnown, |id| self.standing(id));
        match filter {
            AccountFilter::Absent => standing == Standing::Absent,
            AccountFilter::Disabled => standing == Standing::Disabled,
        }
    }

    /// Who has a name. The account's users come before people who are only on lists, their present names before former
    /// ones, and the name as it is written before one in another letter case.
    pub fn named(&self, name: &str) -> Namesakes<'_> {
        let name = name.trim();
        let key = self.collation.name_key(name);
        let rank = |place: usize, known: &Known| {
            let is_former = known.name_key != key;
            let is_other_case = known.person.name.as_str() != name;
            (is_former, place >= self.of_account, is_other_case)
        };
        let places = self.by_name.get(&key).map(Vec::as_slice).unwrap_or_default();
        let ranked = || {
            places.iter().filter_map(|place| {
                let known = self.known.get(*place)?;
                Some((rank(*place, known), &known.person))
            })
        };
        let Some(best) = ranked().map(|(rank, _)| rank).min() else { return Namesakes::Nobody };
        let mut fitting = ranked().filter(|(rank, _)| *rank == best);
        match (fitting.next(), fitting.count()) {
            (Some((_, person)), 0) => Namesakes::One(person),
            (_, more) => Namesakes::Several(more + 1),
        }
    }
}

#[cfg(test)]
mod tests;
