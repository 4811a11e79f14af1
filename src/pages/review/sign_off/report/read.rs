//! What was read and what was not, the totals, and what the rules have found.

use crate::words::Words;
use crate::words::review_findings::About;
use domain::review::coverage::{Counts, Coverage};
use domain::review::package::{Block, Package};
use domain::review::rows::{FindingRow, findings};
use domain::review::summary::{Permissions, summary};
use domain::text::reveal::visible;

use super::moment;

pub(super) fn blocks(package: &Package<'_>, words: &'static Words) -> Vec<Block> {
    let mut blocks = coverage(package, words);
    blocks.extend(totals(package, words));
    blocks.extend(found(package, words));
    blocks
}

fn coverage(package: &Package<'_>, words: &'static Words) -> Vec<Block> {
    let (review, report, snapshot) = (words.review(), words.report(), package.snapshot);
    let coverage = Coverage::of(snapshot);
    let row = |name: &str, counts: Counts| {
        let Counts { read, denied, gone, failed, not_yet, .. } = counts;
        let numbers = [counts.listed(), read, denied, gone, failed, not_yet];
        std::iter::once(name.to_owned()).chain(numbers.map(|number| number.to_string())).collect()
    };
    let columns =
        [report.kind, review.listed, review.read, review.denied, review.gone, review.failed, review.not_yet];
    let mut blocks = vec![
        Block::Heading(report.coverage.to_owned()),
        Block::Text((review.verdict)(coverage.verdict, &visible(snapshot.about.caller.name.as_str()))),
        Block::Table {
            name: report.coverage.to_owned(),
            columns: columns.map(str::to_owned).to_vec(),
            rows: vec![
                row(review.organizations, coverage.organizations),
                row(review.images, coverage.images),
            ],
        },
    ];
    let differ = coverage.totals.iter().filter(|total| !total.agrees()).map(review.total);
    let lists = coverage.open_lists.iter().map(review.open_list);
    let is_unread = |subject: &&domain::review::snapshot::Subject| {
        subject.reading.is_open() || subject.reading.unreadable() > 0
    };
    let subjects = snapshot.subjects().iter().filter(is_unread);
    let subjects = subjects.map(|subject| (review.unread)(&subject.target, &subject.reading));
    let lines: Vec<String> = differ.chain(lists).chain(subjects).collect();
    blocks.push(if lines.is_empty() { Block::Text(report.whole.to_owned()) } else { Block::Lines(lines) });
    blocks
}

fn totals(package: &Package<'_>, words: &'static Words) -> Vec<Block> {
    let (review, report, snapshot) = (words.review(), words.report(), package.snapshot);
    let coverage = Coverage::of(snapshot);
    let mut sums = Permissions::default();
    for one in summary(snapshot, package.reports) {
        sums.read += one.permissions.read;
        sums.write += one.permissions.write;
        sums.manage += one.permissions.manage;
        sums.odd += one.permissions.odd;
    }
    let facts = [
        (review.organizations.to_owned(), coverage.organizations.listed().to_string()),
        (review.images.to_owned(), coverage.images.listed().to_string()),
        (report.users.to_owned(), snapshot.people().len().to_string()),
        (words.levels.manage.to_owned(), sums.manage.to_string()),
        (words.levels.write.to_owned(), sums.write.to_string()),
        (words.levels.read.to_owned(), sums.read.to_string()),
        ((words.findings().rule)(domain::review::findings::Rule::NoLevel).to_owned(), sums.odd.to_string()),
        (words.sign_off().permissions.to_owned(), sums.all().to_string()),
    ];
    vec![Block::Heading(report.totals.to_owned()), Block::Facts(facts.to_vec())]
}

fn found(package: &Package<'_>, words: &'static Words) -> Vec<Block> {
    let (report, said) = (words.report(), words.findings());
    let rows: Vec<_> = package
        .reports
        .iter()
        .map(|one| {
            vec![one.rule.id().to_owned(), (said.rule)(one.rule).to_owned(), (said.count)(one.count())]
        })
        .collect();
    let mut blocks = vec![
        Block::Heading(report.findings.to_owned()),
        Block::Text((report.see)("findings.csv")),
        Block::Table {
            name: report.findings.to_owned(),
            columns: vec![report.rule.to_owned(), said.rule_label.to_owned(), report.found.to_owned()],
            rows,
        },
        Block::Heading(report.accepted.to_owned()),
    ];
    let at = package.signed.at();
    let rows = findings(package.snapshot, package.reports);
    let accepted: Vec<_> = rows
        .iter()
        .filter_map(|row| {
            let accepted = package.accepted.iter().find(|one| one.holds(&row.fingerprint, at))?;
            let by = accepted.by.name.to_string();
            Some(vec![sentence(row, words), by, moment(accepted.until), accepted.reason.to_string()])
        })
        .collect();
    blocks.push(if accepted.is_empty() {
        Block::Text(report.none.to_owned())
    } else {
        let columns = [report.found, report.signed_by, report.until, said.why];
        Block::Table {
            name: report.accepted.to_owned(),
            columns: columns.map(str::to_owned).to_vec(),
            rows: accepted,
        }
    });
    blocks
}

fn sentence(row: &FindingRow, words: &'static Words) -> String {
    let target = row.target.as_ref().map(|target| visible(target.to_string())).unwrap_or_default();
    let user = row.users.first().map(|user| user.called()).unwrap_or_default();
    let about = About { target: &target, user: &user, users: row.users.len(), places: row.places.len() };
    (words.findings().finding)(&row.evidence, &about)
}
