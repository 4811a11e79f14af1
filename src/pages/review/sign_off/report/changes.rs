//! What the runs have done, with the outcome of each edit.

use crate::words::Words;
use domain::change::write::Current;
use domain::model::level::Permission;
use domain::plan::run::{Kind, Word};
use domain::review::package::{Block, Change, Package};

use super::moment;

pub(super) fn blocks(package: &Package<'_>, words: &'static Words) -> Vec<Block> {
    let report = words.report();
    let mut blocks = vec![Block::Heading(report.changes.to_owned())];
    if package.changes.is_empty() {
        blocks.push(Block::Text(report.no_changes.to_owned()));
        return blocks;
    }
    let counts = package.change_counts();
    let some = Kind::ALL.into_iter().filter(|kind| counts.of(*kind) > 0);
    let line =
        |kind| format!("{} · {}", (words.run().counted)(kind, counts.of(kind)), (report.kind_means)(kind));
    blocks.push(Block::Text(report.outcome_means.to_owned()));
    blocks.push(Block::Text((report.see)("changes.csv")));
    blocks.push(Block::Lines(some.map(line).collect()));
    let own = package.changes.iter().filter(|change| change.run_by.id == package.signed.by().id).count();
    if own > 0 {
        blocks.push(Block::Text((report.same_person)(own)));
    }
    let columns = [
        words.compare().place,
        words.access().user,
        words.plan().now,
        words.plan().after,
        words.plan().reason,
        report.planned_by,
        report.run_by,
        report.outcome,
        report.witnessed_at,
    ];
    blocks.push(Block::Table {
        name: report.changes.to_owned(),
        columns: columns.map(str::to_owned).to_vec(),
        rows: package.changes.iter().map(|change| row(change, words)).collect(),
    });
    blocks
}

fn row(change: &Change, words: &'static Words) -> Vec<String> {
    let (staged, edit) = (&change.staged, &change.staged.edit);
    let held = |permission: &Current| {
        let nothing = || words.plan().nothing.to_owned();
        permission.as_ref().map_or_else(nothing, |permission| words.levels.permission(permission))
    };
    vec![
        staged.target.to_string(),
        edit.name.to_string(),
        held(&edit.expected),
        held(&edit.desired.map(Permission::from)),
        staged.reason.as_ref().map(ToString::to_string).unwrap_or_default(),
        change.planned_by.name.to_string(),
        change.run_by.name.to_string(),
        outcome(change.word.as_ref(), words),
        change.witnessed_at().map(moment).unwrap_or_default(),
    ]
}

fn outcome(word: Option<&Word>, words: &'static Words) -> String {
    let run = words.run();
    let Some(word) = word else { return run.open.to_owned() };
    let (kind, facts) = ((run.kind)(word.kind()), (run.facts)(word));
    if facts.is_empty() { kind.to_owned() } else { format!("{kind} · {facts}") }
}
