//! Who is who, by both sources.

use super::*;
use crate::model::user::AccountUser;

fn person(id: &str, name: &str) -> Person {
    Person { id: UserId::new(id), name: UserName::new(name) }
}

fn user(id: &str, name: &str) -> AccountUser {
    AccountUser { person: person(id, name), is_enabled: true }
}

fn one<'a>(directory: &'a Directory, name: &str) -> Option<&'a str> {
    match directory.named(name) {
        Namesakes::One(person) => Some(person.id.as_str()),
        Namesakes::Nobody | Namesakes::Several(_) => None,
    }
}

#[test]
fn iams_present_name_wins_and_both_are_found() {
    let directory =
        Directory::new(Some(&vec![user("1", "user01-new")].into()), [person("1", "user01")], &Plain);
    let known = directory.of(&UserId::new("1")).unwrap();
    assert_eq!(
        (known.person.name.as_str(), known.others.as_slice()),
        ("user01-new", &[UserName::new("user01")][..])
    );
    assert_eq!((one(&directory, "user01-new"), one(&directory, "user01")), (Some("1"), Some("1")));
}

#[test]
fn a_name_in_another_letter_case_is_found_where_it_is_one_persons() {
    let directory = Directory::new(
        Some(&vec![user("5", "user05"), user("6", "Ann"), user("7", "ann")].into()),
        [],
        &Plain,
    );
    assert_eq!(one(&directory, " User05 "), Some("5"));
    assert_eq!((one(&directory, "Ann"), one(&directory, "ann")), (Some("6"), Some("7")));
    assert_eq!(directory.named("ANN"), Namesakes::Several(2));
    assert_eq!(directory.named("bob"), Namesakes::Nobody);
}

#[test]
fn two_ids_of_one_name_are_nobody_in_particular() {
    let directory = Directory::new(Some(&vec![user("1", "a"), user("2", "a")].into()), [], &Plain);
    assert_eq!(directory.named("a"), Namesakes::Several(2));
}

#[test]
fn one_person_under_one_name_in_two_letter_cases_is_one_person() {
    let directory = Directory::new(None, [person("1", "ann"), person("1", "Ann")], &Plain);
    assert_eq!(one(&directory, "ann"), Some("1"));
}

#[test]
fn an_account_user_comes_before_somebody_of_an_old_list() {
    let directory = Directory::new(Some(&vec![user("1", "a")].into()), [person("gone", "a")], &Plain);
    assert_eq!(one(&directory, "a"), Some("1"));
    assert_eq!(directory.account_user(&UserId::new("gone")), None);
}

#[test]
fn a_list_is_marked_by_what_iam_says() {
    let disabled = AccountUser { is_enabled: false, ..user("2", "b") };
    let users = [user("1", "new"), disabled, user("4", "twin"), user("5", "twin")];
    let directory =
        Directory::new(Some(&users.to_vec().into()), [person("1", "old"), person("3", "c")], &Plain);
    let notes = |id, name| directory.notes(&UserId::new(id), Some(&UserName::new(name)));
    assert_eq!(notes("1", "old"), [AccountNote::NowCalled(UserName::new("new"))]);
    assert_eq!(notes("1", "new"), []);
    assert_eq!(notes("2", "b"), [AccountNote::Disabled]);
    assert_eq!(notes("3", "c"), [AccountNote::Absent]);
    assert_eq!(notes("4", "twin"), [AccountNote::SharedName(2)]);
    assert!(directory.lets_through(AccountFilter::Absent, Some(&UserId::new("3"))));
    assert!(!directory.lets_through(AccountFilter::Absent, None));
    assert_eq!(Directory::new(None, [], &Plain).notes(&UserId::new("3"), None), []);
}

#[test]
fn absence_is_only_known_where_the_whole_list_is() {
    let disabled = AccountUser { is_enabled: false, ..user("2", "b") };
    let whole = Directory::new(Some(&vec![user("1", "a"), disabled].into()), [person("3", "c")], &Plain);
    let standing = |directory: &Directory, id| directory.standing(&UserId::new(id));
    assert_eq!(
        ["1", "2", "3", "4"].map(|id| standing(&whole, id)),
        [Standing::Active, Standing::Disabled, Standing::Absent, Standing::Absent]
    );
    let seen = Directory::new(None, [person("3", "c")], &Plain);
    assert_eq!(["3", "4"].map(|id| standing(&seen, id)), [Standing::NotKnown; 2]);
    // One record of IAM's list had no name, and everyone whom the others did not name was marked "not in the account".
    let cut = ListedUsers { users: vec![user("1", "a")], nameless: 1 };
    let cut = Directory::new(Some(&cut), [person("3", "c")], &Plain);
    assert_eq!(
        ["1", "3", "4"].map(|id| standing(&cut, id)),
        [Standing::Active, Standing::NotKnown, Standing::NotKnown]
    );
}
