//! What the pages with tables share: the search that lives in the URL, and the order of a table.

use crate::view::prelude::*;

use crate::components::heading::focus_search;
use crate::components::sort_head::SortHead;
use crate::state::navigation::Navigation;
use crate::words::{Text, Words, use_locale};
use domain::paths::SortWish;
use domain::table::rows::Sort;

/// The search field of a table. What is typed stands in the URL.
#[component]
pub fn SearchField(
    /// Its name.
    label: Text,
) -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    let typed = move |text: String| navigation.refine(|query| query.search = text);
    view! {
        <input
            type="search"
            class="input search"
            autocomplete="off"
            spellcheck="false"
            aria-label=move || label.get()
            placeholder=move || label.get()
            prop:value=move || navigation.query().with(|query| query.search.clone())
            on:input:target=move |event| typed(event.target().value())
        />
    }
}

/// The order of a table as the URL says, and the way to change it.
pub struct Sorting<C: Send + Sync + 'static> {
    /// The present order.
    pub sort: Memo<Sort<C>>,
    on_sort: Callback<Sort<C>>,
}

impl<C: Send + Sync + 'static> Clone for Sorting<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C: Send + Sync + 'static> Copy for Sorting<C> {}

impl<C: Copy + PartialEq + Send + Sync + 'static> Sorting<C> {
    /// Follows the URL, among a table's columns and its own order.
    pub fn new(columns: &'static [(&'static str, C)], own: Sort<C>) -> Self {
        let navigation = expect_context::<Navigation>();
        Self {
            sort: Memo::new(move |_| navigation.query().with(|query| query.sort(columns, own))),
            on_sort: Callback::new(move |wanted| {
                navigation.refine(|query| query.sort = SortWish::of(wanted, columns, own));
            }),
        }
    }

    /// The head of a column.
    pub fn head(self, column: C, label: Text) -> AnyView {
        self.any_head(column, label, false)
    }

    /// The head of a column of numbers.
    pub fn numeric_head(self, column: C, label: Text) -> AnyView {
        self.any_head(column, label, true)
    }

    fn any_head(self, column: C, label: Text, numeric: bool) -> AnyView {
        let Self { sort, on_sort } = self;
        let direction = Signal::derive(move || {
            Some(sort.get()).filter(|sort| sort.column == column).map(|sort| sort.direction)
        });
        let on_sort = Callback::new(move |direction| on_sort.run(Sort { column, direction }));
        view! { <SortHead label direction on_sort numeric/> }.into_any()
    }
}

/// The button that shows every row again. It leaves the page by its own click, so the focus goes to the search.
#[component]
pub fn ClearFilter() -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let clear = move |_| {
        focus_search();
        clear_filters(navigation);
    };
    view! {
        <button type="button" class="button" on:click=clear>
            {t.label(|w| w.lists.clear_filter)}
        </button>
    }
}

/// How many records of a list could not be read. Nothing if all could.
#[component]
pub fn Unreadable(
    /// How many.
    count: Signal<usize>,
    /// What that means for the list.
    text: fn(&'static Words) -> fn(usize) -> String,
) -> impl IntoView {
    let t = use_locale();
    dynamic(move || {
        let count = count.get();
        (count > 0).then(|| view! { <p class="note note--warning">{text(t.words())(count)}</p> })
    })
}

/// Takes search, level and so on out of the URL.
pub fn clear_filters(navigation: Navigation) {
    navigation.refine(|query| {
        query.search.clear();
        query.level = None;
        query.show = None;
    });
}
