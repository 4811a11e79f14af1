//! What drafts promise, by example and for any of them.

use proptest::prelude::*;

use super::*;
use crate::grant::list::read;
use crate::model::level::Permission;
use crate::model::user::{AccountUser, Person, UserGrant};
use crate::table::collation::Plain;

const ID: &str = "fb3f175c1fd146ab8cdae3272be6107b";
const ID5: &str = "5a6d3f81c0e94b7793d2a8b41f7c60ee";
const ID6: &str = "b8e2c94d7f1a4035a6c9e3d07b5f8124";

fn row(name: &str, id: &str) -> DraftRow {
    DraftRow { name: name.into(), id: id.into(), ..DraftRow::default() }
}

fn user(id: &str, name: &str) -> AccountUser {
    AccountUser { person: person(id, name), is_enabled: true }
}

fn person(id: &str, name: &str) -> Person {
    Person { id: UserId::new(id), name: UserName::new(name) }
}

/// An account whose users are known.
fn account() -> Directory {
    let users = [user(ID, "user01"), user(ID5, "user05"), user(ID6, "user06")];
    Directory::new(Some(&users.to_vec().into()), [], &Plain)
}

/// The remarks on rows with nothing known around.
fn plain_remarks(rows: &[DraftRow]) -> Vec<Vec<Remark>> {
    remarks(rows, &Facts { list: None, caller: &UserId::new("me"), directory: &Directory::default() })
}

fn remarks_in(account: &Directory, row: &DraftRow) -> Vec<Remark> {
    let facts = Facts { list: None, caller: &UserId::new("me"), directory: account };
    remarks(std::slice::from_ref(row), &facts).remove(0)
}

fn grants_of(rows: &[DraftRow], facts: &Facts<'_>) -> Option<Vec<NewGrant>> {
    grants(rows, &remarks(rows, facts), facts)
}

fn plain_grants(rows: &[DraftRow]) -> Option<Vec<NewGrant>> {
    grants_of(rows, &Facts { list: None, caller: &UserId::new("me"), directory: &Directory::default() })
}

fn list_with(id: &str, name: &str, level: Level) -> AccessList {
    let held =
        UserGrant { id: Some(UserId::new(id)), name: Some(UserName::new(name)), permission: level.into() };
    AccessList { others: vec![held], ..AccessList::default() }
}

#[test]
fn a_new_row_offers_the_lowest_level() {
    assert_eq!(DraftRow::default().level, Some(Level::Read));
}

#[test]
fn a_complete_row_has_no_remarks() {
    assert_eq!(plain_remarks(&[row("user01", ID)]), [[]]);
}

#[test]
fn what_is_missing_stops_the_row() {
    let of = |row| plain_remarks(&[row]).remove(0);
    assert_eq!(of(row(" ", "")), [Remark::NameMissing, Remark::IdMissing]);
    assert_eq!(of(row(&"名".repeat(65), ID)), [Remark::NameTooLong]);
    assert_eq!(of(row(&"名".repeat(64), ID)), []);
    assert_eq!(plain_grants(&[row("user01", "")]), None);
}

#[test]
fn an_unusual_id_is_a_warning_and_a_spoiled_one_cannot_be_sent() {
    let of = |id| plain_remarks(&[row("user01", id)]).remove(0);
    assert_eq!(of("abc"), [Remark::IdUnusual]);
    assert!(plain_grants(&[row("user01", "abc")]).is_some());
    assert_eq!(of("1,23457E+40"), [Remark::IdSpoiled]);
    assert_eq!(plain_grants(&[row("user01", "1,23457E+40")]), None);
}

#[test]
fn a_repeated_id_names_the_earlier_row_however_it_is_written() {
    let uuid = "FB3F175C-1FD1-46AB-8CDA-E3272BE6107B";
    let rows = [row("a", ID), row("b", ID5), row("c", uuid)];
    assert_eq!(plain_remarks(&rows)[2], [Remark::RepeatsRow(1)]);
    assert_eq!(plain_grants(&rows), None);
}

#[test]
fn an_id_in_capitals_is_the_same_user_on_the_list() {
    // user01's id in capitals was granted without a warning, and the table then had two rows of one person.
    let list = list_with(ID, "user01", Level::Manage);
    let (caller, directory) = (UserId::new("me"), Directory::default());
    let facts = Facts { list: Some(&list), caller: &caller, directory: &directory };
    let rows = [row("user01", &ID.to_uppercase())];
    assert_eq!(remarks(&rows, &facts)[0], [Remark::AlreadyHas(Level::Manage.into())]);
    assert_eq!(grants_of(&rows, &facts).unwrap()[0].id.as_str(), ID);
    let caller = UserId::new(ID);
    let facts = Facts { caller: &caller, ..facts };
    assert_eq!(remarks(&rows, &facts)[0], [Remark::Oneself]);
    assert!(grants_of(&rows, &facts).is_some(), "the service decides");
}

#[test]
fn what_is_sent_is_the_id_as_the_service_showed_it_or_as_iam_writes_it() {
    let shown = ID.to_uppercase();
    let list = list_with(&shown, "user01", Level::Read);
    let (caller, directory) = (UserId::new("me"), Directory::default());
    let facts = Facts { list: Some(&list), caller: &caller, directory: &directory };
    let sent = |rows: &[DraftRow]| grants_of(rows, &facts).unwrap().remove(0).id.as_str().to_owned();
    assert_eq!(sent(&[row("user01", ID)]), shown);
    assert_eq!(sent(&[row("user05", &format!(" {} ", ID5.to_uppercase()))]), ID5);
    assert_eq!(grants_of(&[row(" user05 ", ID5)], &facts).unwrap()[0].name.as_str(), "user05");
}

#[test]
fn an_id_that_is_another_users_stops_until_the_user_decides() {
    let contradicting = row("user05", ID6);
    assert_eq!(remarks_in(&account(), &contradicting), [Remark::IdBelongsTo(person(ID6, "user06"))]);
    let kept = DraftRow { pair: Pair::Kept, ..contradicting };
    assert!(!remarks_in(&account(), &kept).iter().any(Remark::stops));
    assert_eq!(remarks_in(&account(), &row("USER05", ID5)), []);
}

#[test]
fn a_name_of_the_account_with_a_strange_id_stops_too() {
    let strange = "00000000000000000000000000000001";
    let expected = [Remark::NameHasOtherId(person(ID5, "user05")), Remark::NotInAccount];
    assert_eq!(remarks_in(&account(), &row("user05", strange)), expected);
    assert_eq!(remarks_in(&account(), &row("contractor", strange)), [Remark::NotInAccount]);
    assert_eq!(remarks_in(&Directory::default(), &row("user05", strange)), []);
}

#[test]
fn people_seen_on_lists_contradict_nobody() {
    // Their names may be old or mistyped: a permission keeps the name that it was granted with.
    let seen = Directory::new(None, [person(ID6, "user06")], &Plain);
    assert_eq!(remarks_in(&seen, &row("user05", ID6)), []);
}

#[test]
fn a_name_without_an_id_says_why_none_came() {
    let twice = Directory::new(Some(&vec![user(ID5, "ann"), user(ID6, "ann")].into()), [], &Plain);
    assert!(remarks_in(&twice, &row("ann", "")).contains(&Remark::NameOfSeveral(2)));
    assert!(remarks_in(&twice, &row("bob", "")).contains(&Remark::NameUnknown));
    assert!(!remarks_in(&Directory::default(), &row("bob", "")).contains(&Remark::NameUnknown));
}

#[test]
fn typing_over_a_picked_user_takes_the_other_half_along() {
    // user05 was picked and user06 typed over the name: user05's id was sent under the name of user06.
    assert_eq!(Pair::Picked.after_typing(DraftField::Name), (Pair::Typed, Some(DraftField::Id)));
    assert_eq!(Pair::IdCame.after_typing(DraftField::Name), (Pair::Typed, Some(DraftField::Id)));
    assert_eq!(Pair::Picked.after_typing(DraftField::Id), (Pair::Typed, Some(DraftField::Name)));
    assert_eq!(Pair::IdCame.after_typing(DraftField::Id), (Pair::Typed, None), "the name was typed");
    assert_eq!(Pair::Kept.after_typing(DraftField::Name), (Pair::Typed, None));
}

#[test]
fn half_a_user_is_completed_from_the_account() {
    let whole = |row: &DraftRow| completed(row, &account()).map(|row| (row.name, row.id, row.pair));
    let user05 = |pair| Some(("user05".to_owned(), ID5.to_owned(), pair));
    assert_eq!(whole(&row(" User05 ", "")), user05(Pair::IdCame));
    let written = whole(&row("", &ID5.to_uppercase())).unwrap();
    assert_eq!((written.0.as_str(), written.2), ("user05", Pair::NameCame));
    assert_eq!(whole(&row("nobody", "")), None);
    assert_eq!(whole(&row("", "")), None);
}

#[test]
fn a_level_that_is_not_understood_is_nobodys_choice() {
    let owner = read(&format!("user05,{ID5},owner"), &|_| false).unwrap().users.remove(0);
    let row = DraftRow::from(owner);
    assert_eq!(row.level, None);
    assert_eq!(remarks_in(&account(), &row), [Remark::LevelMissing("owner".into())]);
    assert_eq!(plain_grants(std::slice::from_ref(&row)), None);
    let chosen = DraftRow { level: Some(Level::Write), ..row };
    assert_eq!(plain_grants(&[chosen]).unwrap()[0].level, Level::Write);
}

#[test]
fn a_remark_is_beside_its_field_and_what_stops_comes_first() {
    for remark in [Remark::NameMissing, Remark::NameTooLong, Remark::NameHides, Remark::NameUnknown] {
        assert_eq!(remark.field(), DraftField::Name, "{remark:?}");
    }
    for remark in [Remark::IdMissing, Remark::IdUnusual, Remark::RepeatsRow(1), Remark::Oneself] {
        assert_eq!(remark.field(), DraftField::Id, "{remark:?}");
    }
    assert_eq!(Remark::LevelMissing(String::new()).field(), DraftField::Level);
    let remarks = remarks_in(&account(), &row("us\u{200B}er05", ID6));
    assert_eq!(remarks, [Remark::IdBelongsTo(person(ID6, "user06")), Remark::NameHides]);
}

#[test]
fn blank_rows_are_left_out_unless_all_are_blank() {
    assert!(row(" ", "").is_blank());
    assert!(!row("a", "").is_blank() && !row("", "1").is_blank());
    assert_eq!(plain_grants(&[row("user01", ID), DraftRow::default()]).unwrap().len(), 1);
    assert_eq!(plain_grants(&[DraftRow::default(), DraftRow::default()]), None);
}

#[test]
fn a_summary_counts_who_is_new_who_has_it_and_who_needs_a_look() {
    let list = list_with(ID, "user01", Level::Read);
    let (caller, directory) = (UserId::new("me"), account());
    let facts = Facts { list: Some(&list), caller: &caller, directory: &directory };
    let rows = [
        row("user01", ID),
        DraftRow { level: Some(Level::Write), ..row("user01", ID) },
        row("user05", ID5),
        row("user05", ID6),
        row("", ""),
    ];
    let of = |rows: &[DraftRow]| {
        let remarks = remarks(rows, &facts);
        rows.iter().zip(&remarks).map(|(row, remarks)| category(row, remarks)).collect::<Vec<_>>()
    };
    assert_eq!(of(&rows[..1]), [Some(Category::HasSame)]);
    assert_eq!(
        of(&rows[1..]),
        [Some(Category::HasOther), Some(Category::New), Some(Category::Attention), None]
    );
    let summary = Summary::of(of(&rows));
    assert_eq!(Category::ALL.map(|category| summary.count(category)), [1, 0, 1, 2]);
    assert_eq!(summary.all(), 4);
    assert!(matches!(remarks(&rows, &facts)[0][0], Remark::AlreadyHas(Permission::Known(Level::Read))));
}

mod properties {
    use super::*;

    fn any_row() -> impl Strategy<Value = DraftRow> {
        let name = prop_oneof![Just(String::new()), Just("USER05".to_owned()), "user0[1567]", "[a-z]{1,4}"];
        let id = prop_oneof![
            Just(String::new()),
            Just(ID5.to_owned()),
            Just(ID6.to_uppercase()),
            "[0-9a-f]{32}",
            "[0-9]E\\+[0-9]{2}"
        ];
        (name, id).prop_map(|(name, id)| row(&name, &id))
    }

    proptest! {
        #[test]
        fn completing_never_gives_a_name_another_id_or_an_id_another_name(row in any_row()) {
            let account = account();
            if let Some(whole) = completed(&row, &account) {
                let person = account.account_user(&whole.user_id()).unwrap();
                prop_assert!(account.is_called(person, &whole.name));
                prop_assert!(row.name.trim().is_empty() || account.is_called(person, &row.name));
                prop_assert!(row.id.trim().is_empty() || row.id == whole.id);
                prop_assert_eq!(completed(&whole, &account), None);
            }
        }

        #[test]
        fn nothing_is_granted_to_a_pair_that_the_account_contradicts(rows in prop::collection::vec(any_row(), 1..6)) {
            let (account, caller) = (account(), UserId::new("me"));
            let facts = Facts { list: None, caller: &caller, directory: &account };
            for grant in grants_of(&rows, &facts).into_iter().flatten() {
                if let Some(person) = account.account_user(&grant.id) {
                    prop_assert!(account.is_called(person, grant.name.as_str()));
                }
                prop_assert!(!grant.id.looks_spoiled());
            }
        }
    }
}
