//! The way to the console's other tabs: a `BroadcastChannel`, which only pages of the same origin can hear. What is
//! said on it is in `api::between_tabs`; when, in `tabs`.

use crate::view::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, Event, MessageEvent};

use crate::api::between_tabs::{self, Message};
use domain::paths::of_this_console;

/// The channel's name. Another console on the same origin has another one.
const NAME: &str = "swr-console";

/// The browser's function that is called with each message.
type Listener = Closure<dyn FnMut(Event)>;

/// The way to the other tabs. A browser without it has tabs that know nothing of each other.
#[derive(Clone, Copy)]
pub(super) struct Channel {
    open: StoredValue<Option<BroadcastChannel>>,
    listener: StoredValue<Option<Listener>>,
}

impl Channel {
    /// Opens the channel until the program leaves the page.
    pub(super) fn open() -> Self {
        let channel = Self {
            open: StoredValue::new(BroadcastChannel::new(&of_this_console(NAME)).ok()),
            listener: StoredValue::new(None),
        };
        on_cleanup(move || {
            if let Some(open) = channel.open.try_update_value(Option::take).flatten() {
                open.set_onmessage(None);
                open.close();
            }
        });
        channel
    }

    /// Tells all other tabs.
    pub(super) fn post(self, message: &Message) {
        let _ = self.open.try_with_value(|open| {
            if let Some(open) = open {
                let _ = open.post_message(&between_tabs::write(message).into());
            }
        });
    }

    /// Hears what other tabs send. Other messages are ignored.
    pub(super) fn listen(self, hear: impl Fn(Message) + 'static) {
        let listener = Listener::new(move |event: Event| {
            let data = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            if let Some(message) = data.as_deref().and_then(between_tabs::read) {
                hear(message);
            }
        });
        let _ = self.open.try_with_value(|open| {
            if let Some(open) = open {
                open.set_onmessage(Some(listener.as_ref().unchecked_ref()));
            }
        });
        self.listener.set_value(Some(listener));
    }
}

/// 32 random hexadecimal digits.
pub(super) fn random() -> String {
    let mut bytes = [0_u8; 16];
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    format!("{:032x}", u128::from_be_bytes(bytes))
}
