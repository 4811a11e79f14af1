//! The report by example: its numbers are those of the files, in both languages, and no name becomes markup.

use super::*;
use domain::change::reason::Reason;
use domain::change::write::Edit;
use domain::model::access::AccessList;
use domain::model::catalog::Visibility;
use domain::model::level::Level;
use domain::model::names::{AccountName, ImageName, OrganizationName, RegionId, Target, UserId, UserName};
use domain::model::user::{Person, UserGrant};
use domain::plan::run::{Said, Word as Outcome};
use domain::plan::staging::Staged;
use domain::review::decisions::{Decided, Decisions, SignOff, Verdict, agenda};
use domain::review::findings::{Report, Thresholds, findings};
use domain::review::package::{Change, html};
use domain::review::snapshot::{About, Account, Builder, ListReading, ListedOrganization, Reading, Snapshot};

const AT: UnixMillis = UnixMillis(1_795_701_909_123);
const HOSTILE: &str = "<script>alert(1)</script>";

fn person(id: &str, name: &str) -> Person {
    Person { id: UserId::new(id), name: UserName::new(name) }
}

fn image(name: &str) -> Target {
    Target::Image(OrganizationName::new("group").unwrap(), ImageName::new(name).unwrap())
}

fn snapshot() -> Snapshot {
    let mut builder = Builder::new(About {
        caller: person("u1", "admin"),
        region: RegionId::new("eu-de"),
        account: Account { id: None, name: AccountName::new("demo & co") },
        scope: Scope::All,
        started: AT,
    });
    builder.lists_mut().organizations = ListReading::whole(AT);
    let group = OrganizationName::new("group").unwrap();
    builder.organization(&ListedOrganization {
        name: group.clone(),
        number: None,
        creator: None,
        counted: Some(2),
    });
    builder.organization_facts(&group).unwrap().images = ListReading::whole(AT);
    let grant = |id: &str, name: &str, level: Level| UserGrant {
        id: Some(UserId::new(id)),
        name: Some(UserName::new(name)),
        permission: level.into(),
    };
    let others = vec![grant("u1", "admin", Level::Manage), grant("u2", HOSTILE, Level::Read)];
    builder.list(&Target::Organization(group), AT, &AccessList { others, ..AccessList::default() });
    builder.image(&image("web"), Visibility::Public);
    let others = vec![grant("u2", HOSTILE, Level::Write)];
    builder.list(&image("web"), AT, &AccessList { others, ..AccessList::default() });
    builder.image(&image("x"), Visibility::Private);
    builder.not_read(&image("x"), Reading::Denied { status: 403, code: None });
    builder.freeze(AT, false)
}

fn signed(snapshot: &Snapshot, reports: &[Report]) -> SignOff {
    let mut decisions = Decisions::new(agenda(snapshot, reports, None));
    let reason = Reason::new("<b>owner</b>");
    decisions.decide(0, Decided { verdict: Verdict::Keep, reason, at: AT }).unwrap();
    decisions.open(0);
    decisions.decide_group(0, Decided { verdict: Verdict::Remove, reason: None, at: AT }).unwrap();
    decisions.sign(snapshot, person("u1", "admin"), UnixMillis(AT.0 + 1), None)
}

fn change() -> Change {
    let edit = Edit {
        id: UserId::new("u2"),
        name: UserName::new(HOSTILE),
        expected: Some(Level::Read.into()),
        desired: None,
    };
    let target = Target::Organization(OrganizationName::new("group").unwrap());
    Change {
        run: 1,
        staged: Staged { target, number: None, edit, reason: None },
        planned_by: person("u1", "admin"),
        run_by: person("u3", "bob"),
        word: Some(Outcome::Applied(Said::Done)),
        at: Some(AT),
    }
}

fn of(language: Language) -> Document {
    let snapshot = snapshot();
    let reports = findings(&snapshot, &Thresholds::default(), None);
    let (signed, changes) = (signed(&snapshot, &reports), [change()]);
    let package = Package {
        review: "abc",
        signed: &signed,
        snapshot: &snapshot,
        reports: &reports,
        accepted: &[],
        changes: &changes,
    };
    report(&package, &[("decisions.csv", "0123".to_owned())], language)
}

fn table<'a>(document: &'a Document, of: &str) -> &'a [Vec<String>] {
    let named = document.blocks.iter().find_map(|block| match block {
        Block::Table { name, rows, .. } if name == of => Some(rows.as_slice()),
        _ => None,
    });
    named.unwrap_or_else(|| panic!("no table {of}"))
}

#[test]
fn the_report_says_what_was_decided_and_what_was_not() {
    let document = of(Language::English);
    assert_eq!(document.title, "Access review of demo & co, eu-de");
    assert_eq!(
        table(&document, "Decisions"),
        [
            ["Keep", "1", "0", "1"],
            ["Lower", "0", "0", "0"],
            ["Remove", "0", "1", "1"],
            ["Ask", "0", "0", "0"],
            ["Undecided", "1", "1", "2"],
        ]
    );
    let open = table(&document, "Undecided, or to be asked");
    assert_eq!(
        open,
        [["group/web", "", "", "Undecided", ""], ["group/web", "Together", "1 permission", "Undecided", ""]]
    );
    assert_eq!(table(&document, "The signer's own permissions")[0][..2], ["group", "admin"]);
    let changes = table(&document, "Changes");
    assert_eq!(changes[0][2..], ["Read", "–", "", "admin", "bob", "Applied", "2026-11-26 14:05:09 UTC"]);
    assert_eq!(table(&document, "Files of this package"), [["decisions.csv", "0123"]]);
    let page = html(&document);
    assert!(page.contains("group/x: denied (HTTP 403)"), "{page}");
    assert!(page.contains("Incomplete: something was not read."), "{page}");
}

#[test]
fn no_name_becomes_markup_and_nothing_is_loaded() {
    for language in Language::ALL {
        let page = html(&of(language));
        assert!(!page.contains("<script") && !page.contains("<b>") && !page.contains("://"), "{page}");
        assert!(page.contains("&lt;script&gt;"));
        assert!(page.contains(&format!("<html lang=\"{}\">", language.tag())));
    }
}

#[test]
fn both_languages_have_the_same_numbers() {
    let digits = |language| {
        let numbers = |block: &Block| match block {
            Block::Table { rows, .. } => rows.iter().map(Vec::len).collect(),
            Block::Facts(facts) => vec![facts.len()],
            Block::Lines(lines) => vec![lines.len()],
            Block::Heading(_) | Block::Text(_) => vec![0],
        };
        of(language).blocks.iter().map(numbers).collect::<Vec<_>>()
    };
    assert_eq!(digits(Language::English), digits(Language::Chinese));
}
