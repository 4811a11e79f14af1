//! Which people to offer for what was typed.

use super::order::SortKey;
use super::people::Person;

/// The most suggestions that are offered: more can't be surveyed, and typing narrows them.
const MOST: usize = 8;

/// Somebody with a prepared name, so that typing does not prepare 10,000 names with every key.
pub type Known = (SortKey, Person);

/// The people whose name or id holds the text, those whose name begins with it first. Among equals the given
/// order stays.
pub fn offer(people: &[Known], text: &str) -> Vec<Person> {
    let text = text.trim().to_lowercase();
    let fits = |(key, person): &&Known| key.contains(&text) || person.id.as_str().contains(&text);
    let mut fitting: Vec<&Known> = people.iter().filter(fits).collect();
    fitting.sort_by_key(|(key, _)| !key.starts_with(&text));
    fitting.into_iter().take(MOST).map(|(_, person)| person.clone()).collect()
}

/// The one person who is called exactly so; `None` if there is nobody, or more than one.
pub fn only_namesake<'a>(people: &'a [Known], name: &str) -> Option<&'a Person> {
    let mut namesakes = people.iter().map(|(_, person)| person).filter(|person| person.name.as_str() == name);
    namesakes.next().filter(|_| namesakes.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::names::{UserId, UserName};

    fn people(names: &[&str]) -> Vec<Known> {
        let person = |(index, name): (usize, &&str)| {
            let person = Person { id: UserId::new(format!("id{index}")), name: UserName::new(*name) };
            (SortKey::new(name), person)
        };
        names.iter().enumerate().map(person).collect()
    }

    fn offered(names: &[&str], text: &str) -> Vec<String> {
        offer(&people(names), text).into_iter().map(|person| person.name.to_string()).collect()
    }

    #[test]
    fn names_that_begin_so_come_first() {
        assert_eq!(offered(&["bob", "Abby", "carl", "ab"], "AB"), ["Abby", "ab"]);
        assert_eq!(offered(&["xab", "ab"], "ab"), ["ab", "xab"]);
        assert_eq!(offered(&["bob", "carl"], "id1"), ["carl"]);
        assert_eq!(offered(&["a"; 20], "").len(), MOST);
    }

    #[test]
    fn a_name_that_two_people_have_names_nobody() {
        assert_eq!(only_namesake(&people(&["a", "b"]), "b").unwrap().id.as_str(), "id1");
        assert!(only_namesake(&people(&["a", "a"]), "a").is_none());
        assert!(only_namesake(&people(&["a"]), "A").is_none());
    }
}
