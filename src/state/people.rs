//! People seen in this session, whom the grant dialog can offer where IAM's list of users may not be read.
//! In memory only, and gone with the session.

use std::collections::HashMap;

use leptos::prelude::*;

use crate::domain::access::AccessList;
use crate::domain::names::UserId;
use crate::domain::people::Person;

/// The most people who are kept: enough to suggest from, too few to be a copy of a large account.
const MOST: usize = 20_000;

/// People seen so far, by id.
#[derive(Clone, Copy)]
pub struct SeenPeople(StoredValue<HashMap<UserId, Person>>);

impl SeenPeople {
    /// Nobody yet.
    pub fn new() -> Self {
        Self(StoredValue::new(HashMap::new()))
    }

    /// Takes note of everybody on a list.
    pub fn note(self, list: &AccessList) {
        let _ = self.0.try_update_value(|seen| {
            for person in list.people() {
                if seen.len() >= MOST {
                    break;
                }
                seen.insert(person.id.clone(), person);
            }
        });
    }

    /// Everybody seen.
    pub fn all(self) -> Vec<Person> {
        self.0.try_with_value(|seen| seen.values().cloned().collect()).unwrap_or_default()
    }
}

impl Default for SeenPeople {
    fn default() -> Self {
        Self::new()
    }
}
