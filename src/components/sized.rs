//! Elements whose size decides what is drawn.

use crate::view::prelude::*;
use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

use crate::by_name::{call, construct};

/// The width of an element and of its first child, in CSS pixels; 0 and 0 before they are measured. They follow every change
/// of the two. What is drawn by them must not be in the element, since it would change what is measured.
pub fn widths_of(node: NodeRef<leptos::html::Div>) -> Memo<(f64, f64)> {
    let widths = RwSignal::new((0.0, 0.0));
    let measure = move || {
        let Some(element) = node.try_get_untracked().flatten() else { return };
        let width = |element: &Element| element.get_bounding_client_rect().width();
        let inner = element.first_element_child().map_or(0.0, |inner| width(&inner));
        let _ = widths.try_set((width(&element), inner));
    };
    // What is drawn in answer belongs to the next frame: a change of sizes within one is reported as a fault.
    let changed = Closure::<dyn FnMut()>::new(move || request_animation_frame(measure));
    let observer = construct("ResizeObserver", &Array::of1(changed.as_ref())).unwrap_or_default();
    let watching = observer.clone();
    effect(move || {
        if let Some(element) = node.get() {
            let _ = call(&watching, "observe", &element);
            if let Some(inner) = element.first_element_child() {
                let _ = call(&watching, "observe", &inner);
            }
        }
    });
    let kept = StoredValue::new((observer, changed));
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| drop(call(observer, "disconnect", &JsValue::UNDEFINED)));
    });
    Memo::new(move |_| widths.get())
}
