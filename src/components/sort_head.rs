//! The head of a column that can be sorted.

use leptos::prelude::*;

use crate::domain::listing::{Direction, Sort};
use crate::words::{Text, use_speech};

use super::announcer::Announce;

/// A column head with a button. The present order is told by `aria-sort` on this head alone.
#[component]
pub fn SortHead<C>(
    /// The column.
    column: C,
    /// Its name.
    label: Text,
    /// The table's order.
    #[prop(into)]
    sort: Signal<Sort<C>>,
    /// Another order is wanted.
    on_sort: Callback<Sort<C>>,
    /// Whether the column holds numbers.
    #[prop(optional)]
    numeric: bool,
) -> impl IntoView
where
    C: Copy + PartialEq + Send + Sync + 'static,
{
    let t = use_speech();
    let announce = expect_context::<Announce>();
    let direction = move || Some(sort.get()).filter(|sort| sort.column == column).map(|sort| sort.direction);
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
        let wanted = sort.get_untracked().clicked(column);
        on_sort.run(wanted);
        let up = wanted.direction == Direction::Ascending;
        announce.whisper((t.now().lists.sorted)(&label.get_untracked(), up));
    };
    view! {
        <th scope="col" role="columnheader" class:numeric=numeric aria-sort=aria_sort>
            <button type="button" class="sort" on:click=click>
                {move || label.get()}
                <span class="sort__sign" aria-hidden="true">
                    {sign}
                </span>
            </button>
        </th>
    }
}
