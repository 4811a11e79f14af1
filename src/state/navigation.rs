//! Where one is: the browser's address as a signal, and the ways to change it.
//!
//! Own code instead of `leptos_router`, for reasons that `docs/decisions/0003-own-navigation.md` gives.

use crate::view::prelude::*;
use leptos::ev;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlAnchorElement, MouseEvent};

use domain::model::names::RegionId;
use domain::paths::{BASE, Query, Route};

/// A page and what its URL says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The page.
    pub route: Route,
    /// The rest of the URL.
    pub query: Query,
}

impl Place {
    /// The place of an address inside the console; `None` for one that is not.
    fn parse(path_and_query: &str) -> Option<Self> {
        let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
        match Route::parse(path, BASE) {
            Route::NotFound => None,
            route => Some(Self { route, query: Query::parse(query) }),
        }
    }

    /// The address, for a link.
    pub fn to_address(&self) -> String {
        format!("{}{}", self.route.to_path(BASE), self.query.to_text())
    }
}

/// How an address gets into the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    /// As a new entry, so that "back" returns.
    New,
    /// In place of the present one.
    Replaced,
}

/// The console's place, for every page.
#[derive(Clone, Copy)]
pub struct Navigation {
    place: RwSignal<Place>,
    route: Memo<Route>,
    query: Memo<Query>,
}

impl Navigation {
    /// Reads the address, and follows links and the browser's back and forward buttons from now on.
    pub fn install() -> Self {
        let place = RwSignal::new(present());
        let navigation = Self {
            place,
            route: Memo::new(move |_| place.with(|place| place.route.clone())),
            query: Memo::new(move |_| place.with(|place| place.query.clone())),
        };
        let back = window_event_listener(ev::popstate, move |_| {
            let _ = place.try_set(present());
        });
        let links = window_event_listener(ev::click, move |click| navigation.follow(&click));
        on_cleanup(move || {
            back.remove();
            links.remove();
        });
        navigation
    }

    /// The page.
    pub fn route(self) -> Memo<Route> {
        self.route
    }

    /// The rest of the URL.
    pub fn query(self) -> Memo<Query> {
        self.query
    }

    /// The address of a page, for a link: what holds on every page is carried along.
    pub fn href(self, route: &Route) -> String {
        let query = self.query.with(Query::across_pages);
        Place { route: route.clone(), query }.to_address()
    }

    /// Goes to a page.
    pub fn go(self, route: Route) {
        let query = self.query.with_untracked(Query::across_pages);
        self.enter(Place { route, query }, Entry::New);
    }

    /// Goes to a page in place of the present one, which "back" then skips.
    pub fn replace(self, route: Route) {
        let query = self.query.with_untracked(Query::across_pages);
        self.enter(Place { route, query }, Entry::Replaced);
    }

    /// Changes the query of the present page, without a new entry in the history: searching is no journey.
    pub fn refine(self, change: impl FnOnce(&mut Query)) {
        let mut place = self.place.get_untracked();
        change(&mut place.query);
        if self.place.with_untracked(|present| *present != place) {
            self.enter(place, Entry::Replaced);
        }
    }

    /// Sets the region in the URL.
    pub fn set_region(self, region: Option<RegionId>) {
        self.refine(|query| query.region = region);
    }

    /// Goes to the sign-in page and keeps where one was. That is kept in the history entry, not in the URL, so no
    /// link from elsewhere can choose where a sign-in leads.
    pub fn to_sign_in(self) {
        let from = self.place.get_untracked();
        let query = from.query.across_pages();
        self.place.set(Place { route: Route::SignIn, query: query.clone() });
        let address = Place { route: Route::SignIn, query }.to_address();
        write(Entry::Replaced, &address, &JsValue::from_str(&from.to_address()));
    }

    /// Goes where one was before the sign-in page, or to the start. Only the console's own pages count.
    pub fn back_from_sign_in(self) {
        let kept =
            window().history().and_then(|history| history.state()).ok().and_then(|state| state.as_string());
        let place = kept
            .as_deref()
            .and_then(Place::parse)
            .filter(|place| !matches!(place.route, Route::SignIn | Route::Start))
            .unwrap_or_else(|| Place {
                route: Route::Organizations,
                query: self.query.with_untracked(Query::across_pages),
            });
        self.enter(place, Entry::Replaced);
    }

    /// The browser's address is that of the present page again, as a new entry in the history.
    pub fn stay(self) {
        let address = self.place.with_untracked(Place::to_address);
        write(Entry::New, &address, &JsValue::NULL);
    }

    fn enter(self, place: Place, entry: Entry) {
        write(entry, &place.to_address(), &JsValue::NULL);
        if entry == Entry::New {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        self.place.set(place);
    }

    /// Takes over a plain click on a link to one of the console's pages. Everything else is the browser's: other
    /// buttons, keys held down, other origins, `target`, `download`.
    fn follow(self, click: &MouseEvent) {
        let modified = click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key();
        if click.default_prevented() || click.button() != 0 || modified {
            return;
        }
        let target = click.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(link) = target.and_then(|target| target.closest("a[href]").ok().flatten()) else { return };
        let Ok(link) = link.dyn_into::<HtmlAnchorElement>() else { return };
        let own_origin = window().location().origin().is_ok_and(|origin| origin == link.origin());
        if !own_origin
            || !link.target().is_empty()
            || link.has_attribute("download")
            || !link.hash().is_empty()
        {
            return;
        }
        if let Some(place) = Place::parse(&format!("{}{}", link.pathname(), link.search())) {
            click.prevent_default();
            let same = self.place.with_untracked(|present| *present == place);
            self.enter(place, if same { Entry::Replaced } else { Entry::New });
        }
    }
}

/// The place of the browser's present address. What the console does not know is taken out of the address, so that it
/// says no more than the page shows; an address that leads nowhere is left for its owner to read.
fn present() -> Place {
    let location = window().location();
    let (path, search) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let place = Place { route: Route::parse(&path, BASE), query: Query::parse(&search) };
    let address = place.to_address();
    if place.route != Route::NotFound && address != format!("{path}{search}") {
        let kept = window().history().and_then(|history| history.state()).unwrap_or_default();
        write(Entry::Replaced, &address, &kept);
    }
    place
}

/// Writes an address into the browser's history. A browser may refuse (some allow only so many a minute); then
/// the address bar lags behind, and the page goes on.
fn write(entry: Entry, address: &str, state: &JsValue) {
    if let Ok(history) = window().history() {
        let _ = match entry {
            Entry::New => history.push_state_with_url(state, "", Some(address)),
            Entry::Replaced => history.replace_state_with_url(state, "", Some(address)),
        };
    }
}
