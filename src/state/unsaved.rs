//! Work that leaving the page, or the session, would lose. A link and signing out are caught before anything else hears of
//! them, a step in the history is taken back, and each happens once the user agrees; the browser asks by itself before a
//! reload or the end of the tab, where the journal of the session would be lost too.

use std::cell::Cell;

use crate::view::prelude::*;
use leptos::ev;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlElement, MouseEvent};

use super::journal::Journal;
use super::navigation::Navigation;

/// What leads away from a page; a button that does says so by `data-leaves`.
const WAYS_OUT: &str = "a[href], [data-leaves]";

/// What would be lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// What was typed on the page.
    Page,
    /// What the session keeps while pages change.
    Session,
}

/// What goes on if the user agrees to lose the work.
#[derive(Clone)]
enum GoOn {
    /// Something of the page's own, as closing a dialog.
    Run(Callback<()>),
    /// The click that was caught.
    Click(HtmlElement),
    /// The step in the history that was taken back.
    Step,
}

/// See the module.
#[derive(Clone, Copy)]
pub struct Unsaved {
    navigation: Navigation,
    work: RwSignal<Vec<(u32, Signal<bool>)>>,
    /// Work that other pages of the session keep: only signing out loses it.
    of_session: RwSignal<Vec<Signal<bool>>>,
    next: StoredValue<u32>,
    asking: RwSignal<Option<Loss>>,
    go_on: StoredValue<Option<GoOn>>,
    /// Whether what is caught next was agreed to.
    is_agreed: StoredValue<bool>,
}

thread_local! {
    /// That of the present session.
    static PRESENT: Cell<Option<Unsaved>> = const { Cell::new(None) };

    /// Handles steps. It is set with [`PRESENT`]: its code comes with a later part of the program.
    static HEAR: Cell<fn(&Event)> = const { Cell::new(|_| {}) };
}

/// Hears of steps in the browser's history from now on. Listeners of the window are called in the order in which they
/// came, so this comes before navigation is installed; between two of them everything is drawn that has changed.
pub fn hear_of_steps_first() {
    let _ = window_event_listener(ev::popstate, |event| HEAR.get()(&event));
}

fn hear(event: &Event) {
    if let Some(unsaved) = PRESENT.get() {
        unsaved.stepped(event);
    }
}

impl Unsaved {
    /// Nothing is unsaved yet.
    pub fn install(navigation: Navigation, journal: Journal) -> Self {
        let unsaved = Self {
            navigation,
            work: RwSignal::new(Vec::new()),
            of_session: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
            asking: RwSignal::new(None),
            go_on: StoredValue::new(None),
            is_agreed: StoredValue::new(false),
        };
        capture("click", move |event| unsaved.clicked(&event));
        PRESENT.set(Some(unsaved));
        HEAR.set(hear);
        let unload = window_event_listener(ev::beforeunload, move |event| {
            if unsaved.is_any() || unsaved.is_any_in_session() || journal.has_way_back() {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            PRESENT.set(None);
            unload.remove();
        });
        unsaved
    }

    /// Takes note of work of the present owner, for as long as that is there: whether there is any.
    pub fn watch(self, is_begun: Signal<bool>) {
        let number = self.next.get_value();
        self.next.set_value(number + 1);
        self.work.update(|work| work.push((number, is_begun)));
        on_cleanup(move || {
            let _ = self.work.try_update(|work| work.retain(|(other, _)| *other != number));
        });
    }

    /// Takes note of work that stays while pages change, for as long as the session lasts: whether there is any.
    pub fn watch_in_session(self, is_begun: Signal<bool>) {
        self.of_session.update(|work| work.push(is_begun));
    }

    /// Whether there is work on the page at present, for what is drawn by it.
    pub fn is_begun(self) -> bool {
        self.work.with(|work| work.iter().any(|(_, one)| one.try_get() == Some(true)))
    }

    fn is_any(self) -> bool {
        self.work.try_with_untracked(|work| work.iter().any(|(_, one)| is_begun(one))) == Some(true)
    }

    fn is_any_in_session(self) -> bool {
        self.of_session.try_with_untracked(|work| work.iter().any(is_begun)) == Some(true)
    }

    /// Goes on, after a question where that loses what the session keeps.
    pub fn lose(self, is_lost: bool, go_on: Callback<()>) {
        self.go_on(Some(Loss::Session).filter(|_| is_lost), go_on);
    }

    /// Goes on, after a question where work would be lost.
    pub fn leave(self, go_on: Callback<()>) {
        self.go_on(Some(Loss::Page).filter(|_| self.is_any()), go_on);
    }

    fn go_on(self, loss: Option<Loss>, go_on: Callback<()>) {
        match loss {
            Some(loss) => self.ask(loss, GoOn::Run(go_on)),
            None => go_on.run(()),
        }
    }

    /// What the user is asked about; `None` while they are not.
    pub fn asking(self) -> Option<Loss> {
        self.asking.get()
    }

    /// The user keeps the work.
    pub fn keep(self) {
        self.asking.set(None);
        self.go_on.set_value(None);
    }

    /// The user gives the work up.
    pub fn discard(self) {
        self.asking.set(None);
        match self.go_on.try_update_value(Option::take).flatten() {
            Some(GoOn::Run(go_on)) => {
                let _ = go_on.try_run(());
            }
            Some(GoOn::Click(element)) => {
                self.is_agreed.set_value(true);
                element.click();
                // The page may be gone by the click.
                let _ = self.is_agreed.try_set_value(false);
            }
            Some(GoOn::Step) => {
                self.is_agreed.set_value(true);
                if let Ok(history) = window().history() {
                    let _ = history.back();
                }
            }
            None => {}
        }
    }

    fn ask(self, loss: Loss, go_on: GoOn) {
        self.go_on.set_value(Some(go_on));
        self.asking.set(Some(loss));
    }

    fn asks(self) -> bool {
        !self.is_agreed() && self.is_any()
    }

    fn is_agreed(self) -> bool {
        self.is_agreed.try_get_value() != Some(false)
    }

    fn clicked(self, event: &Event) {
        let Some(way_out) = way_out(event) else { return };
        let leaves_session = way_out.dyn_ref::<HtmlAnchorElement>().is_none() && self.is_any_in_session();
        if self.asks() || (leaves_session && !self.is_agreed()) {
            event.prevent_default();
            event.stop_immediate_propagation();
            self.ask(if leaves_session { Loss::Session } else { Loss::Page }, GoOn::Click(way_out));
        }
    }

    /// The browser has made a step in its history, which is taken back until the user agrees.
    fn stepped(self, event: &Event) {
        if self.asks() {
            event.stop_immediate_propagation();
            self.navigation.stay();
            self.ask(Loss::Page, GoOn::Step);
        }
        let _ = self.is_agreed.try_set_value(false);
    }
}

fn is_begun(signal: &Signal<bool>) -> bool {
    signal.try_get_untracked() == Some(true)
}

/// What a plain click leaves the page by, if it does. Links to other places on the page, and clicks by which the browser
/// opens something beside it, lead nowhere.
fn way_out(event: &Event) -> Option<HtmlElement> {
    let click: &MouseEvent = event.dyn_ref()?;
    let is_plain = click.button() == 0
        && !(click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key());
    let target: Element = event.target()?.dyn_into().ok()?;
    let way_out = target.closest(WAYS_OUT).ok().flatten().filter(|_| is_plain)?;
    let stays = |link: &HtmlAnchorElement| !link.hash().is_empty() || !link.target().is_empty();
    if way_out.dyn_ref::<HtmlAnchorElement>().is_some_and(stays) {
        return None;
    }
    way_out.dyn_into().ok()
}

/// Hears of an event of the window before anything else does, for as long as the present owner is there.
fn capture(name: &'static str, hear: impl Fn(Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(hear);
    let function = || listener.as_ref().unchecked_ref();
    let _ = window().add_event_listener_with_callback_and_bool(name, function(), true);
    let listener = StoredValue::new(Some(listener));
    on_cleanup(move || {
        if let Some(listener) = listener.try_update_value(Option::take).flatten() {
            let function = listener.as_ref().unchecked_ref();
            let _ = window().remove_event_listener_with_callback_and_bool(name, function, true);
        }
    });
}
