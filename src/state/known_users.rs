//! People seen in this session, whom the grant dialog can offer where IAM's list of users may not be read.
//! In memory only, and gone with the session.

use std::collections::HashMap;

use crate::view::prelude::*;

use domain::model::access::AccessList;
use domain::model::names::UserId;
use domain::model::user::Person;

/// The most people who are kept: enough to suggest from, too few to be a copy of a large account.
const MOST: usize = 20_000;

/// People seen so far, by id.
#[derive(Clone, Copy)]
pub struct KnownUsers(RwSignal<HashMap<UserId, Person>>);

impl KnownUsers {
    /// Nobody yet.
    pub fn new() -> Self {
        Self(RwSignal::new(HashMap::new()))
    }

    /// Takes note of everyone on a list. A list that shows nobody new changes nothing.
    pub fn note(self, list: &AccessList) {
        let news = self.0.try_with_untracked(|seen| {
            let is_news = |person: &Person| match seen.get(&person.id) {
                Some(known) => known != person,
                None => seen.len() < MOST,
            };
            list.people().filter(is_news).collect::<Vec<_>>()
        });
        let news = news.unwrap_or_default();
        if news.is_empty() {
            return;
        }
        let _ = self.0.try_update(|seen| {
            for person in news {
                if seen.len() < MOST || seen.contains_key(&person.id) {
                    seen.insert(person.id.clone(), person);
                }
            }
        });
    }

    /// Everyone seen.
    pub fn all(self) -> Vec<Person> {
        self.0.try_with(|seen| seen.values().cloned().collect()).unwrap_or_default()
    }
}

impl Default for KnownUsers {
    fn default() -> Self {
        Self::new()
    }
}
