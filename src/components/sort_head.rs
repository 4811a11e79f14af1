//! The head of a column that can be sorted.

use crate::view::prelude::*;

use crate::words::{Text, use_locale};
use domain::table::rows::Direction;

use super::announcer::Announce;

/// A column head with a button. Only the head of the present order has `aria-sort`.
#[component]
pub fn SortHead(
    /// The column's name.
    label: Text,
    /// How the table is sorted by this column, if it is.
    direction: Signal<Option<Direction>>,
    /// Sorts by this column.
    on_sort: Callback<Direction>,
    /// Whether the column holds numbers.
    #[prop(optional)]
    numeric: bool,
) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let direction = move || direction.get();
    let aria_sort = move || {
        direction().map(|direction| match direction {
            Direction::Ascending => "ascending",
            Direction::Descending => "descending",
        })
    };
    let sign = move || match direction() {
        Some(Direction::Ascending) => "↑",
        Some(Direction::Descending) => "↓",
        None => "",
    };
    let click = move |_| {
        let wanted = untrack(direction).map_or(Direction::Ascending, Direction::turned);
        on_sort.run(wanted);
        announce.aloud((t.untracked().lists.sorted)(&label.get_untracked(), wanted == Direction::Ascending));
    };
    view! {
        <th scope="col" role="columnheader" class=if numeric { "numeric" } else { "" } aria-sort=aria_sort>
            <button type="button" class="sort" on:click=click>
                {label}
                <span class="sort__sign" aria-hidden="true">
                    {dynamic(sign)}
                </span>
            </button>
        </th>
    }
}
