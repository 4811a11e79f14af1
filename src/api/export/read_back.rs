//! A file of the console read back: the same people with the same levels, whatever their names are.

use proptest::prelude::*;

use super::json;
use crate::api::list::read;
use domain::grant::list::ListedLevel;
use domain::model::level::{Level, Permission};
use domain::model::names::{OrganizationName, Target, UserId, UserName};
use domain::model::user::UserGrant;
use domain::text::export::{About, Cell, PERMISSION_COLUMNS, Table, csv, permission_row};

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}",
        any::<String>(),
        "['=+@⟨⟩U+0-9×\u{200B}\u{FEFF}\t\r\n,;|\"，；、 名]{1,10}",
        Just("user_id".to_owned()),
        Just("manage".to_owned()),
        Just("12345678901234567890".to_owned()),
    ]
}

fn permission() -> impl Strategy<Value = Permission> {
    prop_oneof![
        4 => (0usize..3).prop_map(|level| Permission::Known(Level::ALL[level])),
        1 => prop_oneof![Just("9"), Just("\"3\""), Just("3.0"), Just("true"), Just("-1")]
            .prop_map(|odd| Permission::Unknown(odd.to_owned())),
        1 => Just(Permission::Missing),
    ]
}

fn grant() -> impl Strategy<Value = UserGrant> {
    let id = prop_oneof![
        8 => "[0-9a-f]{32}".prop_map(Some),
        1 => "[0-9]{32}".prop_map(Some),
        1 => "[0-9a-z-]{1,12}".prop_map(Some),
        1 => Just(None),
    ];
    (id, prop::option::weighted(0.9, name()), permission()).prop_map(|(id, name, permission)| UserGrant {
        id: id.map(UserId::new),
        name: name.filter(|name| !name.is_empty()).map(UserName::new),
        permission,
    })
}

fn table(grants: &[UserGrant]) -> Table {
    let target = Target::Organization(OrganizationName::new("group").unwrap());
    let rows: Vec<Vec<Cell>> = grants.iter().map(|grant| permission_row(&target, grant)).collect();
    let about = About {
        region: "eu-de".into(),
        account: "demo".into(),
        read_by: "=admin,".into(),
        read_at: "2026-11-26T14:05:09.123Z".into(),
        filter: "search=a;\"b".into(),
        sort: "-user".into(),
        of: grants.len(),
    };
    Table { kind: "permissions", columns: &PERMISSION_COLUMNS, rows, about }
}

/// What a list says of a permission.
fn listed(permission: &Permission) -> ListedLevel {
    match permission {
        Permission::Known(level) => ListedLevel::Level(*level),
        Permission::Unknown(text) => ListedLevel::NotUnderstood(text.clone()),
        Permission::Missing => ListedLevel::NotGiven,
    }
}

mod properties {
    use super::*;

    proptest! {
        #[test]
        fn every_export_is_read_back_exactly(grants in prop::collection::vec(grant(), 1..8)) {
            let is_named = |grant: &&UserGrant| grant.name.as_ref().is_some_and(|name| !name.as_str().trim().is_empty());
            let there: Vec<&UserGrant> =
                grants.iter().filter(|grant| grant.id.is_some() || is_named(grant)).collect();
            prop_assume!(!there.is_empty());
            let table = table(&grants);
            for text in [csv(&table, None), csv(&table, Some(';')), csv(&table, Some(',')), json(&table)] {
                let Some(list) = read(&text, &|_| false) else {
                    return Err(TestCaseError::fail(format!("no list: {text}")));
                };
                prop_assert_eq!(list.users.len(), there.len(), "{}", text);
                for (user, grant) in list.users.iter().zip(&there) {
                    prop_assert_eq!(&user.name, grant.name.as_ref().map_or("", UserName::as_str), "{}", text);
                    let id = grant.id.clone().unwrap_or_default();
                    prop_assert_eq!(&UserId::new(user.id.clone()), &id, "{}", text);
                    prop_assert_eq!(&user.level, &listed(&grant.permission), "{}", text);
                    prop_assert!(user.left_over.is_empty());
                }
                prop_assert!(list.ignored_columns.is_empty());
            }
        }
    }
}
