//! The cells that planned changes and results have in common.

use crate::view::prelude::*;

use crate::components::level::PermissionLabel;
use crate::words::{Words, use_locale};
use domain::change::write::{Current, Desired};
use domain::model::level::Permission;
use domain::model::names::{Target, UserId, UserName};
use domain::plan::staging::Staged;
use domain::text::export::Cell;
use domain::text::reveal::visible;

/// What a user holds, or nothing.
pub(super) fn held(permission: Current) -> AnyView {
    let t = use_locale();
    match permission {
        Some(permission) => view! { <PermissionLabel permission/> }.into_any(),
        None => view! { <span class="muted">{t.label(|w| w.plan().nothing)}</span> }.into_any(),
    }
}

/// What a user should hold, or nothing.
pub(super) fn desired(level: Desired) -> AnyView {
    held(level.map(Permission::from))
}

/// "user01 on group/test: Read → Manage".
pub(in crate::pages) fn sentence(staged: &Staged, words: &'static Words) -> String {
    let edit = &staged.edit;
    let said = |permission: &Current| {
        let nothing = || words.plan().nothing.to_owned();
        permission.as_ref().map_or_else(nothing, |permission| words.levels.permission(permission))
    };
    let (now, after) = (said(&edit.expected), said(&edit.desired.map(Permission::from)));
    let (name, target) = (visible(edit.name.as_str()), visible(staged.target.to_string()));
    (words.fix().edit)(&name, &target, &now, &after)
}

/// What a search finds a row by: the target, the user's name and id.
pub(super) fn search_text(place: &str, id: &UserId, name: &UserName) -> String {
    format!("{place}\n{name}\n{id}")
}

/// The columns of both in files.
pub(super) fn file_cells(target: &Target, id: &UserId, name: &UserName) -> Vec<Cell> {
    vec![target.to_string().into(), id.to_string().into(), name.to_string().into()]
}

/// A permission in files: `none`, a level's key, or another value as the service wrote it.
pub(super) fn file_cell(permission: &Current) -> Cell {
    permission.as_ref().map_or("none", |permission| permission.key().unwrap_or_default()).into()
}
