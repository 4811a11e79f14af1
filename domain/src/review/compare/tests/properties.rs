//! Laws of comparisons: nothing is said that reading everything would contradict.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::review::sketch::{Unread, World, any_unread, any_world, draw};

/// What a world says of everyone: by target and user.
fn held(world: &World) -> BTreeMap<(String, String), Permission> {
    let grants = world.subjects.iter().flat_map(|drawn| {
        drawn.grants.iter().map(|grant| {
            ((drawn.name.clone(), grant.id.as_ref().unwrap().to_string()), grant.permission.clone())
        })
    });
    grants.collect()
}

/// The same world without entries that can't be read.
fn readable(mut world: World) -> World {
    for drawn in &mut world.subjects {
        drawn.unreadable = 0;
    }
    world
}

/// What is certain in a comparison, as text.
fn certain(comparison: &Comparison) -> Vec<String> {
    let of_users = comparison
        .changes()
        .filter(|change| change.kind != Kind::Unknown)
        .map(|change| format!("{} {} {:?}", change.target.target, change.user.id, change.kind));
    let of_targets = comparison.targets.iter().flat_map(|one| {
        let name = &one.target;
        let existence = matches!(one.existence, Existence::New | Existence::Gone).then_some(one.existence);
        let shares = match &one.shares {
            SharesChange::Known { shared, unshared } => {
                let shared = shared.iter().map(|account| format!("{name} shared {account}"));
                shared.chain(unshared.iter().map(|account| format!("{name} unshared {account}"))).collect()
            }
            SharesChange::Unknown => Vec::new(),
        };
        existence
            .map(|existence| format!("{name} {existence:?}"))
            .into_iter()
            .chain(one.made_anew.as_ref().map(|numbers| format!("{name} {numbers:?}")))
            .chain(one.visibility.map(|change| format!("{name} {change:?}")))
            .chain(shares)
            .collect::<Vec<_>>()
    });
    let renamed = comparison.renamed.iter().map(|one| format!("{} is renamed", one.id));
    of_users.chain(of_targets).chain(renamed).collect()
}

proptest! {
    #[test]
    fn where_everything_was_read_it_says_what_has_changed(before in any_world(), after in any_world()) {
        let (before, after) = (readable(before), readable(after));
        let comparison =
            Comparison::new(&draw(&before, &Unread::nothing()), &draw(&after, &Unread::nothing())).unwrap();
        let (old, new) = (held(&before), held(&after));
        let mut count = 0;
        for change in comparison.changes() {
            let key = (change.target.target.to_string(), change.user.id.to_string());
            prop_assert_eq!((change.before, change.after), (old.get(&key), new.get(&key)));
            prop_assert_ne!(change.before, change.after);
            prop_assert_ne!(change.kind, Kind::Unknown);
            count += 1;
        }
        let keys: std::collections::BTreeSet<_> = old.keys().chain(new.keys()).collect();
        prop_assert_eq!(count, keys.into_iter().filter(|key| old.get(*key) != new.get(*key)).count());
        for target in &comparison.targets {
            prop_assert_ne!(target.existence, Existence::Unknown);
        }
    }

    #[test]
    fn what_was_not_read_is_never_gone_revoked_or_anything(
        before in any_world(), after in any_world(), unread_before in any_unread(), unread_after in any_unread(),
    ) {
        let nothing = Unread::nothing();
        let of = |one: &Unread, other: &Unread| {
            Comparison::new(&draw(&before, one), &draw(&after, other)).unwrap()
        };
        let truth = certain(&of(&nothing, &nothing));
        for said in certain(&of(&unread_before, &unread_after)) {
            prop_assert!(truth.contains(&said), "{}", said);
        }
    }

    #[test]
    fn backwards_it_says_the_opposite(
        before in any_world(), after in any_world(), unread_before in any_unread(), unread_after in any_unread(),
    ) {
        let (before, after) = (draw(&before, &unread_before), draw(&after, &unread_after));
        let there = Comparison::new(&before, &after).unwrap();
        let back = Comparison::new(&after, &before).unwrap();
        let (there_counts, back_counts) = (there.counts(), back.counts());
        prop_assert_eq!((there_counts.granted, there_counts.revoked), (back_counts.revoked, back_counts.granted));
        prop_assert_eq!((there_counts.raised, there_counts.lowered), (back_counts.lowered, back_counts.raised));
        prop_assert_eq!((there_counts.changed, there_counts.unknown), (back_counts.changed, back_counts.unknown));
        prop_assert_eq!(there.targets.len(), back.targets.len());
        prop_assert_eq!(there.users.len(), back.users.len());
    }

    #[test]
    fn nothing_has_changed_since_just_now(world in any_world(), unread in any_unread()) {
        let snapshot = draw(&world, &unread);
        let comparison = Comparison::new(&snapshot, &snapshot).unwrap();
        prop_assert_eq!(certain(&comparison), Vec::<String>::new());
        prop_assert_eq!(comparison.counts(), Counts::default());
    }
}
