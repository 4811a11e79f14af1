//! Where one is: the browser's address as a signal, and the ways to change it.
//!
//! Own code instead of `leptos_router`, for reasons that `docs/decisions/0003-own-navigation.md` tells.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlAnchorElement, MouseEvent};

use crate::domain::names::RegionId;
use crate::paths::{BASE, Query, Route};

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

    fn to_address(&self) -> String {
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

/// Keeps the user from leaving a page unasked.
#[derive(Clone, Copy)]
pub struct Guard {
    /// Whether leaving would lose something.
    pub is_due: Callback<(), bool>,
    /// Asks the user, and goes on by what it is handed if the answer is to leave.
    pub ask: Callback<Callback<()>>,
}

/// The console's place, for every page.
#[derive(Clone, Copy)]
pub struct Navigation {
    place: RwSignal<Place>,
    route: Memo<Route>,
    query: Memo<Query>,
    /// Asked before the user leaves a page; see [`Navigation::guard`].
    guard: StoredValue<Option<Guard>>,
    /// Whether the next step in the history was agreed to.
    is_agreed: StoredValue<bool>,
}

impl Navigation {
    /// Reads the address, and follows links and the browser's back and forward buttons from now on.
    pub fn install() -> Self {
        let place = RwSignal::new(present());
        let navigation = Self {
            place,
            route: Memo::new(move |_| place.with(|place| place.route.clone())),
            query: Memo::new(move |_| place.with(|place| place.query.clone())),
            guard: StoredValue::new(None),
            is_agreed: StoredValue::new(false),
        };
        let back = window_event_listener(ev::popstate, move |_| navigation.step());
        let links = window_event_listener(ev::click, move |click| navigation.follow(&click));
        on_cleanup(move || {
            back.remove();
            links.remove();
        });
        navigation
    }

    /// From now on, and while the present owner is there, a guard is asked before the user leaves a page by a link, a step
    /// in the history, or by signing out.
    pub fn guard(self, guard: Guard) {
        self.guard.set_value(Some(guard));
        on_cleanup(move || {
            let _ = self.guard.try_update_value(Option::take);
        });
    }

    /// Whether leaving has to wait for an answer of the user's; `go_on` then runs if that is to leave.
    pub fn waits(self, go_on: impl Fn() + Send + Sync + 'static) -> bool {
        let Some(guard) = self.guard.try_get_value().flatten() else { return false };
        let waits = guard.is_due.try_run(()) == Some(true);
        if waits {
            let _ = guard.ask.try_run(Callback::new(move |()| go_on()));
        }
        waits
    }

    /// The browser has made a step in its history. Where work would be lost, that is taken back until the user agrees.
    fn step(self) {
        let go_on = move || {
            self.is_agreed.set_value(true);
            if let Ok(history) = window().history() {
                let _ = history.back();
            }
        };
        let Some(from) = self.place.try_get_untracked() else { return };
        let is_agreed = self.is_agreed.try_update_value(std::mem::take) == Some(true);
        if !is_agreed && self.waits(go_on) {
            return write(Entry::New, &from.to_address(), &JsValue::NULL);
        }
        let _ = self.place.try_set(present());
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
            let entry = if same { Entry::Replaced } else { Entry::New };
            let go_on = move || self.enter(place.clone(), entry);
            if !self.waits(go_on.clone()) {
                go_on();
            }
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
