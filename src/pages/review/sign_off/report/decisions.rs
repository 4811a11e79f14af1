//! What was decided, in numbers; what nobody has decided, and the signer's own permissions, one by one.

use crate::words::Words;
use domain::model::level::Permission;
use domain::model::names::UserName;
use domain::review::decisions::{Each, Tally, Verdict, Why};
use domain::review::package::{Block, Package};

pub(super) fn blocks(package: &Package<'_>, words: &'static Words) -> Vec<Block> {
    let mut blocks = counts(package, words);
    let is_open =
        |one: &Each<'_>| matches!(one.decided.map(|decided| decided.verdict), None | Some(Verdict::Ask));
    let (sign_off, report) = (words.sign_off(), words.report());
    blocks.push(Block::Heading(report.open.to_owned()));
    blocks.push(Block::Text(report.open_means.to_owned()));
    blocks.push(table(package, words, report.open, is_open));
    blocks.push(Block::Heading(report.own.to_owned()));
    blocks.push(Block::Text((sign_off.own)(package.signed.own())));
    if package.signed.own() > 0 {
        blocks.push(Block::Text(report.own_means.to_owned()));
        blocks.push(table(package, words, report.own, |one| one.why.contains(&Why::Own)));
    }
    blocks
}

fn counts(package: &Package<'_>, words: &'static Words) -> Vec<Block> {
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
        Block::Text(format!(
            "{}. {}",
            (sign_off.progress)(counts.decided(), counts.all()),
            (report.see)("decisions.csv")
        )),
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

/// Those of the permissions that fit, with their decisions.
fn table(
    package: &Package<'_>,
    words: &'static Words,
    name: &str,
    fits: impl Fn(&Each<'_>) -> bool,
) -> Block {
    let each = package.signed.decisions().each(package.snapshot).filter(fits);
    let rows: Vec<_> = each.filter_map(|one| row(package, words, &one)).collect();
    if rows.is_empty() {
        return Block::Text(words.report().none.to_owned());
    }
    let sign_off = words.sign_off();
    let columns =
        [words.compare().place, words.access().user, sign_off.held, sign_off.decision, sign_off.reason];
    Block::Table { name: name.to_owned(), columns: columns.map(str::to_owned).to_vec(), rows }
}

fn row(package: &Package<'_>, words: &'static Words, one: &Each<'_>) -> Option<Vec<String>> {
    let snapshot = package.snapshot;
    let user = one.user.and_then(|user| snapshot.people().get(user));
    let held = one.user.and_then(|user| snapshot.held(one.place, user));
    let name = user.map(|user| user.names.first().map_or(user.id.as_str(), UserName::as_str));
    let reason = one.decided.and_then(|decided| decided.reason.as_ref()).map(ToString::to_string);
    Some(vec![
        snapshot.subject(one.place)?.target.to_string(),
        name.unwrap_or_default().to_owned(),
        held.map(|held: &Permission| words.levels.permission(held)).unwrap_or_default(),
        (words.sign_off().verdict)(one.decided.map(|decided| decided.verdict)),
        reason.unwrap_or_default(),
    ])
}
