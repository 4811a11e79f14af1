//! People seen in this session, whom the grant dialog can offer where IAM's list of users may not be read.
//! In memory only, and gone with the session.

use std::collections::HashMap;

use leptos::prelude::*;

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
        let _ = self.0.try_maybe_update(|seen| {
            let mut is_news = false;
            for person in list.people() {
                let known = seen.get(&person.id);
                if known == Some(&person) || (known.is_none() && seen.len() >= MOST) {
                    continue;
                }
                seen.insert(person.id.clone(), person);
                is_news = true;
            }
            (is_news, ())
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
