//! Which people to offer for what was typed.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::fold::folded;
use super::listing::sort;
use super::names::UserId;
use super::order::SortKey;
use super::people::Person;

/// The most suggestions that are offered: more can't be surveyed, and typing narrows them.
const MOST: usize = 8;

/// Somebody with a prepared name, so that typing does not prepare 10,000 names with every key.
pub type Known = (SortKey, Person);

/// The people whose name or id holds the text, those whose name begins with it first. Among equals the given
/// order stays.
pub fn offer(people: &[Known], text: &str) -> Vec<Person> {
    let text = folded(text.trim());
    let fits = |(key, person): &&Known| key.contains(&text) || person.id.as_str().contains(&text);
    let (first, rest): (Vec<&Known>, Vec<&Known>) =
        people.iter().filter(fits).partition(|(key, _)| key.starts_with(&text));
    first.into_iter().chain(rest).take(MOST).map(|(_, person)| person.clone()).collect()
}

/// Everybody of several lists once, by name, those for whom `last` holds at the end.
pub fn known(people: Vec<Person>, last: impl Fn(&Person) -> bool) -> Vec<Known> {
    let mut seen: HashSet<UserId> = HashSet::with_capacity(people.len());
    let known: Vec<(bool, Known)> = people
        .into_iter()
        .filter(|person| seen.insert(person.id.clone()))
        .map(|person| (last(&person), (SortKey::new(person.name.as_str()), person)))
        .collect();
    let mut order: Vec<usize> = (0..known.len()).collect();
    sort(&mut order, &|a, b| match (known.get(a), known.get(b)) {
        (Some((a_last, (a, _))), Some((b_last, (b, _)))) => a_last.cmp(b_last).then_with(|| a.cmp(b)),
        _ => Ordering::Equal,
    });
    order.into_iter().filter_map(|index| known.get(index)).map(|(_, known)| known.clone()).collect()
}

/// The one person who is called exactly so; `None` if there is nobody, or more than one.
pub fn only_namesake<'a>(people: &'a [Known], name: &str) -> Option<&'a Person> {
    let mut namesakes = people.iter().map(|(_, person)| person).filter(|person| person.name.as_str() == name);
    namesakes.next().filter(|_| namesakes.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::names::UserName;

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
    fn everybody_is_known_once_and_some_come_last() {
        let twice = || people(&["b", "a", "c"]).into_iter().map(|(_, person)| person);
        let known = known(twice().chain(twice()).collect(), |person| person.name.as_str() == "a");
        let names: Vec<_> = known.iter().map(|(_, person)| person.name.as_str()).collect();
        assert_eq!(names, ["b", "c", "a"]);
    }

    #[test]
    fn a_name_that_two_people_have_names_nobody() {
        assert_eq!(only_namesake(&people(&["a", "b"]), "b").unwrap().id.as_str(), "id1");
        assert!(only_namesake(&people(&["a", "a"]), "a").is_none());
        assert!(only_namesake(&people(&["a"]), "A").is_none());
    }
}
