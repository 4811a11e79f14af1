//! The screen and the files say the same, and the same as the sums above the tables.

use proptest::prelude::*;

use super::*;
use crate::effective::Part;
use crate::model::level::{Level, Permission};
use crate::model::names::UserId;
use crate::model::user::UserGrant;
use crate::review::compare::{Comparison, Existence, SharesChange};
use crate::review::findings::{Count, Report, Rule, Thresholds, findings as check};
use crate::review::reach::reach;
use crate::review::rows::{
    AccessRow, ChangeKind, TableRow, access, changes, findings, images, people, unknown,
};
use crate::review::sketch::{Sketch, any_unread, any_world, denied, draw, grant, list};
use crate::review::snapshot::{Snapshot, UserNumber};

fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text,
        Cell::Nothing => "",
        Cell::Number(_) | Cell::Moment(_) => panic!("{cell:?}"),
    }
}

fn texts(row: &[Cell]) -> Vec<&str> {
    row.iter().map(text).collect()
}

fn reports(snapshot: &Snapshot, since: Option<&Comparison>) -> Vec<Report> {
    check(snapshot, &Thresholds::default(), since)
}

/// The findings of one rule as a file has them.
fn rows_of(snapshot: &Snapshot, rule: Rule) -> Vec<Vec<Cell>> {
    let rows = findings(snapshot, &reports(snapshot, None));
    rows.iter().filter(|row| row.rule == rule).map(finding_row).collect()
}

fn number(snapshot: &Snapshot, id: &str) -> UserNumber {
    snapshot.people().find(&UserId::new(id)).unwrap()
}

#[test]
fn a_finding_says_in_a_file_what_it_is_about() {
    let snapshot = Sketch::new()
        .users(&["ann"])
        .with("group", &[("ann", Level::Manage), ("eve", Level::Read)])
        .shared("group/web", &["x"])
        .with("group/web", &[("ann", Level::Write)])
        .unread("group/y", denied())
        .freeze();
    let of = |rule| rows_of(&snapshot, rule);
    assert_eq!(
        texts(&of(Rule::NotInAccount)[0]),
        ["F5", "high", "certain", "", "eve", "name of eve", "group", "not_in_account", ""]
    );
    assert_eq!(texts(&of(Rule::AddsNothing)[0])[6..], ["group/web", "within_organization", "level=manage"]);
    assert_eq!(texts(&of(Rule::Shared)[0])[7..], ["shared_with", "account=x forever; expired=0"]);
    let unread = of(Rule::NotRead);
    assert_eq!(texts(&unread[0])[3..4], ["group/y"]);
    assert_eq!(texts(&unread[0])[7..], ["list_not_read", "why=denied; status=403; code=SVCSTG.SWR.4037020"]);
}

/// The file of what a user reaches had no rows for images that were not read: an auditor read their absence as "no access".
#[test]
fn an_image_that_was_not_read_is_in_the_file_of_what_a_user_reaches() {
    let snapshot = Sketch::new()
        .users(&["ann"])
        .with("group", &[])
        .with("group/web", &[("ann", Level::Read)])
        .unread("group/y", denied())
        .unread("other", denied())
        .with("other/z", &[])
        .freeze();
    let ann = reach(&snapshot, number(&snapshot, "ann"));
    let rows: Vec<_> = unknown(&snapshot, &ann).iter().map(access_row).collect();
    let file: Vec<_> = rows.iter().map(|row| texts(row)).collect();
    let expected =
        [["group/y", "unknown", "", ""], ["other", "unknown", "", ""], ["other/z", "unknown", "", "none"]];
    assert_eq!(file, expected);
    // What is reached through the organization said "none" for a list that was not read.
    let given = Sketch::new()
        .users(&["ann"])
        .with("group", &[("ann", Level::Read)])
        .with("group/web", &[])
        .unread("group/y", denied())
        .freeze();
    let rows = access(&given, &reach(&given, number(&given, "ann")));
    let file: Vec<_> = rows.iter().map(access_row).collect();
    let direct: Vec<_> = file.iter().map(|row| text(&row[3])).collect();
    assert_eq!(direct, ["read", "none", ""]);
}

#[test]
fn users_of_a_list_with_an_entry_that_nobody_can_read_are_at_least_so_many() {
    let nobody = UserGrant { id: None, name: None, ..grant("", Level::Read) };
    let odd = UserGrant { permission: Permission::Unknown("9".into()), ..grant("bob", Level::Read) };
    let snapshot = Sketch::new()
        .with("group", &[])
        .with_list("group/odd", &list(&[grant("ann", Level::Manage), nobody]))
        .with_list("group/strange", &list(&[grant("ann", Level::Manage), odd]))
        .with("group/web", &[("ann", Level::Manage)])
        .freeze();
    let rows = images(&snapshot, false);
    let file: Vec<_> = rows.iter().map(image_row).collect();
    let of = |place: usize| texts(&file[place])[4..].to_vec();
    assert_eq!(of(0), ["1", "yes", "1", "yes"]);
    assert_eq!(of(1), ["2", "no", "1", "yes"], "a value that is no level may let its user manage");
    assert_eq!(of(2), ["1", "no", "1", "no"]);
}

#[test]
fn a_change_says_in_a_file_what_was_and_what_is() {
    let odd = UserGrant { permission: Permission::Unknown("9".into()), ..grant("bob", Level::Read) };
    let none = UserGrant { permission: Permission::Missing, ..grant("eve", Level::Read) };
    let before = Sketch::new().with("a", &[("ann", Level::Read)]).with("a/1", &[]).with("a/2", &[]).freeze();
    let after = Sketch::new()
        .with_list("a", &list(&[grant("ann", Level::Write), odd, none]))
        .shared("a/1", &["x"])
        .with("a/1", &[])
        .unread("a/2", denied())
        .with("a/3", &[])
        .freeze();
    let rows = changes(&Comparison::new(&before, &after).unwrap());
    let all: Vec<String> = rows.iter().map(|row| texts(&change_row(row)).join(",")).collect();
    assert_eq!(
        all,
        [
            "raised,a,ann,name of ann,read,write",
            "granted,a,bob,name of bob,none,9",
            "granted,a,eve,name of eve,none,missing",
            "shared,a/1,,,none,x",
            "list_not_read,a/2,,,there,",
            "new,a/3,,,none,there",
        ]
    );
}

mod properties {
    use super::*;

    fn count(rows: &[Vec<Cell>], key: &str) -> usize {
        rows.iter().filter(|row| text(&row[0]) == key).count()
    }

    proptest! {
        #[test]
        fn every_finding_is_one_row_of_the_file(
            world in any_world(), other in any_world(), unread in any_unread(),
        ) {
            let (before, snapshot) = (draw(&other, &unread), draw(&world, &unread));
            let since = Comparison::new(&before, &snapshot).unwrap();
            let reports = reports(&snapshot, Some(&since));
            let rows = findings(&snapshot, &reports);
            let file: Vec<_> = rows.iter().map(finding_row).collect();
            for report in &reports {
                let counted = match report.count() {
                    Count::Exactly(count) | Count::AtLeast(count) => count,
                    Count::NotChecked(_) => 0,
                };
                prop_assert_eq!(count(&file, report.rule.id()), counted);
            }
            let all = reports.iter().flat_map(Report::findings);
            for ((finding, row), cells) in all.zip(rows.iter()).zip(&file) {
                prop_assert_eq!(cells.len(), FINDING_COLUMNS.len());
                let target = finding.target.map(|place| snapshot.subject(place).unwrap().target.to_string());
                prop_assert_eq!(text(&cells[3]), target.unwrap_or_default());
                let ids: Vec<_> = finding.users.iter()
                    .map(|user| snapshot.people().get(*user).unwrap().id.to_string()).collect();
                prop_assert_eq!(text(&cells[4]), ids.join("; "));
                prop_assert_eq!(row.places.len(), finding.places.len());
                prop_assert_eq!(&row.fingerprint, &finding.fingerprint(&snapshot));
                prop_assert!(!text(&cells[7]).is_empty());
                prop_assert!(row.target.is_none() || row.name() == text(&cells[3]));
                for user in &row.users {
                    prop_assert!(row.search_text().contains(user.id.as_str()));
                }
            }
        }

        #[test]
        fn every_change_is_one_row_of_the_file(
            before in any_world(), after in any_world(), unread_before in any_unread(), unread_after in any_unread(),
        ) {
            let (before, after) = (draw(&before, &unread_before), draw(&after, &unread_after));
            let comparison = Comparison::new(&before, &after).unwrap();
            let rows = changes(&comparison);
            let file: Vec<_> = rows.iter().map(change_row).collect();
            let of = |kind: ChangeKind| count(&file, kind.key());
            let counts = comparison.counts();
            prop_assert_eq!(
                (of(ChangeKind::Granted), of(ChangeKind::Revoked), of(ChangeKind::Raised)),
                (counts.granted, counts.revoked, counts.raised)
            );
            prop_assert_eq!(
                (of(ChangeKind::Lowered), of(ChangeKind::Changed), of(ChangeKind::PermissionUnknown)),
                (counts.lowered, counts.changed, counts.unknown)
            );
            let targets = |is: &dyn Fn(&crate::review::compare::TargetChange) -> bool| {
                comparison.targets.iter().filter(|one| is(one)).count()
            };
            prop_assert_eq!(of(ChangeKind::New), targets(&|one| one.existence == Existence::New));
            prop_assert_eq!(of(ChangeKind::Gone), targets(&|one| one.existence == Existence::Gone));
            prop_assert_eq!(of(ChangeKind::ExistenceUnknown), targets(&|one| one.existence == Existence::Unknown));
            prop_assert_eq!(of(ChangeKind::MadeAnew), targets(&|one| one.made_anew.is_some()));
            prop_assert_eq!(of(ChangeKind::MadePublic) + of(ChangeKind::MadePrivate), targets(&|one| one.visibility.is_some()));
            let shared = comparison.targets.iter().map(|one| match &one.shares {
                SharesChange::Known { shared, unshared } => shared.len() + unshared.len(),
                SharesChange::Unknown => 0,
            });
            prop_assert_eq!(of(ChangeKind::Shared) + of(ChangeKind::Unshared), shared.sum::<usize>());
            prop_assert_eq!(of(ChangeKind::Renamed), comparison.renamed.len());
            for (change, cells) in comparison.changes().zip(&file) {
                let is_unknown = text(&cells[0]) == ChangeKind::PermissionUnknown.key();
                let held = |permission: Option<&Permission>| match permission {
                    Some(permission) => permission.key().unwrap_or("missing").to_owned(),
                    None => if is_unknown { String::new() } else { "none".to_owned() },
                };
                let names = change.user.names.first().map(ToString::to_string).unwrap_or_default();
                let (before, after) = (held(change.before), held(change.after));
                let expected = [&change.target.target.to_string(), &change.user.id.to_string(), &names, &before, &after];
                prop_assert_eq!(&texts(cells)[1..], &expected[..]);
                prop_assert_eq!(cells.len(), CHANGE_COLUMNS.len());
            }
        }

        #[test]
        fn users_and_images_are_in_their_files_with_the_same_numbers(world in any_world(), unread in any_unread()) {
            let snapshot = draw(&world, &unread);
            for (number, row) in people(&snapshot).iter().enumerate() {
                let cells = person_row(row);
                prop_assert_eq!(cells.len(), PERSON_COLUMNS.len());
                prop_assert_eq!(text(&cells[1]), row.user.id.as_str());
                let all = reach(&snapshot, UserNumber::at(number));
                let reached = access(&snapshot, &all);
                let open: Vec<_> = unknown(&snapshot, &all).iter().map(access_row).collect();
                let lists = all.organizations.iter().filter(|one| one.part == Part::NotKnown);
                prop_assert_eq!(open.len(), all.open.len() + lists.count());
                prop_assert!(open.iter().all(|row| row.len() == ACCESS_COLUMNS.len()));
                let images: Vec<_> = reached.iter().filter(|row| row.target.image().is_some()).collect();
                prop_assert_eq!(text(&cells[2]), images.len().to_string());
                let direct = |rows: &[&AccessRow]| rows.iter().filter(|row| matches!(row.direct, ListEntry::Present(_))).count().to_string();
                let organizations: Vec<_> = reached.iter().filter(|row| row.target.image().is_none()).collect();
                prop_assert_eq!((text(&cells[7]), text(&cells[8])), (&*direct(&images), &*direct(&organizations)));
                let file: Vec<_> = images.iter().map(|row| access_row(row)).collect();
                for (level, cell) in [("manage", &cells[4]), ("write", &cells[5])] {
                    let of_level = file.iter().filter(|row| text(&row[1]).trim_start_matches("at least ") == level);
                    prop_assert_eq!(text(cell), of_level.count().to_string());
                }
                prop_assert!(file.iter().all(|row| row.len() == ACCESS_COLUMNS.len()));
            }
            for are_grouped in [false, true] {
                let rows = images(&snapshot, are_grouped);
                let file: Vec<_> = rows.iter().map(image_row).collect();
                for (row, cells) in rows.iter().zip(&file) {
                    prop_assert_eq!(cells.len(), IMAGE_COLUMNS.len());
                    prop_assert_eq!(text(&cells[0]), row.images.len().to_string());
                    prop_assert_eq!(text(&cells[4]), row.users.map(|list| list.users.to_string()).unwrap_or_default());
                }
                let all: usize = file.iter().map(|cells| text(&cells[0]).parse::<usize>().unwrap()).sum();
                let is_there = |subject: &&crate::review::snapshot::Subject| {
                    subject.is_image() && subject.reading != crate::review::snapshot::Reading::Gone
                };
                prop_assert_eq!(all, snapshot.subjects().iter().filter(is_there).count());
            }
        }
    }
}
