//! Which people to offer for what was typed.

use std::cmp::Ordering;

use crate::grant::directory::{Directory, Known, Standing};
use crate::model::user::Person;
use crate::table::rows::sort;
use crate::text::contains::contains;

/// The most suggestions that are offered: more can't be surveyed, and typing narrows them.
const MOST: usize = 8;

/// Someone who is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The person, and what else is known of them.
    pub known: Known,
    /// How many people have the name.
    pub namesakes: usize,
}

/// The suggestions, and how many people fit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offer {
    /// The first of them.
    pub suggestions: Vec<Suggestion>,
    /// All of them.
    pub fitting: usize,
}

/// The people with a name or an id that contains the text, those whose name begins with it first. Among equals the given
/// order stays. `text` is a search key of the collation that prepared the directory.
pub fn offer(people: &[Known], text: &str) -> Offer {
    let fits = |known: &&Known| {
        known.search_keys.iter().any(|key| contains(key, text)) || known.person.id.holds(text)
    };
    let (first, rest): (Vec<&Known>, Vec<&Known>) = people
        .iter()
        .filter(fits)
        .partition(|known| known.search_keys.iter().any(|key| key.starts_with(text)));
    let fitting = first.len() + rest.len();
    let namesakes = |known: &Known| people.iter().filter(|other| other.name_key == known.name_key).count();
    let suggestion = |known: &Known| Suggestion { known: known.clone(), namesakes: namesakes(known) };
    Offer { suggestions: first.into_iter().chain(rest).take(MOST).map(suggestion).collect(), fitting }
}

/// Everyone of a directory by name: those for whom `last` holds at the end, and after them who can't sign in.
pub fn ordered(directory: &Directory, last: impl Fn(&Person) -> bool) -> Vec<Known> {
    let everybody = directory.everybody();
    let ranks: Vec<(bool, bool)> =
        everybody.iter().map(|known| (known.standing == Standing::Disabled, last(&known.person))).collect();
    let mut order: Vec<usize> = (0..everybody.len()).collect();
    sort(&mut order, &|a, b| match (everybody.get(a), everybody.get(b)) {
        (Some(one), Some(other)) => ranks.get(a).cmp(&ranks.get(b)).then_with(|| one.rank.cmp(&other.rank)),
        _ => Ordering::Equal,
    });
    order.into_iter().filter_map(|index| everybody.get(index)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::names::{UserId, UserName};
    use crate::model::user::AccountUser;
    use crate::table::collation::{Collation as _, Plain};

    fn directory(names: &[&str]) -> Directory {
        let person = |(index, name): (usize, &&str)| Person {
            id: UserId::new(format!("id{index}")),
            name: UserName::new(*name),
        };
        Directory::new(None, names.iter().enumerate().map(person), &Plain)
    }

    fn offered(names: &[&str], text: &str) -> Vec<String> {
        let offer = offer(directory(names).everybody(), &Plain.search_key(text));
        offer.suggestions.into_iter().map(|one| one.known.person.name.to_string()).collect()
    }

    #[test]
    fn names_that_begin_so_come_first() {
        assert_eq!(offered(&["bob", "Abby", "carl", "ab"], "AB"), ["Abby", "ab"]);
        assert_eq!(offered(&["xab", "ab"], "ab"), ["ab", "xab"]);
        assert_eq!(offered(&["bob", "carl"], "id1"), ["carl"]);
    }

    #[test]
    fn an_offer_says_how_many_people_fit() {
        // "8 suggestions." was said where twenty people fitted.
        let offer = offer(directory(&["a"; 20]).everybody(), "");
        assert_eq!((offer.suggestions.len(), offer.fitting), (MOST, 20));
        assert_eq!(offer.suggestions[0].namesakes, 20);
    }

    #[test]
    fn an_id_is_found_however_it_is_written() {
        let id = "5a6d3f81c0e94b7793d2a8b41f7c60ee";
        let person = Person { id: UserId::new(id), name: UserName::new("user05") };
        let directory = Directory::new(None, [person], &Plain);
        for text in [id, "5A6D3F81", "5a6d3f81-c0e9-4b77-93d2-a8b41f7c60ee", "c0e9-4b77"] {
            assert_eq!(offer(directory.everybody(), &Plain.search_key(text)).fitting, 1, "{text}");
        }
        assert_eq!(offer(directory.everybody(), "user-05").fitting, 0);
    }

    #[test]
    fn a_former_name_finds_the_person_under_the_present_one() {
        let user = |id: &str, name: &str, is_enabled| AccountUser {
            person: Person { id: UserId::new(id), name: UserName::new(name) },
            is_enabled,
        };
        let old = Person { id: UserId::new("1"), name: UserName::new("user01") };
        let directory = Directory::new(
            Some(&vec![user("1", "user01-new", true), user("2", "aa", false)].into()),
            [old],
            &Plain,
        );
        for text in ["user01", "user01-new"] {
            let offer = offer(directory.everybody(), &Plain.search_key(text));
            assert_eq!(offer.suggestions[0].known.person.name.as_str(), "user01-new");
            assert_eq!(offer.suggestions[0].known.others, [UserName::new("user01")]);
            assert_eq!(offer.fitting, 1);
        }
        let order = ordered(&directory, |_| false);
        assert_eq!(order.last().unwrap().person.name.as_str(), "aa", "who can't sign in comes last");
    }

    #[test]
    fn some_come_last() {
        let known = ordered(&directory(&["b", "a", "c"]), |person| person.name.as_str() == "a");
        let names: Vec<_> = known.iter().map(|known| known.person.name.as_str()).collect();
        assert_eq!(names, ["b", "c", "a"]);
    }
}
