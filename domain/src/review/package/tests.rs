//! The files of a package by example, and that they agree with what is counted.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::change::reason::Reason;
use crate::model::level::Level::{Manage, Read, Write};
use crate::plan::decided::decided;
use crate::plan::run::Said;
use crate::plan::staging::Staged;
use crate::review::decisions::{Counts, Decided, Decisions, Mode, Verdict, agenda};
use crate::review::findings::{Count, Rule, Thresholds, findings};
use crate::review::sketch::{AT, Sketch, any_unread, any_world, denied, draw, person};
use crate::text::export::Cell;

const SIGNED: UnixMillis = UnixMillis(9_000);

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Moment(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Nothing => String::new(),
    }
}

fn column(columns: &[&str], name: &str) -> usize {
    columns.iter().position(|column| *column == name).unwrap()
}

fn by(verdict: Verdict, reason: &str) -> Decided {
    Decided { verdict, reason: Reason::new(reason), at: AT }
}

fn ran(staged: Staged, word: Option<Word>) -> Change {
    Change { run: 1, staged, planned_by: person("admin"), run_by: person("bob"), word, at: Some(SIGNED) }
}

/// A snapshot, and decisions on all that is in it.
fn review() -> (Snapshot, Vec<Report>, Decisions) {
    let snapshot = Sketch::new()
        .users(&["ann", "eve"])
        .with("a", &[("ann", Manage), ("eve", Read)])
        .shared("a/1", &["x"])
        .with("a/1", &[("eve", Write)])
        .unread("a/2", denied())
        .freeze();
    let reports = findings(&snapshot, &Thresholds::default(), None);
    let mut decisions = Decisions::new(agenda(&snapshot, &reports, None));
    decisions.decide(0, by(Verdict::Keep, "owner")).unwrap();
    decisions.open(1);
    decisions.decide_group(1, by(Verdict::Lower(Read), "")).unwrap();
    (snapshot, reports, decisions)
}

/// The package of a sign-off with nothing accepted.
fn package<'a>(
    signed: &'a SignOff,
    (snapshot, reports): (&'a Snapshot, &'a [Report]),
    changes: &'a [Change],
) -> Package<'a> {
    Package { review: "abc", signed, snapshot, reports, accepted: &[], changes }
}

#[test]
fn each_permission_is_a_row_with_its_decision_and_what_came_of_it() {
    let (snapshot, reports, decisions) = review();
    let edits = decided(&decisions, &snapshot);
    let changes = [ran(edits[0].clone(), Some(Word::Applied(Said::Done)))];
    let signed = decisions.sign(&snapshot, person("admin"), SIGNED, None);
    let package = package(&signed, (&snapshot, &reports), &changes);
    let rows: Vec<String> = package
        .decision_rows()
        .iter()
        .map(|row| row[3..].iter().map(text).collect::<Vec<_>>().join(","))
        .collect();
    let at = "1970-01-01T00:00:01Z";
    let expected = [
        format!(
            "a,,ann,name of ann,manage,7,organization,manage,certain,,,{at},keep,owner,one,name of admin,{at},,,"
        ),
        format!("a,1,,,,,,,,no,x forever,{at},undecided,,one,,,,,"),
        format!("a,,eve,name of eve,read,1,organization,read,certain,,,{at},undecided,,together,,,,,"),
        format!(
            "a,1,eve,name of eve,write,3,image,write,inferred,no,x forever,{at},lower,,together,name of admin,{at},set read,applied,1970-01-01T00:00:09Z"
        ),
        "a,2,,,,,,,,no,none,,not_read,,,,,,,".to_owned(),
    ];
    assert_eq!(rows, expected);
    assert!(package.decision_rows().iter().all(|row| row.len() == DECISION_COLUMNS.len()));
    assert!(package.decisions_csv().contains("\r\nabc,local,account,a,,ann,"), "{}", package.decisions_csv());
    let change = &package.change_rows()[0];
    assert_eq!(change.len(), CHANGE_COLUMNS.len());
    assert_eq!(
        change.iter().map(text).collect::<Vec<_>>().join(","),
        "1,a,1,eve,name of eve,write,read,,name of admin,name of bob,applied,read,1970-01-01T00:00:09Z"
    );
    assert!(package.changes_csv().starts_with("\u{FEFF}run,organization,image,"));
}

#[test]
fn what_was_done_before_the_list_was_read_is_no_outcome_of_a_decision() {
    // A run revoked a permission, and somebody granted it again. A later review decided to remove it, but that plan was never
    // run. The row still said `applied`, with the time of the first run.
    let (snapshot, reports, decisions) = review();
    let edits = decided(&decisions, &snapshot);
    let signed = decisions.sign(&snapshot, person("admin"), SIGNED, None);
    let outcomes = |at: i64| {
        let changes =
            [Change { at: Some(UnixMillis(at)), ..ran(edits[0].clone(), Some(Word::Applied(Said::Done))) }];
        let outcome = column(&DECISION_COLUMNS, "outcome");
        let rows = package(&signed, (&snapshot, &reports), &changes).decision_rows();
        rows.iter().map(|row| text(&row[outcome])).filter(|text| !text.is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(outcomes(AT.0 - 1), ["open"]);
    assert_eq!(outcomes(AT.0), ["applied"]);
}

#[test]
fn an_accepted_finding_says_by_whom_and_a_rule_that_was_not_checked_says_so() {
    let (snapshot, reports, decisions) = review();
    let shared = reports.iter().find(|report| report.rule == Rule::Shared).unwrap().findings()[0].clone();
    let accepted = Accepted {
        finding: shared.fingerprint(&snapshot),
        reason: Reason::new("partner").unwrap(),
        by: person("ann"),
        until: UnixMillis(10_000),
    };
    let signed = decisions.sign(&snapshot, person("admin"), SIGNED, None);
    let (changes, accepted) = ([], [accepted]);
    let package = Package {
        review: "",
        signed: &signed,
        snapshot: &snapshot,
        reports: &reports,
        accepted: &accepted,
        changes: &changes,
    };
    let csv = package.findings_csv();
    assert!(csv.contains("name of ann,1970-01-01T00:00:10Z,partner\r\n"), "{csv}");
    assert!(csv.contains("\r\nF13,,,,,,,not_checked,why=nothing_to_compare,,,\r\n"), "{csv}");
}

#[test]
fn sums_are_as_sha256sum_reads_them() {
    assert_eq!(
        sums([("aa", "decisions.csv"), ("bb", "report.html")]),
        "aa  decisions.csv\nbb  report.html\n"
    );
}

proptest! {
    /// What the page counts, and what the files list, is the same.
    #[test]
    fn the_files_agree_with_the_counts(
        world in any_world(), unread in any_unread(), picks in vec(0usize..40, 0..12), words in vec(0usize..4, 0..20),
    ) {
        let snapshot = draw(&world, &unread);
        let reports = findings(&snapshot, &Thresholds::default(), None);
        let mut decisions = Decisions::new(agenda(&snapshot, &reports, None));
        for pick in picks {
            let verdict = [Verdict::Keep, Verdict::Lower(Read), Verdict::Remove, Verdict::Ask][pick % 4];
            let _ = decisions.decide(pick / 4, by(verdict, "why"));
            decisions.open(pick / 4);
            let _ = decisions.decide_group(pick / 4, by(verdict, ""));
        }
        let edits = decided(&decisions, &snapshot);
        let word = |place: &usize| match place {
            0 => None,
            1 => Some(Word::Applied(Said::Done)),
            2 => Some(Word::NotApplied(Said::Done)),
            _ => Some(Word::ChangedMeanwhile { now: None, said: None }),
        };
        let changes: Vec<Change> =
            edits.iter().zip(&words).map(|(staged, place)| ran(staged.clone(), word(place))).collect();
        let signed = decisions.sign(&snapshot, person("admin"), SIGNED, None);
        let package = Package {
            review: "r", signed: &signed, snapshot: &snapshot, reports: &reports, accepted: &[], changes: &changes,
        };

        let rows = package.decision_rows();
        let (decision, mode) = (column(&DECISION_COLUMNS, "decision"), column(&DECISION_COLUMNS, "mode"));
        let count = |key: &str, of: Mode| {
            rows.iter().filter(|row| text(&row[decision]) == key && text(&row[mode]) == of.key()).count()
        };
        let Counts { keep, lower, remove, ask, undecided } = signed.counts();
        for (key, tally) in [("keep", keep), ("lower", lower), ("remove", remove), ("ask", ask), ("undecided", undecided)] {
            prop_assert_eq!((count(key, Mode::One), count(key, Mode::Together)), (tally.one_by_one, tally.together));
        }
        let unread = rows.iter().filter(|row| text(&row[decision]) == "not_read").count();
        prop_assert_eq!(unread, signed.not_read());
        prop_assert_eq!(rows.len(), signed.counts().all() + signed.not_read());

        // Each edit that the decisions stage is a change of one row, with what came of it.
        let (change, outcome) = (column(&DECISION_COLUMNS, "change"), column(&DECISION_COLUMNS, "outcome"));
        prop_assert_eq!(rows.iter().filter(|row| !text(&row[change]).is_empty()).count(), edits.len());
        for kind in Kind::ALL {
            let of_rows = rows.iter().filter(|row| text(&row[outcome]) == kind.key()).count();
            prop_assert_eq!(of_rows, package.change_counts().of(kind));
        }
        prop_assert_eq!(package.change_rows().len(), package.change_counts().all());

        let file = package.finding_rows();
        prop_assert!(file.iter().all(|row| row.len() == FINDING_COLUMNS.len()));
        for report in &reports {
            let counted = match report.count() {
                Count::Exactly(count) => count,
                // One row says that it was not checked everywhere.
                Count::AtLeast(count) => count + 1,
                Count::NotChecked(_) => 1,
            };
            prop_assert_eq!(file.iter().filter(|row| text(&row[0]) == report.rule.id()).count(), counted);
        }
    }
}
