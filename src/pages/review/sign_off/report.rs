//! `report.html`: everything that an auditor asks, on one page that needs nothing else.

mod changes;
mod decisions;
mod read;

use crate::words::{Language, Words};
use domain::review::package::{Block, Document, Package};
use domain::review::snapshot::Scope;
use domain::text::reveal::visible;
use domain::text::time::UnixMillis;

/// Another file of the package: its name and its digest.
pub(super) type OtherFile = (&'static str, String);

/// The report of a package in a language.
pub(super) fn report(package: &Package<'_>, files: &[OtherFile], language: Language) -> Document {
    let words = language.words();
    let about = &package.snapshot.about;
    let title =
        (words.report().title)(&visible(about.account.name.as_str()), &visible(about.region.as_str()));
    let mut blocks = vec![Block::Facts(head(package, words))];
    blocks.extend(statement(package, words));
    blocks.extend(decisions::blocks(package, words));
    blocks.extend(read::blocks(package, words));
    blocks.extend(changes::blocks(package, words));
    blocks.extend(decisions::open(package, words));
    blocks.extend(end(files, words));
    Document { language: language.tag(), title, blocks }
}

/// A moment as the files write it, in UTC.
fn moment(at: UnixMillis) -> String {
    format!("{} UTC", at.to_rfc3339().trim_end_matches('Z').replace('T', " "))
}

fn head(package: &Package<'_>, words: &'static Words) -> Vec<(String, String)> {
    let (report, about, signed) = (words.report(), &package.snapshot.about, package.signed);
    let scope = match &about.scope {
        Scope::All => report.scope_all.to_owned(),
        Scope::Some(names) => names.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    };
    let person = |name: &str, id: &str| format!("{name} ({id})");
    let facts = [
        (report.region, about.region.to_string()),
        (report.account, about.account.name.to_string()),
        (report.read_by, person(about.caller.name.as_str(), about.caller.id.as_str())),
        (report.read_from, moment(about.started)),
        (report.read_to, moment(package.snapshot.ended)),
        (report.scope, scope),
        (report.signed_by, person(signed.by().name.as_str(), signed.by().id.as_str())),
        (report.signed_at, moment(signed.at())),
        (report.review, package.review.to_owned()),
    ];
    facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn statement(package: &Package<'_>, words: &'static Words) -> Vec<Block> {
    let sign_off = words.sign_off();
    vec![
        Block::Heading(sign_off.statement.to_owned()),
        Block::Text(sign_off.statement_text.to_owned()),
        Block::Text(format!("{}, {}", package.signed.by().name, moment(package.signed.at()))),
        Block::Text(words.report().not_proven_who.to_owned()),
    ]
}

fn end(files: &[OtherFile], words: &'static Words) -> Vec<Block> {
    let (report, sign_off) = (words.report(), words.sign_off());
    let row = |(name, digest): &OtherFile| vec![(*name).to_owned(), digest.clone()];
    vec![
        Block::Heading(report.files.to_owned()),
        Block::Text(report.files_means.to_owned()),
        Block::Table {
            name: report.files.to_owned(),
            columns: vec![sign_off.file.to_owned(), sign_off.digest.to_owned()],
            rows: files.iter().map(row).collect(),
        },
        Block::Heading(report.limits.to_owned()),
        Block::Lines(report.limit_lines.iter().map(|line| (*line).to_owned()).collect()),
    ]
}

#[cfg(test)]
mod tests;
