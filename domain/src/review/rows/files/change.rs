//! Changes as cells of a file.

use crate::review::rows::{ChangeRow, ChangedUser, Fact};
use crate::text::export::Cell;

use super::{joined, visibility};

/// The columns of "Changes": `change` is the word of [`ChangeKind::key`](crate::review::rows::ChangeKind::key). `before` and
/// `after` are what the row is about: a permission (a level's word, or the value as the service wrote it), a number, an
/// account, names, `public` or `private`, `there`; `none` where there was nothing, and an empty cell where that was not read.
pub const CHANGE_COLUMNS: [&str; 6] = ["change", "target", "user_id", "user_name", "before", "after"];

/// The row of a change.
pub fn change_row(row: &ChangeRow) -> Vec<Cell> {
    let user = row.user.as_deref();
    vec![
        row.kind.key().into(),
        row.target.as_ref().map(ToString::to_string).into(),
        user.map(|user| user.id.as_str()).into(),
        user.and_then(|user: &ChangedUser| user.names.first()).map(ToString::to_string).into(),
        fact(&row.before),
        fact(&row.after),
    ]
}

fn fact(fact: &Fact) -> Cell {
    match fact {
        Fact::Nothing => "none".into(),
        Fact::NotRead => Cell::Nothing,
        Fact::There => "there".into(),
        Fact::Permission(permission) => permission.word().into(),
        Fact::Number(number) => number.as_str().into(),
        Fact::Visibility(who) => visibility(*who).into(),
        Fact::Account(account) => account.as_str().into(),
        Fact::Names(names) => joined(&mut names.iter().map(ToString::to_string)).into(),
    }
}
