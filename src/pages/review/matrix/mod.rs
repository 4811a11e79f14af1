//! `/review/matrix`: images and users that a filter has chosen, compared cell by cell.

mod board;
mod cell;
mod dialog;
mod grid;
mod lists;
mod pager;
mod signs;

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::empty::Empty;
use crate::components::style_sheet::adopt;
use crate::components::switch::switch;
use crate::pages::listing::SearchField;
use crate::state::collation::collation;
use crate::state::navigation::{Navigation, Place};
use crate::words::use_locale;
use domain::paths::{Query, ReviewPage};
use domain::review::groups::groups;
use domain::review::matrix::{Compared, Filter, MOST_CELLS, Rows, Turn, View, compare};
use domain::review::snapshot::Snapshot;

use board::BoardView;

/// The page.
pub fn matrix(snapshot: Arc<Snapshot>) -> AnyView {
    adopt(include_str!("../../../../style/matrix.css"));
    let (t, navigation) = (use_locale(), expect_context::<Navigation>());
    let view = Memo::new(move |_| navigation.query().with(|query| View::from_key(&query.show)));
    let compared = {
        let (snapshot, groups) = (Arc::clone(&snapshot), groups(&snapshot));
        Memo::new(move |_| {
            let rules = collation(t.language());
            let filter = navigation.query().with(|query| Filter::read(&query.search, &query.people, rules));
            Arc::new(compare((&snapshot, &groups), &filter, view.get().rows, rules))
        })
    };
    let body = move || match &*compared.get() {
        Compared::Unfiltered => view! {
            <Empty title=t.prop(|w| w.matrix().unfiltered) text=t.prop(|w| w.matrix().unfiltered_means)/>
        }
        .into_any(),
        Compared::Nothing => {
            view! { <Empty title=t.prop(|w| w.matrix().nothing) text=t.prop(|w| w.matrix().nothing_means)/> }
                .into_any()
        }
        Compared::TooMany { rows, users } => {
            let numbers = [*rows, *users, rows.saturating_mul(*users), MOST_CELLS];
            let text = t.format(move |w| (w.matrix().too_many_means)(numbers));
            view! { <Empty title=t.prop(|w| w.matrix().too_many) text/> }.into_any()
        }
        Compared::Matrix(matrix) => {
            let (snapshot, matrix) = (Arc::clone(&snapshot), Arc::new(matrix.clone()));
            view! { <BoardView snapshot matrix turn=view.get().turn/> }.into_any()
        }
    };
    view! {
        <p class="lead">{t.label(|w| w.matrix().lead)}</p>
        <div class="toolbar matrix-filter">
            <SearchField label=t.prop(|w| w.matrix().images)/>
            {people()}
            {switches(view)}
        </div>
        {dynamic(body)}
    }
    .into_any()
}

/// The field for users. The search of the page is for images.
fn people() -> AnyView {
    let (t, navigation) = (use_locale(), expect_context::<Navigation>());
    let label = t.prop(|w| w.matrix().people);
    view! {
        <input
            type="search"
            class="input search"
            autocomplete="off"
            spellcheck="false"
            aria-label=move || label.get()
            placeholder=move || label.get()
            prop:value=move || navigation.query().with(|query| query.people.clone())
            on:input:target=move |event| navigation.refine(|query| query.people = event.target().value())
        />
    }
    .into_any()
}

/// Whether images with the same list share a row, and what runs down.
fn switches(view: Memo<View>) -> AnyView {
    let navigation = expect_context::<Navigation>();
    let turn_on = move |change: fn(View) -> View| {
        let to = change(view.get_untracked());
        navigation.refine(|query| to.key().clone_into(&mut query.show));
    };
    let regroup = move || {
        turn_on(|view| {
            let rows = if view.rows == Rows::Grouped { Rows::Single } else { Rows::Grouped };
            View { rows, ..view }
        });
    };
    let turn = move || {
        turn_on(|view| {
            let turn = if view.turn == Turn::UsersDown { Turn::ImagesDown } else { Turn::UsersDown };
            View { turn, ..view }
        });
    };
    view! {
        {switch(|w| w.review_tables().group, move || view.get().rows == Rows::Grouped, regroup)}
        {switch(|w| w.matrix().turn, move || view.get().turn == Turn::UsersDown, turn)}
    }
    .into_any()
}

/// The address of the matrix for what the present address is about.
pub(super) fn address(navigation: Navigation, choose: impl FnOnce(&Query) -> Query) -> String {
    let query = navigation.query().with(|query| Query { region: query.region.clone(), ..choose(query) });
    Place { route: ReviewPage::Matrix.route(), query }.to_address()
}

/// The link to the matrix of what a table shows; none while the table is not filtered.
pub(super) fn link_of_filter(choose: fn(&str) -> Query) -> AnyView {
    let (t, navigation) = (use_locale(), expect_context::<Navigation>());
    dynamic(move || {
        let is_filtered = navigation.query().with(|query| !query.search.trim().is_empty());
        is_filtered.then(|| {
            let href = move || address(navigation, |query| choose(&query.search));
            view! { <a class="button" href=href>{t.label(|w| w.matrix().to_matrix)}</a> }
        })
    })
}
