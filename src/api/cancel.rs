//! Giving up a call: by anyone who no longer needs it, or by the clock.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

use super::error::ApiError;
use super::retry::Pause;

/// Hears of every pause between two tries, and by `None` of its end.
type OnPause = Rc<dyn Fn(Option<Pause>)>;

/// A handle by which the calls made with it can be given up. Clones are the same handle.
#[derive(Clone)]
pub struct Cancel {
    controller: Option<AbortController>,
    why: Rc<Cell<Why>>,
    on_pause: Option<OnPause>,
    /// Whether a read is sent once, whatever comes of it.
    is_single: bool,
    /// Ends the pause under way.
    wake: Rc<RefCell<Option<Function>>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    Running,
    NotWanted,
    TooLate,
}

impl Cancel {
    /// A fresh handle.
    pub fn new() -> Self {
        // A browser without AbortController still gets answers; they just can't be given up early.
        Self {
            controller: AbortController::new().ok(),
            why: Rc::new(Cell::new(Why::Running)),
            on_pause: None,
            is_single: false,
            wake: Rc::default(),
        }
    }

    /// A fresh handle for someone who shows it when the program pauses between two tries.
    pub fn watched(on_pause: impl Fn(Option<Pause>) + 'static) -> Self {
        Self { on_pause: Some(Rc::new(on_pause)), ..Self::new() }
    }

    /// A fresh handle for someone who decides alone what is read again.
    pub fn single() -> Self {
        Self { is_single: true, ..Self::new() }
    }

    /// Whether a read is sent once, whatever comes of it.
    pub(super) fn is_single(&self) -> bool {
        self.is_single
    }

    /// Whether someone sees it when the program pauses.
    pub(super) fn is_watched(&self) -> bool {
        self.on_pause.is_some()
    }

    /// Waits, unless it is given up meanwhile.
    ///
    /// # Errors
    /// Why it was given up.
    pub(super) async fn pause(&self, pause: Pause) -> Result<(), ApiError> {
        self.report(Some(pause));
        let mut timer = None;
        let over = Promise::new(&mut |resolve, _| {
            *self.wake.borrow_mut() = Some(resolve.clone());
            timer = Some(Timeout::new(pause.milliseconds, move || call(&resolve)));
        });
        // The promise is never refused.
        let _ = JsFuture::from(over).await;
        drop(timer);
        self.report(None);
        if self.why.get() == Why::Running { Ok(()) } else { Err(self.cause()) }
    }

    fn report(&self, pause: Option<Pause>) {
        if let Some(on_pause) = &self.on_pause {
            on_pause(pause);
        }
    }

    /// Gives up: nobody waits for the answer any more.
    pub fn cancel(&self) {
        self.stop(Why::NotWanted);
    }

    /// Gives up: it has taken too long.
    pub(super) fn expire(&self) {
        self.stop(Why::TooLate);
    }

    /// The signal for the browser.
    pub(super) fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }

    /// Why a call with this handle got no answer.
    pub(super) fn cause(&self) -> ApiError {
        match self.why.get() {
            Why::Running => ApiError::Network,
            Why::NotWanted => ApiError::Aborted,
            Why::TooLate => ApiError::Timeout,
        }
    }

    fn stop(&self, why: Why) {
        if self.why.get() == Why::Running {
            self.why.set(why);
            if let Some(controller) = &self.controller {
                // Without a reason on purpose: the default one is an `Error`, which every layer understands.
                controller.abort();
            }
            let waiting = self.wake.borrow_mut().take();
            if let Some(wake) = waiting {
                call(&wake);
            }
        }
    }
}

/// Calls a function of the browser's, which none of those here can fail.
fn call(function: &Function) {
    let _ = function.call0(&JsValue::NULL);
}

impl Default for Cancel {
    fn default() -> Self {
        Self::new()
    }
}
