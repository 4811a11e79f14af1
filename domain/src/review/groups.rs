//! Images with the same list: "37 images with the same six users" is one thing to read instead of 37.

use std::collections::HashMap;

use crate::model::catalog::Visibility;

use super::snapshot::{Row, Shares, Snapshot, UserNumber};

/// Images whose lists, visibility and shares are the same, each to the last entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The places of the images among the subjects, in their order; never none.
    pub images: Vec<usize>,
    /// Whether everyone may pull them.
    pub visibility: Visibility,
}

impl Group {
    /// An image of the group, which says of all of them who is on the list.
    pub fn first(&self) -> usize {
        self.images.first().copied().unwrap_or_default()
    }

    /// How many images there are.
    pub const fn len(&self) -> usize {
        self.images.len()
    }

    /// Never true.
    pub const fn is_empty(&self) -> bool {
        self.images.is_empty()
    }
}

/// What is the same in all images of a group. A map finds equal ones by their hash and then compares them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Alike<'a> {
    row: Row<'a>,
    visibility: Visibility,
    shares: &'a Shares,
    /// A list with an entry that can't be read is like no other one: nobody knows what the entry says.
    only: Option<usize>,
}

/// The groups of all images that were read, the largest first. An image that was not read is in none.
pub fn groups(snapshot: &Snapshot) -> Vec<Group> {
    let mut places: HashMap<Alike<'_>, usize> = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for (place, subject) in snapshot.subjects().iter().enumerate() {
        let Some(facts) = subject.image().filter(|_| subject.reading.is_read()) else { continue };
        let alike = Alike {
            row: snapshot.grants().row(place),
            visibility: facts.visibility,
            shares: &facts.shares,
            only: (!subject.reading.is_whole()).then_some(place),
        };
        let group = *places.entry(alike).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.images.push(place),
            None => groups.push(Group { images: vec![place], visibility: facts.visibility }),
        }
    }
    groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group.first()));
    groups
}

/// The users that are on the lists of a group's images.
pub fn users(snapshot: &Snapshot, group: &Group) -> impl Iterator<Item = UserNumber> {
    snapshot.grants().row(group.first()).iter().map(|(user, _)| UserNumber(user))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::access::AccessList;
    use crate::model::level::Level::{Manage, Read};
    use crate::review::sketch::{Sketch, denied, grant, list};

    fn shown(snapshot: &Snapshot) -> Vec<String> {
        let name = |place: &usize| snapshot.subject(*place).unwrap().target.to_string();
        groups(snapshot).iter().map(|one| one.images.iter().map(name).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn images_with_the_same_list_are_one_group_and_the_largest_comes_first() {
        let snapshot = Sketch::new()
            .with("a", &[("u", Manage)])
            .with("a/1", &[("u", Read)])
            .with("a/2", &[("u", Read), ("v", Manage)])
            .with("a/3", &[("v", Manage), ("u", Read)])
            .with("a/4", &[("u", Manage), ("v", Manage)])
            .with("b/1", &[("u", Read), ("v", Manage)])
            .freeze();
        assert_eq!(shown(&snapshot), ["a/2 a/3 b/1", "a/1", "a/4"]);
        let first = &groups(&snapshot)[0];
        assert_eq!((users(&snapshot, first).count(), first.len(), first.is_empty()), (2, 3, false));
    }

    #[test]
    fn what_others_can_pull_parts_groups_too() {
        let same =
            |names: &[&str]| names.iter().fold(Sketch::new(), |all, name| all.with(name, &[("u", Read)]));
        let snapshot = same(&["a/1", "a/2", "a/3", "a/4"])
            .visible("a/1", Visibility::Public)
            .shared("a/3", &["partner"])
            .freeze();
        assert_eq!(shown(&snapshot), ["a/2 a/4", "a/1", "a/3"]);
    }

    #[test]
    fn what_was_not_read_is_like_nothing() {
        let odd = AccessList { unreadable: 1, ..list(&[grant("u", Read)]) };
        let snapshot = Sketch::new()
            .unread("a/1", denied())
            .unread("a/2", denied())
            .with_list("a/3", &odd)
            .with_list("a/4", &odd)
            .with("a/5", &[])
            .freeze();
        assert_eq!(shown(&snapshot), ["a/3", "a/4", "a/5"]);
    }

    mod properties {
        use proptest::prelude::*;

        use super::*;
        use crate::review::sketch::{any_unread, any_world, draw};

        proptest! {
            #[test]
            fn groups_part_the_images_that_were_read(world in any_world(), unread in any_unread()) {
                let snapshot = draw(&world, &unread);
                let groups = groups(&snapshot);
                let mut grouped: Vec<usize> = groups.iter().flat_map(|group| group.images.clone()).collect();
                grouped.sort_unstable();
                let subjects = snapshot.subjects().iter().enumerate();
                let read: Vec<usize> = subjects
                    .filter(|(_, subject)| subject.is_image() && subject.reading.is_read())
                    .map(|(place, _)| place)
                    .collect();
                prop_assert_eq!(grouped, read);
                prop_assert!(groups.windows(2).all(|pair| pair[0].len() >= pair[1].len()));
            }

            #[test]
            fn two_images_are_in_one_group_exactly_if_they_are_alike(world in any_world(), unread in any_unread()) {
                let snapshot = draw(&world, &unread);
                let groups = groups(&snapshot);
                let of = |place: usize| groups.iter().position(|group| group.images.contains(&place));
                let alike = |a: usize, b: usize| {
                    let whole = [a, b].iter().all(|one| snapshot.subject(*one).unwrap().reading.is_whole());
                    let facts = |one: usize| snapshot.subject(one).unwrap().image().unwrap().clone();
                    let lists: [Vec<_>; 2] = [a, b].map(|one| snapshot.list(one).collect());
                    whole && lists[0] == lists[1] && facts(a) == facts(b)
                };
                let images: Vec<usize> = groups.iter().flat_map(|group| group.images.clone()).collect();
                for a in &images {
                    for b in images.iter().filter(|b| *b != a) {
                        prop_assert_eq!(of(*a) == of(*b), alike(*a, *b));
                    }
                }
            }
        }
    }
}
