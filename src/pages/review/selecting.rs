//! Rows of a table that are ticked, so that something is done with all of them.

use std::collections::BTreeSet;

use crate::view::prelude::*;

use crate::pages::listing::Listing;
use crate::pages::review::choosing::tick;
use crate::words::use_locale;
use domain::model::names::Target;
use domain::table::rows::TableRow;
use domain::text::reveal::visible;

/// What a row is known by; `None` for a row that can't be ticked.
pub(in crate::pages) type Key<R> = fn(&R) -> Option<&Target>;

/// The rows that are ticked, by what they are known by. Rows that are not shown do not count.
pub(in crate::pages) struct Ticked<R: 'static> {
    all: RwSignal<BTreeSet<Target>>,
    key: Key<R>,
}

impl<R> Clone for Ticked<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Ticked<R> {}

impl<R: TableRow> Ticked<R> {
    pub(in crate::pages) fn new(key: Key<R>) -> Self {
        Self { all: RwSignal::new(BTreeSet::new()), key }
    }

    /// The box of a row, for its first cell. Where there is none, the names are still in line.
    pub(in crate::pages) fn tick(self, row: &R) -> AnyView {
        let t = use_locale();
        let Some(target) = (self.key)(row).cloned() else {
            return view! { <span class="tick"></span> }.into_any();
        };
        let name = visible(target.to_string());
        let chosen = target.clone();
        let choose = move |on: bool| tick(self.all, chosen.clone(), on);
        view! {
            <input
                type="checkbox"
                class="tick"
                aria-label=move || (t.words().changes().select)(&name)
                prop:checked=move || self.all.with(|all| all.contains(&target))
                on:change:target=move |event| choose(event.target().checked())
            />
        }
        .into_any()
    }

    /// The rows that are shown and ticked.
    pub(in crate::pages) fn rows(self, listing: Listing<R>) -> Vec<R> {
        self.all.with(|all| {
            let is_ticked = |row: &&R| (self.key)(row).is_some_and(|target| all.contains(target));
            listing.visible(|rows| rows.filter(is_ticked).cloned().collect())
        })
    }

    /// How many of the rows that are shown are ticked, and how many can be.
    pub(in crate::pages) fn counts(self, listing: Listing<R>) -> (usize, usize) {
        self.all.with(|all| {
            let count =
                |(n, of): (usize, usize), target: &Target| (n + usize::from(all.contains(target)), of + 1);
            listing.visible(|rows| rows.filter_map(self.key).fold((0, 0), count))
        })
    }

    /// Ticks all rows that are shown, or, where they all are, none.
    fn toggle_all(self, listing: Listing<R>) {
        let (count, of) = untrack(|| self.counts(listing));
        let shown = || untrack(|| listing.visible(|rows| rows.filter_map(self.key).cloned().collect()));
        self.all.set(if count < of { shown() } else { BTreeSet::new() });
    }
}

/// "Select all", for the rows that are shown.
#[component]
pub(in crate::pages) fn SelectAll<R: TableRow>(ticked: Ticked<R>, listing: Listing<R>) -> impl IntoView {
    let t = use_locale();
    let counts = Memo::new(move |_| ticked.counts(listing));
    let (is_any, is_all) = (move || counts.get().0 > 0, move || counts.get().0 == counts.get().1);
    view! {
        <label class="radio">
            <input
                type="checkbox"
                prop:checked=move || is_any() && is_all()
                prop:indeterminate=move || is_any() && !is_all()
                on:click=move |_| ticked.toggle_all(listing)
            />
            {t.label(|w| w.changes().select_all)}
        </label>
    }
}
