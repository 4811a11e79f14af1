//! Whether the network is there. It is noticed from calls that fail, and by asking the console's own web server; a
//! browser's word is taken only when it says that there is none.

use std::time::Duration;

use crate::view::prelude::*;

use crate::api::{ApiError, host};
use crate::by_name::property;
use domain::paths::BASE;

use super::spawn;

/// How often a lost network is looked for again.
const PROBE: Duration = Duration::from_secs(10);

/// The connection as pages see it.
#[derive(Clone, Copy)]
pub struct Connection {
    is_offline: RwSignal<bool>,
    /// How often it came back.
    returns: RwSignal<u32>,
    probing: StoredValue<bool>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Connection {
    /// Follows the network until the present owner goes.
    pub fn new() -> Self {
        let connection = Self {
            is_offline: RwSignal::new(false),
            returns: RwSignal::new(0),
            probing: StoredValue::new(false),
            timer: StoredValue::new(None),
        };
        let offline = window_event_listener_untyped("offline", move |_| connection.lose());
        let online = window_event_listener_untyped("online", move |_| connection.probe());
        on_cleanup(move || {
            offline.remove();
            online.remove();
            connection.stop_timer();
        });
        if !window().navigator().on_line() {
            connection.lose();
        }
        connection
    }

    /// Whether there is none at present.
    pub fn is_offline(self) -> bool {
        self.is_offline.get()
    }

    /// The same, without following changes.
    pub fn is_offline_untracked(self) -> bool {
        self.is_offline.try_get_untracked().unwrap_or(false)
    }

    /// How often it came back: who reads this in an effect can do again what failed.
    pub fn returns(self) -> u32 {
        self.returns.get()
    }

    /// A call has failed. One that got no answer may mean that there is no network, or only that this one service
    /// can't be reached; the console's own web server knows which.
    pub fn note(self, error: &ApiError) {
        if *error == ApiError::Network {
            if window().navigator().on_line() {
                self.probe();
            } else {
                self.lose();
            }
        }
    }

    /// Looks whether it is there; one look at a time.
    pub fn probe(self) {
        if self.probing.try_get_value() != Some(false) {
            return;
        }
        self.probing.set_value(true);
        spawn(async move {
            let is_there = host::is_there(BASE).await;
            let _ = self.probing.try_set_value(false);
            if is_there {
                self.find();
            } else {
                self.lose();
            }
        });
    }

    fn lose(self) {
        if self.is_offline.try_get_untracked() == Some(false) {
            self.is_offline.set(true);
        }
        self.stop_timer();
        let timer = set_timeout_with_handle(move || self.probe(), PROBE).ok();
        let _ = self.timer.try_update_value(|present| *present = timer);
    }

    fn find(self) {
        self.stop_timer();
        if self.is_offline.try_get_untracked() == Some(true) {
            self.is_offline.set(false);
            self.returns.update(|count| *count += 1);
        }
    }

    fn stop_timer(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}

impl Default for Connection {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether the user has asked browsers to transfer little. Only some browsers say so.
pub fn saves_data() -> bool {
    property(&property(&window().navigator(), "connection"), "saveData").is_truthy()
}
