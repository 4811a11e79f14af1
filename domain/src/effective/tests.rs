//! What the module promises, by example and for lists of any shape.

use proptest::prelude::*;

use crate::model::access::RawAccess;

use super::*;
use crate::table::rows::TableRow;

fn grant(id: &str, permission: impl Into<Permission>) -> UserGrant {
    UserGrant { id: Some(UserId::new(id)), name: Some(UserName::new(id)), permission: permission.into() }
}

fn named(id: &str, name: &str, level: Level) -> UserGrant {
    UserGrant { name: Some(UserName::new(name)), ..grant(id, level) }
}

fn without_id(name: &str, level: Level) -> UserGrant {
    UserGrant { id: None, ..grant(name, level) }
}

fn list(own: Option<UserGrant>, others: &[UserGrant]) -> AccessList {
    let raw = RawAccess { own, others: others.to_vec(), ..RawAccess::default() };
    AccessList::assemble(raw, &UserId::new("me"))
}

fn known(list: AccessList) -> OrganizationPart {
    OrganizationPart::Known(Arc::new(list))
}

/// Two lists of others, put together.
fn both(image: &[UserGrant], organization: &[UserGrant]) -> EffectiveAccess {
    EffectiveAccess::new(&list(None, image), &known(list(None, organization)))
}

fn names(access: &EffectiveAccess) -> Vec<String> {
    access.rows.iter().map(EffectiveRow::called).collect()
}

#[test]
fn the_higher_level_holds_and_says_where_it_comes_from() {
    use Level::{Manage, Read, Write};
    let of = |organization, image| both(&[grant("a", image)], &[grant("a", organization)]).rows[0].clone();
    assert_eq!(of(Write, Read).effective, Effective::Level(Write, Source::Organization));
    assert_eq!(of(Write, Write).effective, Effective::Level(Write, Source::Both));
    assert_eq!(of(Write, Manage).effective, Effective::Level(Manage, Source::Image));
    assert!(of(Write, Read).is_inferred() && !of(Write, Write).is_inferred());
    assert!(of(Write, Write).has(Mark::Redundant) && !of(Write, Manage).has(Mark::Redundant));
}

#[test]
fn a_permission_on_one_list_is_enough_to_be_listed() {
    let access = both(&[grant("a", Level::Read)], &[grant("b", Level::Write)]);
    assert_eq!(names(&access), ["a", "b"]);
    assert_eq!(access.rows[0].organization, ListEntry::Absent);
    assert_eq!(access.rows[0].effective, Effective::Level(Level::Read, Source::Image));
    assert_eq!(access.rows[1].effective, Effective::Level(Level::Write, Source::Organization));
    assert!(access.rows.iter().all(|row| !row.is_inferred()));
}

#[test]
fn a_mark_is_explained_where_a_row_has_it() {
    let access = both(&[grant("a", Level::Write)], &[grant("a", Level::Write)]);
    assert!(access.any(Mark::Redundant));
    assert!(!access.any(Mark::NameDrift));
}

#[test]
fn without_the_organization_a_level_is_the_least_that_holds() {
    let image = list(None, &[grant("a", Level::Read), grant("b", Level::Manage)]);
    let access = EffectiveAccess::new(&image, &OrganizationPart::NotKnown);
    assert_eq!(access.rows[0].effective, Effective::AtLeast(Level::Read));
    assert_eq!(access.rows[0].organization, ListEntry::Unknown);
    // There is nothing above Manage.
    assert_eq!(access.rows[1].effective, Effective::Level(Level::Manage, Source::Image));
    assert_eq!(access.managers, Managers::NotKnown);
}

#[test]
fn an_entry_that_could_not_be_read_may_be_anybodys() {
    let whole = list(None, &[grant("a", Level::Read), grant("b", Level::Manage)]);
    let odd = AccessList { unreadable: 1, ..list(None, &[]) };
    let access = EffectiveAccess::new(&whole, &known(odd.clone()));
    assert_eq!(
        (&access.rows[0].organization, access.rows[0].effective),
        (&ListEntry::Unknown, Effective::AtLeast(Level::Read))
    );
    assert_eq!(access.managers, Managers::NotKnown);
    let access = EffectiveAccess::new(&odd, &known(whole));
    assert_eq!(
        (&access.rows[0].image, access.rows[0].effective),
        (&ListEntry::Unknown, Effective::AtLeast(Level::Read))
    );
    assert_eq!(access.managers, Managers::NotKnown);
}

#[test]
fn what_is_no_level_is_never_taken_for_one() {
    for odd in [Permission::Unknown("9".into()), Permission::Missing] {
        let access = both(&[grant("a", odd.clone())], &[grant("a", Level::Manage)]);
        assert_eq!(access.rows[0].effective, Effective::Unknown);
        assert!(access.rows[0].marks.is_empty());
        assert_eq!(access.managers, Managers::NotKnown);
    }
}

#[test]
fn the_caller_is_one_person_even_if_a_list_leaves_out_the_id() {
    let image = list(Some(UserGrant { id: None, ..grant("me", Level::Manage) }), &[grant("a", Level::Read)]);
    let organization = list(Some(grant("me", Level::Write)), &[grant("me", Level::Write)]);
    for access in [
        EffectiveAccess::new(&image, &known(organization.clone())),
        EffectiveAccess::new(&organization, &known(image)),
    ] {
        assert_eq!(names(&access), ["me", "a"]);
        assert_eq!(access.rows[0].id, Some(UserId::new("me")));
        assert_eq!(access.rows[0].effective.level(), Some(Level::Manage));
    }
}

#[test]
fn nobody_without_an_id_is_matched_by_name() {
    let access = both(&[without_id("a", Level::Read)], &[grant("a", Level::Manage)]);
    assert_eq!(access.rows.len(), 2);
    let half = access.rows.iter().find(|row| row.id.is_none()).unwrap();
    assert_eq!(
        (half.organization.clone(), half.effective),
        (ListEntry::Unknown, Effective::AtLeast(Level::Read))
    );
}

#[test]
fn one_id_under_two_names_is_marked_and_found_by_both() {
    let access = both(&[named("1", "old", Level::Write)], &[named("1", "new", Level::Read)]);
    assert_eq!(access.rows[0].names, [UserName::new("old"), UserName::new("new")]);
    assert_eq!(access.rows[0].marks, [Mark::NameDrift]);
    assert_eq!(access.rows[0].search_text(), "old\nnew\n1");
}

#[test]
fn a_single_manager_is_marked_and_none_is_told() {
    let image = [grant("a", Level::Read), grant("b", Level::Manage)];
    let access = both(&image, &[]);
    assert_eq!(access.managers, Managers::One("b".to_owned()));
    assert!(access.rows[1].has(Mark::OnlyManager));
    assert_eq!(both(&image, &[grant("c", Level::Manage)]).managers, Managers::Several);
    assert_eq!(both(&image[..1], &[]).managers, Managers::Nobody);
    // Someone of whom nothing certain is known may be another one.
    assert_eq!(both(&image, &[without_id("c", Level::Write)]).managers, Managers::NotKnown);
}

#[test]
fn the_level_of_a_row_is_that_in_the_end() {
    let access = both(&[grant("a", Level::Read)], &[grant("a", Level::Write), grant("b", Level::Read)]);
    let levels: Vec<_> = access.rows.iter().map(|row| (row.name(), row.level())).collect();
    assert_eq!(levels, [("a", Some(Level::Write)), ("b", Some(Level::Read))]);
}

fn permission() -> impl Strategy<Value = Permission> {
    prop_oneof![
        4 => (0usize..3).prop_map(|n| Permission::Known(Level::ALL[n])),
        1 => Just(Permission::Unknown("9".into())),
        1 => Just(Permission::Missing),
    ]
}

fn any_grant() -> impl Strategy<Value = UserGrant> {
    let id = prop_oneof![1 => Just(None), 9 => (0u8..8).prop_map(Some)];
    (id, proptest::option::of(0u8..3), permission()).prop_map(|(id, name, permission)| UserGrant {
        id: id.map(|n| UserId::new(if n == 0 { "me".to_owned() } else { n.to_string() })),
        name: name.map(|n| UserName::new(n.to_string())),
        permission,
    })
}

fn any_list() -> impl Strategy<Value = AccessList> {
    let own = proptest::option::of(any_grant());
    (own, proptest::collection::vec(any_grant(), 0..12)).prop_map(|(own, others)| list(own, &others))
}

/// Every id of some lists, each once.
fn ids(lists: &[&AccessList]) -> Vec<UserId> {
    let mut ids: Vec<_> =
        lists.iter().flat_map(|list| list.everyone()).filter_map(|grant| grant.id.clone()).collect();
    ids.sort();
    ids.dedup();
    ids
}

proptest! {
    #[test]
    fn everybody_of_both_lists_is_there_once(image in any_list(), organization in any_list()) {
        let access = EffectiveAccess::new(&image, &known(organization.clone()));
        let mut shown: Vec<_> = access.rows.iter().filter_map(|row| row.id.clone()).collect();
        shown.sort();
        prop_assert_eq!(shown, ids(&[&image, &organization]));
        let half = |list: &AccessList| list.others.iter().filter(|grant| grant.id.is_none()).count();
        let half_shown = access.rows.iter().filter(|row| row.id.is_none() && !row.is_own).count();
        prop_assert_eq!(half_shown, half(&image) + half(&organization));
        let has_own = access.rows.iter().any(TableRow::is_own);
        prop_assert_eq!(has_own, image.own.is_some() || organization.own.is_some());
    }

    #[test]
    fn no_level_is_below_one_of_its_parts(image in any_list(), organization in any_list(), is_known: bool) {
        let part = if is_known { known(organization) } else { OrganizationPart::NotKnown };
        for row in EffectiveAccess::new(&image, &part).rows.iter() {
            let parts = [row.organization.level(), row.image.level()];
            match row.effective {
                Effective::Level(level, _) => {
                    prop_assert_eq!(parts.into_iter().flatten().max(), Some(level));
                }
                Effective::AtLeast(level) => {
                    prop_assert_eq!(parts.into_iter().flatten().max(), Some(level));
                    prop_assert!([&row.organization, &row.image].contains(&&ListEntry::Unknown));
                }
                Effective::Unknown => prop_assert!(
                    [&row.organization, &row.image].into_iter().any(|part| matches!(
                        part,
                        ListEntry::Present(permission) if permission.level().is_none()
                    ))
                ),
            }
        }
    }

    #[test]
    fn the_reason_tells_the_level_that_results(image in any_list(), organization in any_list(), is_known: bool) {
        let part = if is_known { known(organization) } else { OrganizationPart::NotKnown };
        for row in EffectiveAccess::new(&image, &part).rows.iter() {
            let expected = match Reason::of(row) {
                Reason::Organization(level) => Effective::Level(level, Source::Organization),
                Reason::OrganizationOverImage(level, lower) => {
                    prop_assert!(level > lower);
                    Effective::Level(level, Source::Organization)
                }
                Reason::Image(level) => Effective::Level(level, Source::Image),
                Reason::ImageOverOrganization(level, lower) => {
                    prop_assert!(level > lower);
                    Effective::Level(level, Source::Image)
                }
                Reason::Same(level) => Effective::Level(level, Source::Both),
                Reason::HighestByOrganization => Effective::Level(Level::Manage, Source::Organization),
                Reason::HighestByImage => Effective::Level(Level::Manage, Source::Image),
                Reason::AtLeastByImage(level) => {
                    prop_assert!(!is_known);
                    Effective::AtLeast(level)
                }
                Reason::UnmatchedOnImage(level) | Reason::UnmatchedOnOrganization(level) => {
                    prop_assert_eq!(&row.id, &None);
                    Effective::AtLeast(level)
                }
                Reason::OddOnOrganization | Reason::OddOnImage | Reason::OddOnBoth => Effective::Unknown,
                Reason::Nothing => return Err(TestCaseError::fail("somebody is on neither list")),
            };
            prop_assert_eq!(row.effective, expected);
        }
    }

    #[test]
    fn an_image_grant_is_redundant_exactly_where_it_adds_nothing(image in any_list(), organization in any_list()) {
        for row in EffectiveAccess::new(&image, &known(organization)).rows.iter() {
            let (held, added) = (row.organization.level(), row.image.level());
            let adds_nothing = held.is_some() && added.is_some() && added <= held;
            prop_assert_eq!(row.has(Mark::Redundant), adds_nothing);
        }
    }

    #[test]
    fn whoever_is_called_the_only_manager_is_the_only_one(image in any_list(), organization in any_list()) {
        let access = EffectiveAccess::new(&image, &known(organization));
        let manage = |row: &&EffectiveRow| row.effective.level() == Some(Level::Manage);
        let marked = access.rows.iter().filter(|row| row.has(Mark::OnlyManager)).count();
        prop_assert_eq!(marked, usize::from(matches!(access.managers, Managers::One(_))));
        if marked == 1 {
            prop_assert_eq!(access.rows.iter().filter(manage).count(), 1);
        }
    }
}
