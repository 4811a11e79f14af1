//! A level as word and shape, so that it is recognised without colour.

use crate::view::prelude::*;

use crate::words::use_locale;
use domain::model::level::{Level, Permission};

/// A permission in a table.
#[component]
pub fn PermissionLabel(
    /// What is held.
    permission: Permission,
) -> impl IntoView {
    let t = use_locale();
    let known = permission.level();
    let meaning = move || known.map(|level| t.words().levels.meaning(level).to_owned());
    let class = if known.is_some() { "permission" } else { "permission permission--odd" };
    let word = {
        let permission = permission.clone();
        move || t.words().levels.permission(&permission)
    };
    view! {
        <span class=class translate="no" title=meaning>
            {known.map(|level| view! { <LevelMark level/> })}
            {dynamic(word)}
        </span>
    }
}

/// One to three filled bars.
#[component]
pub fn LevelMark(
    /// The level.
    level: Level,
) -> impl IntoView {
    view! {
        <span class="level-mark" data-level=level.key() aria-hidden="true">
            <i></i>
            <i></i>
            <i></i>
        </span>
    }
}
