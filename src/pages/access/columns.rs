//! The columns of a permission table.

use crate::view::prelude::*;

use crate::components::copy::CopyButton;
use crate::components::level::PermissionLabel;
use crate::components::name::LiveName;
use crate::pages::listing::{CellStyle, Column};
use crate::state::navigation::Navigation;
use crate::words::use_locale;
use domain::model::access::AccessEntry;
use domain::paths::ReviewPage;
use domain::table::rows::SortBy;
use domain::table::users::{UserRow, ranks_by_id};
use domain::text::reveal::visible;

use super::account::{AccountMarks, AccountUser};
use super::row_controls::{Actions, RowEdit, TickBox};
use super::selection::selectable;
use super::use_page;

pub(super) fn columns() -> Vec<Column<AccessEntry>> {
    let t = use_locale();
    vec![
        Column::filled(t.prop(|w| w.access().user), user)
            .named(user_name)
            .style(CellStyle::Class("cell-user"))
            .sorted("user", SortBy::Name),
        id_column(),
        Column::filled(t.prop(|w| w.access().permission), permission)
            .style(CellStyle::Class("cell-permission"))
            .sorted(
                "permission",
                SortBy::Value(|a, b| a.grant.permission.rank().cmp(&b.grant.permission.rank())),
            ),
        Column::filled(t.prop(|w| w.changes().actions), |entry| view! { <Actions entry/> }.into_any())
            .named(move |_| Some(t.words().changes().actions.to_owned()))
            .style(CellStyle::Class("cell-actions")),
    ]
}

/// What the cell of a user consists of. It is the same for most users, so the cell is rarely drawn again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct UserCell {
    who: Who,
    has_name: bool,
    is_incomplete: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    You,
    Selectable,
    /// Someone without an id.
    Unknown,
}

impl UserCell {
    fn of(entry: &AccessEntry) -> Self {
        let who = match selectable(entry) {
            _ if entry.is_own => Who::You,
            Some(_) => Who::Selectable,
            None => Who::Unknown,
        };
        Self { who, has_name: entry.grant.name.is_some(), is_incomplete: entry.grant.is_incomplete() }
    }
}

/// The name, with a checkbox before it and marks behind it.
fn user(entry: Memo<AccessEntry>) -> AnyView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let consists_of = Memo::new(move |_| entry.with(UserCell::of));
    let name = |entry: &AccessEntry| entry.grant.name.as_ref().map(ToString::to_string).unwrap_or_default();
    let text = Signal::derive(move || entry.with(name));
    let user = Signal::derive(move || {
        entry.with(|AccessEntry { grant, is_own }| {
            AccountUser::new(grant.id.clone(), grant.name.clone(), *is_own)
        })
    });
    // Everything else that the user reaches.
    let href = move || {
        let id = entry.with(|entry| entry.grant.id.clone())?;
        Some(navigation.href(&ReviewPage::User(id).route()))
    };
    let cell = move || {
        let UserCell { who, has_name, is_incomplete } = consists_of.get();
        let tick_box = if who == Who::Selectable {
            view! { <TickBox entry/> }.into_any()
        } else {
            // The names are in line with those of the other rows.
            view! { <span class="tick"></span> }.into_any()
        };
        let name = if has_name {
            view! { <a class="link" href=href><LiveName text/></a> }.into_any()
        } else {
            view! { <span class="muted">{t.label(|w| w.access().no_name)}</span> }.into_any()
        };
        view! {
            {tick_box}
            {name}
            {(who == Who::You).then(|| view! { " " <span class="badge">{t.label(|w| w.access().you)}</span> })}
            {is_incomplete.then(|| view! { " " <span class="badge badge--warning">{t.label(|w| w.access().incomplete)}</span> })}
        }
    };
    view! {
        {dynamic(cell)}
        <AccountMarks user/>
    }
    .into_any()
}

/// The name alone, without the checkbox; where there are marks, they are read too.
fn user_name(entry: &AccessEntry) -> Option<String> {
    let name = entry.grant.name.as_ref().filter(|_| !entry.is_own && !entry.grant.is_incomplete())?;
    Some(visible(name.as_str()))
}

/// A user's id, whole and ready to be copied. The cell is called by the id alone, not by the button beside it.
pub(in crate::pages) fn id_column<R: UserRow>() -> Column<R> {
    let t = use_locale();
    let cell = move |row: Memo<R>| {
        let has_id = Memo::new(move |_| row.with(|row| row.id().is_some()));
        let id = |row: &R| row.id().map(ToString::to_string).unwrap_or_default();
        let text = Signal::derive(move || row.with(id));
        dynamic(move || {
            if has_id.get() {
                view! {
                    <code class="id"><LiveName text/></code>
                    <CopyButton text label=t.prop(|w| w.access().copy_id)/>
                }
                .into_any()
            } else {
                view! { <span class="muted">{t.label(|w| w.access().no_id)}</span> }.into_any()
            }
        })
    };
    Column::filled(t.prop(|w| w.access().user_id), cell)
        .named(|row| row.id().map(|id| visible(id.as_str())))
        .style(CellStyle::Class("cell-id"))
        .sorted("id", SortBy::Ranks(ranks_by_id))
}

/// The permission, or the choice of another one while it is edited.
fn permission(entry: Memo<AccessEntry>) -> AnyView {
    let page = use_page();
    let shown = Memo::new(move |_| {
        entry.with(|AccessEntry { grant, .. }| {
            let is_edited = page
                .changes
                .editing
                .with(|editing| editing.as_ref().is_some_and(|edit| Some(&edit.id) == grant.id.as_ref()));
            (!is_edited).then(|| grant.permission.clone())
        })
    });
    dynamic(move || {
        if let Some(permission) = shown.get() {
            view! { <PermissionLabel permission/> }.into_any()
        } else {
            let called = entry.with_untracked(|entry| entry.grant.called());
            view! { <RowEdit called/> }.into_any()
        }
    })
}
