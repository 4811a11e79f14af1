//! Time that flies, for what a person would wait for.

use std::time::Duration;

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How many times as fast.
const FASTER: u32 = 100;

/// Waits for a timer. One that was set before, for as long, has gone off by then.
pub async fn later(wait: Duration) {
    let milliseconds = i32::try_from(wait.as_millis()).unwrap();
    let passed = Promise::new(&mut |done, _| {
        let timer = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
        timer.unwrap();
    });
    JsFuture::from(passed).await.unwrap();
}

/// Timers are fast until this is dropped.
#[must_use = "time flies only while this lives"]
pub struct Hurry {
    own: JsValue,
}

/// Lets every timer that is set from now on go off a hundred times as early.
pub fn hurry() -> Hurry {
    let own = Reflect::get(&js_sys::global(), &"setTimeout".into()).unwrap();
    let code =
        format!("return (then, wait = 0, ...rest) => own.call(globalThis, then, wait / {FASTER}, ...rest);");
    let faster = Function::new_with_args("own", &code).call1(&JsValue::UNDEFINED, &own).unwrap();
    set(&faster);
    Hurry { own }
}

fn set(timer: &JsValue) {
    assert!(timer.is_instance_of::<Function>());
    Reflect::set(&js_sys::global(), &"setTimeout".into(), timer).unwrap();
}

impl Drop for Hurry {
    fn drop(&mut self) {
        set(&self.own);
    }
}

/// Both clocks of the browser, moved forward or back from what they really say, until this is dropped.
#[must_use = "the clocks are moved only while this lives"]
pub struct Clocks(JsValue);

/// Takes hold of both clocks.
pub fn clocks() -> Clocks {
    let code = "const wall = Date.now.bind(Date), steady = performance.now.bind(performance);
        const moved = { wall: 0, steady: 0 };
        Date.now = () => wall() + moved.wall;
        performance.now = () => steady() + moved.steady;
        moved.undo = () => { Date.now = wall; delete performance.now; };
        return moved;";
    Clocks(Function::new_no_args(code).call0(&JsValue::UNDEFINED).unwrap())
}

impl Clocks {
    /// Time passes, and both clocks see it.
    pub fn pass(&self, time: Duration) {
        self.add("steady", time.as_secs_f64());
        self.add("wall", time.as_secs_f64());
    }

    /// The computer sleeps, and the steady clock stands still; or someone sets the wall clock forward.
    pub fn leap(&self, time: Duration) {
        self.add("wall", time.as_secs_f64());
    }

    /// Someone sets the wall clock back.
    pub fn set_back(&self, time: Duration) {
        self.add("wall", -time.as_secs_f64());
    }

    fn add(&self, which: &str, seconds: f64) {
        let present = Reflect::get(&self.0, &which.into()).unwrap().as_f64().unwrap();
        Reflect::set(&self.0, &which.into(), &(present + seconds * 1000.0).into()).unwrap();
    }
}

impl Drop for Clocks {
    fn drop(&mut self) {
        let undo: Function = Reflect::get(&self.0, &"undo".into()).unwrap().unchecked_into();
        undo.call0(&JsValue::UNDEFINED).unwrap();
    }
}

/// The page is come back to, so that it looks at its clocks.
pub fn come_back() {
    window().dispatch_event(&super::act::event("Event", "focus", &[])).unwrap();
}

/// So many minutes.
pub const fn minutes(count: u64) -> Duration {
    Duration::from_secs(60 * count)
}
