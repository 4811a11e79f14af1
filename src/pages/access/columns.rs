//! The columns of a permission table.

use crate::view::prelude::*;

use crate::components::copy::CopyButton;
use crate::components::level::PermissionLabel;
use crate::components::name::Name;
use crate::pages::listing::{CellStyle, Column};
use crate::words::{Text, use_locale};
use domain::model::access::AccessEntry;
use domain::table::rows::SortBy;
use domain::table::users::UserRow;
use domain::text::reveal::visible;

use super::account::AccountMarks;
use super::row_controls::{Actions, RowEdit, TickBox};
use super::use_page;

pub(super) fn columns() -> Vec<Column<AccessEntry>> {
    let t = use_locale();
    vec![
        Column::new(t.prop(|w| w.access().user), user)
            .named(user_name)
            .style(CellStyle::Class("cell-user"))
            .sorted("user", SortBy::Name),
        id_column(),
        Column::new(t.prop(|w| w.access().permission), permission)
            .style(CellStyle::Class("cell-permission"))
            .sorted(
                "permission",
                SortBy::Value(|a, b| a.grant.permission.rank().cmp(&b.grant.permission.rank())),
            ),
        Column::new(t.prop(|w| w.changes().actions), |entry: &AccessEntry| {
            view! { <Actions grant=entry.grant.clone()/> }
        })
        .named(move |_| Some(t.prop(|w| w.changes().actions)))
        .style(CellStyle::Class("cell-actions")),
    ]
}

/// The name, with a checkbox before it and marks behind it.
fn user(entry: &AccessEntry) -> AnyView {
    let t = use_locale();
    let AccessEntry { grant, is_own } = entry.clone();
    let incomplete = grant.is_incomplete();
    let tick_box = match grant.id.clone().filter(|_| !is_own) {
        Some(id) => view! { <TickBox id called=grant.called()/> }.into_any(),
        // The names are in line with those of the other rows.
        None => view! { <span class="tick"></span> }.into_any(),
    };
    let name = match &grant.name {
        Some(name) => view! { <Name text=name.to_string()/> }.into_any(),
        None => view! { <span class="muted">{t.label(|w| w.access().no_name)}</span> }.into_any(),
    };
    view! {
        {tick_box}
        {name}
        {is_own.then(|| view! { " " <span class="badge">{t.label(|w| w.access().you)}</span> })}
        {incomplete.then(|| view! { " " <span class="badge badge--warning">{t.label(|w| w.access().incomplete)}</span> })}
        <AccountMarks id=grant.id name=grant.name is_own/>
    }
    .into_any()
}

/// The name alone, without the checkbox; where there are marks, they are read too.
fn user_name(entry: &AccessEntry) -> Option<Text> {
    let name = entry.grant.name.as_ref().filter(|_| !entry.is_own && !entry.grant.is_incomplete())?;
    Some(Signal::stored(visible(name.as_str())))
}

/// A user's id, whole and ready to be copied. The cell is called by the id alone, not by the button beside it.
pub(super) fn id_column<R: UserRow>() -> Column<R> {
    let t = use_locale();
    let cell = move |row: &R| match row.id() {
        Some(id) => view! {
            <code class="id"><Name text=id.to_string()/></code>
            <CopyButton text=id.to_string() label=t.prop(|w| w.access().copy_id)/>
        }
        .into_any(),
        None => view! { <span class="muted">{t.label(|w| w.access().no_id)}</span> }.into_any(),
    };
    Column::new(t.prop(|w| w.access().user_id), cell)
        .named(|row| row.id().map(|id| Signal::stored(visible(id.as_str()))))
        .style(CellStyle::Class("cell-id"))
        .sorted("id", SortBy::Value(|a, b| a.id().cmp(&b.id())))
}

/// The permission, or the choice of another one while it is edited.
fn permission(entry: &AccessEntry) -> AnyView {
    let page = use_page();
    let grant = entry.grant.clone();
    let (called, id) = (grant.called(), grant.id);
    let is_edited = Memo::new(move |_| {
        page.changes
            .editing
            .with(|editing| editing.as_ref().is_some_and(|edit| Some(&edit.id) == id.as_ref()))
    });
    dynamic(move || {
        if is_edited.get() {
            view! { <RowEdit called=called.clone()/> }.into_any()
        } else {
            view! { <PermissionLabel permission=grant.permission.clone()/> }.into_any()
        }
    })
}
