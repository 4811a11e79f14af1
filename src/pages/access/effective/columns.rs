//! The columns of effective access.

use crate::view::prelude::*;

use crate::pages::listing::{CellStyle, Column};
use crate::words::use_locale;
use domain::effective::{EffectiveRow, Mark};
use domain::table::rows::SortBy;

use super::super::columns::id_column;
use super::cells::{MarkBadge, Person, Why, effective, listed};

pub(super) fn columns() -> Vec<Column<EffectiveRow>> {
    let t = use_locale();
    vec![
        Column::new(t.prop(|w| w.access().user), |row: &EffectiveRow| view! { <Person row=row.clone()/> })
            .style(CellStyle::Class("cell-user"))
            .sorted("user", SortBy::Name),
        id_column(),
        Column::new(t.prop(|w| w.effective().organization), |row: &EffectiveRow| listed(&row.organization))
            .style(CellStyle::Labelled("cell-part"))
            .sorted("organization", SortBy::Value(|a, b| a.organization.rank().cmp(&b.organization.rank()))),
        Column::new(t.prop(|w| w.effective().image), image)
            .style(CellStyle::Labelled("cell-part"))
            .sorted("image", SortBy::Value(|a, b| a.image.rank().cmp(&b.image.rank()))),
        Column::new(t.prop(|w| w.effective().effective), effective)
            .style(CellStyle::Class("cell-permission"))
            .sorted("effective", SortBy::Value(|a, b| a.effective.rank().cmp(&b.effective.rank()))),
        Column::new(t.prop(|w| w.effective().why), |row: &EffectiveRow| view! { <Why row=row.clone()/> })
            .style(CellStyle::Class("cell-why")),
    ]
}

fn image(row: &EffectiveRow) -> AnyView {
    let redundant = row.has(Mark::Redundant).then(|| view! { <MarkBadge mark=Mark::Redundant/> });
    view! { {listed(&row.image)} " " {redundant} }.into_any()
}
