//! Plans as files, and files that are none.

use proptest::prelude::*;

use super::*;
use crate::api::snapshot_file::Expected;
use domain::change::reason::Reason;
use domain::change::write::{Current, Edit};
use domain::model::level::{Level, Permission};
use domain::model::names::{AccountName, ImageName, OrganizationName, RegionId, Target, UserId, UserName};
use domain::model::user::Person;
use domain::plan::record::AboutPlan;
use domain::plan::staging::Staged;
use domain::review::snapshot::Account;
use domain::text::time::UnixMillis;

fn about() -> AboutPlan {
    AboutPlan {
        region: RegionId::new("local"),
        account: Account { id: None, name: AccountName::new("demo") },
        made_by: Person { id: UserId::new("me"), name: UserName::new("admin") },
        made_at: UnixMillis(1_700_000_000_123),
        snapshot: None,
    }
}

fn expected() -> Expected {
    Expected { region: about().region, account: about().account }
}

fn staged(on: &str, user: &str, seen: Current, desired: Option<Level>) -> Staged {
    let mut parts = on.splitn(2, '/');
    let organization = OrganizationName::new(parts.next().unwrap()).unwrap();
    let target = match parts.next() {
        None => Target::Organization(organization),
        Some(image) => Target::Image(organization, ImageName::new(image).unwrap()),
    };
    let edit = Edit { id: UserId::new(user), name: UserName::new(user), expected: seen, desired };
    Staged { number: Some("7".into()), target, edit, reason: Reason::new("OPS-1") }
}

fn record(edits: impl IntoIterator<Item = Staged>) -> PlanRecord {
    PlanRecord::new(about(), &edits.into_iter().collect())
}

fn example() -> PlanRecord {
    record([
        staged("group", "user01", Some(Level::Manage.into()), Some(Level::Read)),
        staged("group/team/app", "user02", None, Some(Level::Write)),
        staged("group/team/app", "user03", Some(Permission::Unknown("5".into())), None),
        staged("group/test", "me", Some(Permission::Missing), None),
    ])
}

fn opened(text: &str) -> Result<PlanRecord, OpenError> {
    open(text.as_bytes(), &expected())
}

#[test]
fn the_file_is_as_documented() {
    let lines = [
        r#"{"format":"swr-permission-plan","version":1,"made_by":"swr-console","region":"local","account":{"id":null,"name":"demo"},"planned_by":{"id":"me","name":"admin"},"planned":"2023-11-14T22:13:20.123Z","snapshot":null}"#,
        r#"{"t":"step","stage":1,"organization":"group","image":"team/app","id":"7","edits":[["user02","user02",0,3,"OPS-1"]]}"#,
        r#"{"t":"step","stage":2,"organization":"group","image":null,"id":"7","edits":[["user01","user01",7,1,"OPS-1"]]}"#,
        r#"{"t":"step","stage":3,"organization":"group","image":"team/app","id":"7","edits":[["user03","user03","5",0,"OPS-1"]]}"#,
        r#"{"t":"step","stage":4,"organization":"group","image":"test","id":"7","edits":[["me","me",null,0,"OPS-1"]]}"#,
        r#"{"t":"end","steps":4,"edits":4}"#,
    ];
    assert_eq!(text(&example(), "swr-console"), lines.join("\n") + "\n");
    assert_eq!(file_name(&example()), "swr-plan_demo_local_2023-11-14T2213.jsonl");
}

#[test]
fn what_is_no_plan_of_here_is_refused_with_the_reason() {
    let good = text(&example(), "swr-console");
    let two_lines: String = good.split_inclusive('\n').take(2).collect();
    let account = Account { id: None, name: AccountName::new("other") };
    let table = [
        (String::new(), OpenError::NotThisFormat),
        ("user,level\nuser01,read\n".into(), OpenError::NotThisFormat),
        (good.replace("permission-plan", "permission-snapshot"), OpenError::NotThisFormat),
        (good.replace("\"version\":1", "\"version\":2"), OpenError::NewerVersion(2)),
        (good.replace("\"local\"", "\"eu-de\""), OpenError::OtherRegion(RegionId::new("eu-de"))),
        (good.replace("\"demo\"", "\"other\""), OpenError::OtherAccount(account)),
        (two_lines.clone(), OpenError::CutOff { lines: 2 }),
        (two_lines.trim_end().to_owned(), OpenError::CutOff { lines: 1 }),
        (good.replace("\"user02\",0,3", "\"user02\",0,4"), OpenError::Damaged { line: 2 }),
        (good.replace("\"user02\",0,3", "\"user02\",3,3"), OpenError::Damaged { line: 2 }),
        (good.replace("\"stage\":2", "\"stage\":3"), OpenError::Damaged { line: 3 }),
        (good.replace("\"5\",0", "\"7\",0"), OpenError::Damaged { line: 4 }),
        (good.replace("\"edits\":4", "\"edits\":5"), OpenError::SumsDiffer),
        (format!("{good}{{}}\n"), OpenError::Damaged { line: 7 }),
    ];
    for (text, error) in table {
        assert_eq!(opened(&text), Err(error), "{text}");
    }
    assert_eq!(open(&[0xFF, 0xFE], &expected()), Err(OpenError::NotThisFormat));
}

fn any_staged() -> impl Strategy<Value = Staged> {
    let seen = prop_oneof![
        Just(None),
        prop::sample::select(Level::ALL.to_vec()).prop_map(|level| Some(Permission::from(level))),
        "[a-z\"\\\\ \u{202E}é]{0,6}".prop_map(|text| Some(Permission::Unknown(text))),
        Just(Some(Permission::Missing)),
    ];
    let desired = prop::option::of(prop::sample::select(Level::ALL.to_vec()));
    ("[ab](/[ab]{1,2})?", "[a-c]|me", seen, desired, prop::option::of("\\PC{0,9}")).prop_map(
        |(on, user, seen, desired, reason)| {
            let reason = reason.and_then(|text| Reason::new(&text));
            Staged { reason, ..staged(&on, &user, seen, desired) }
        },
    )
}

proptest! {
    #[test]
    fn what_is_saved_is_opened_again(edits in prop::collection::vec(any_staged(), 0..20)) {
        let record = record(edits);
        let opened = opened(&text(&record, "swr-console"));
        prop_assert_eq!(opened, Ok(record));
    }

    #[test]
    fn a_file_that_was_cut_off_is_not_opened(
        edits in prop::collection::vec(any_staged(), 0..9), cut: prop::sample::Index,
    ) {
        let text = text(&record(edits), "swr-console");
        let cut = cut.index(text.len());
        let refused = open(&text.as_bytes()[..cut], &expected()).unwrap_err();
        prop_assert!(matches!(refused, OpenError::CutOff { .. } | OpenError::NotThisFormat), "{refused:?}");
    }

    #[test]
    fn a_damaged_file_never_makes_a_fault(
        edits in prop::collection::vec(any_staged(), 0..9), place: prop::sample::Index, byte: u8,
    ) {
        let mut bytes = text(&record(edits), "swr-console").into_bytes();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(opened) = open(&bytes, &expected()) {
            prop_assert_eq!(open(text(&opened, "").as_bytes(), &expected()), Ok(opened));
        }
    }
}
