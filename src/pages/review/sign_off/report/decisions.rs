//! What was decided, in numbers; then item by item what nobody has decided, and the signer's own permissions.

use crate::words::Words;
use domain::model::names::Target;
use domain::review::decisions::{Decided, Tally, Verdict, Why};
use domain::review::package::{Block, Package};
use domain::review::rows::{GroupRow, SingleRow, singles, together};
use domain::review::snapshot::KnownUser;

/// The numbers.
pub(super) fn blocks(package: &Package<'_>, words: &'static Words) -> Vec<Block> {
    let (sign_off, report, counts) = (words.sign_off(), words.report(), package.signed.counts());
    let row = |(name, tally): (&str, Tally)| {
        let numbers = [tally.one_by_one, tally.together, tally.all()];
        std::iter::once(name.to_owned()).chain(numbers.map(|number| number.to_string())).collect()
    };
    let rows = [
        (sign_off.keep, counts.keep),
        (sign_off.lower, counts.lower),
        (sign_off.remove, counts.remove),
        (sign_off.ask, counts.ask),
        (sign_off.undecided, counts.undecided),
    ];
    vec![
        Block::Heading(sign_off.counts.to_owned()),
        Block::Text((sign_off.progress)(counts.decided(), counts.all())),
        Block::Text((report.see)("decisions.csv")),
        Block::Table {
            name: sign_off.counts.to_owned(),
            columns: [sign_off.decision, report.one_by_one, report.together, report.sum]
                .map(str::to_owned)
                .to_vec(),
            rows: rows.map(row).to_vec(),
        },
        Block::Text((sign_off.not_read)(package.signed.not_read())),
    ]
}

/// What nobody has decided, and what somebody else has to say or sign.
pub(super) fn open(package: &Package<'_>, words: &'static Words) -> Vec<Block> {
    let (report, decisions) = (words.report(), package.signed.decisions());
    let is_open = |decided: Option<&Decided>| {
        matches!(decided.map(|decided| decided.verdict), None | Some(Verdict::Ask))
    };
    let agenda = decisions.agenda();
    let (rows, groups) = (singles(package.snapshot, agenda), together(package.snapshot, agenda));
    let open = rows.iter().filter(|row| is_open(decisions.single(row.item)));
    let of_singles = open.map(|row| single(package, words, row));
    let open = groups.iter().filter(|row| is_open(decisions.group(row.group)));
    let of_groups = open.map(|row| group(package, words, row));
    let mut blocks = vec![
        Block::Heading(report.open.to_owned()),
        Block::Text(report.open_means.to_owned()),
        table(words, report.open, of_singles.chain(of_groups).collect()),
        Block::Heading(report.own.to_owned()),
    ];
    if package.signed.own() > 0 {
        blocks.push(Block::Text(report.own_means.to_owned()));
    }
    let own = rows.iter().filter(|row| row.why.contains(&Why::Own));
    blocks.push(table(words, report.own, own.map(|row| single(package, words, row)).collect()));
    blocks
}

fn table(words: &'static Words, name: &str, rows: Vec<Vec<String>>) -> Block {
    if rows.is_empty() {
        return Block::Text(words.report().none.to_owned());
    }
    let sign_off = words.sign_off();
    let columns =
        [words.compare().place, words.access().user, sign_off.held, sign_off.decision, sign_off.reason];
    Block::Table { name: name.to_owned(), columns: columns.map(str::to_owned).to_vec(), rows }
}

fn single(package: &Package<'_>, words: &'static Words, row: &SingleRow) -> Vec<String> {
    let user = row.user.as_ref().map(KnownUser::called);
    let held = row.held.as_ref().map(|held| words.levels.permission(held));
    let decided = package.signed.decisions().single(row.item);
    line(words, &row.targets, user.unwrap_or_default(), held.unwrap_or_default(), decided)
}

fn group(package: &Package<'_>, words: &'static Words, row: &GroupRow) -> Vec<String> {
    let permissions = (words.report().permissions)(row.grants);
    let decided = package.signed.decisions().group(row.group);
    line(words, &row.targets, words.sign_off().together.to_owned(), permissions, decided)
}

fn line(
    words: &'static Words,
    targets: &[Target],
    user: String,
    held: String,
    decided: Option<&Decided>,
) -> Vec<String> {
    let first = targets.first().map(ToString::to_string).unwrap_or_default();
    let images = targets.len();
    let place = if images > 1 { format!("{first} · {}", (words.sign_off().images)(images)) } else { first };
    let reason = decided.and_then(|decided| decided.reason.as_ref()).map(ToString::to_string);
    let decision = (words.sign_off().verdict)(decided.map(|decided| decided.verdict));
    vec![place, user, held, decision, reason.unwrap_or_default()]
}
