//! Work on the page that leaving it would lose. Whoever leads away from the page asks here first; the browser asks by
//! itself before a reload or the end of the tab, where the journal of the session would be lost too.

use leptos::ev;
use leptos::prelude::*;

use super::journal::Journal;
use super::navigation::{Guard, Navigation};

/// See the module.
#[derive(Clone, Copy)]
pub struct Unsaved {
    work: RwSignal<Vec<(u32, Signal<bool>)>>,
    next: StoredValue<u32>,
    /// What goes on if the user agrees to lose the work.
    asking: RwSignal<Option<Callback<()>>>,
}

impl Unsaved {
    /// Nothing is unsaved yet. Navigation and the browser ask from now on.
    pub fn install(navigation: Navigation, journal: Journal) -> Self {
        let unsaved =
            Self { work: RwSignal::new(Vec::new()), next: StoredValue::new(0), asking: RwSignal::new(None) };
        navigation.guard(Guard {
            is_due: Callback::new(move |()| unsaved.is_any()),
            ask: Callback::new(move |go_on| unsaved.asking.set(Some(go_on))),
        });
        let unload = window_event_listener(ev::beforeunload, move |event| {
            if unsaved.is_any() || journal.has_way_back() {
                event.prevent_default();
                // Browsers of some years ago look at this alone.
                event.set_return_value("unsaved");
            }
        });
        on_cleanup(move || unload.remove());
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

    fn is_any(self) -> bool {
        let is_begun = |signal: &Signal<bool>| signal.try_get_untracked() == Some(true);
        self.work.try_with_untracked(|work| work.iter().any(|(_, one)| is_begun(one))) == Some(true)
    }

    /// Goes on, after a question where work would be lost.
    pub fn leave(self, go_on: Callback<()>) {
        if self.is_any() {
            self.asking.set(Some(go_on));
        } else {
            go_on.run(());
        }
    }

    /// Whether the user is asked.
    pub fn is_asking(self) -> bool {
        self.asking.with(Option::is_some)
    }

    /// The user keeps the work.
    pub fn keep(self) {
        self.asking.set(None);
    }

    /// The user gives the work up.
    pub fn discard(self) {
        if let Some(go_on) = self.asking.try_update(Option::take).flatten() {
            let _ = go_on.try_run(());
        }
    }
}
