//! Which rows of a table are in the document: all of a short one, of a long one those near the screen, and always
//! the one that holds the focus.

use crate::view::prelude::{window as page, *};
use leptos::ev;
use leptos::html;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, FocusOptions, HtmlElement};

use crate::view::effect::effect;
use domain::table::window::{self, Item, Viewport, WHOLE, Window};

/// The most rows that are printed.
pub const PRINTED: usize = 2000;

/// The drawn part of a table.
#[derive(Clone, Copy)]
pub struct Windowed {
    /// The pieces to draw, from top to bottom.
    pub items: Memo<Vec<Item>>,
    /// The table's body; the hook measures it.
    pub body: NodeRef<html::Tbody>,
    focused: RwSignal<Option<usize>>,
    /// The element that has the focus. If the browser takes the focus from it, it gets the focus back.
    focused_element: StoredValue<Option<HtmlElement>>,
    /// Whether the program is giving the focus back at this moment. The user has not moved it, so `focused` stays as it is.
    is_giving_focus_back: StoredValue<bool>,
    row_height: RwSignal<f64>,
    /// How far the page was scrolled when it was measured last.
    scrolled: StoredValue<f64>,
    printing: RwSignal<bool>,
}

/// Follows the scrolling of the page for a table with `count` rows.
pub fn use_windowed(count: Signal<usize>) -> Windowed {
    use_windowed_beyond(WHOLE, count)
}

/// The same for a table that is drawn in full up to `whole` rows.
pub fn use_windowed_beyond(whole: usize, count: Signal<usize>) -> Windowed {
    let body = NodeRef::<html::Tbody>::new();
    let viewport = RwSignal::new(Viewport { above: 0.0, height: 1000.0, row: 36.0 });
    let (focused, printing) = (RwSignal::new(None), RwSignal::new(false));
    let row_height = RwSignal::new(36.0);
    let scrolled = StoredValue::new(0.0);
    let measure = move || {
        if let Some(measured) = body.try_get_untracked().flatten().and_then(|body| measured(&body)) {
            let _ = viewport.try_set(measured);
            let _ = scrolled.try_set_value(page().scroll_y().unwrap_or_default());
            let present = row_height.try_get_untracked().unwrap_or(measured.row);
            if (present - measured.row).abs() > 0.01 {
                row_height.set(measured.row);
            }
        }
    };
    let is_scrolling = RwSignal::new(false);
    let window = Memo::new(move |before: Option<&Window>| {
        if printing.get() {
            return Window { start: 0, end: count.get().min(PRINTED) };
        }
        let (count, viewport) = (count.get(), viewport.get());
        let window = window::window_beyond(whole, count, viewport);
        match before.filter(|_| is_scrolling.get()) {
            Some(before) => window::at_once(window, count, viewport, *before),
            None => window,
        }
    });
    let scroll = move || {
        is_scrolling.set(true);
        measure();
        // A frame that is requested during a scroll event is the one that draws the scroll; the next one draws the margins too.
        request_animation_frame(move || request_animation_frame(move || is_scrolling.set(false)));
    };
    let items = Memo::new(move |_| match (printing.get(), window.get()) {
        (true, window) => window::items(window.end, window, None),
        (false, window) => window::items(count.get(), window, focused.get()),
    });
    effect(move || {
        // The first rows show how high a row is, and a new count may move what can be seen.
        count.track();
        body.track();
        request_animation_frame(measure);
    });
    let handles = [
        window_event_listener(ev::scroll, move |_| scroll()),
        window_event_listener(ev::resize, move |_| measure()),
        window_event_listener(ev::beforeprint, move |_| printing.set(true)),
        window_event_listener(ev::afterprint, move |_| printing.set(false)),
    ];
    on_cleanup(move || {
        for handle in handles {
            handle.remove();
        }
    });
    let focused_element = StoredValue::new(None);
    let is_giving_focus_back = StoredValue::new(false);
    Windowed { items, body, focused, focused_element, is_giving_focus_back, row_height, scrolled, printing }
}

impl Windowed {
    /// Takes note of the focus, for `focusin` on the body.
    pub fn focus_in(self, event: &FocusEvent) {
        let holder = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let row = holder
            .as_ref()
            .and_then(|element| element.closest("tr[data-row]").ok().flatten())
            .and_then(|row| row.get_attribute("data-row"))
            .and_then(|row| row.parse().ok());
        self.focused_element.set_value(holder);
        if !self.is_giving_focus_back() {
            self.focused.set(row);
        }
    }

    /// Whether the program is giving the focus back. The rows may still have their old numbers then.
    pub fn is_giving_focus_back(self) -> bool {
        self.is_giving_focus_back.get_value()
    }

    /// Takes note that the focus left, for `focusout` on the body. It may be back at once: moving a row within the
    /// document takes the focus from it (see `give_focus_back`), so the next frame decides.
    pub fn focus_out(self) {
        request_animation_frame(move || {
            let Some(body) = self.body.try_get_untracked().flatten() else { return };
            if !body.contains(document().active_element().as_deref()) {
                let _ = self.focused.try_set(None);
                let _ = self.focused_element.try_update_value(Option::take);
            }
        });
    }

    /// The place of the row that holds the focus.
    pub fn focused(self) -> Option<usize> {
        self.focused.try_get_untracked().flatten()
    }

    /// Draws a row, wherever it is, so that it can take the focus in the next frame.
    pub fn draw(self, row: usize) {
        self.focused.set(Some(row));
    }

    /// Gives the focus back to the row that had it, if drawing the rows again took it away.
    pub fn give_focus_back(self) {
        let nobody_has_it = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        let Some(holder) = self.focused_element.try_get_value().flatten().filter(|_| nobody_has_it) else {
            return;
        };
        let again = if holder.is_connected() { Some(holder) } else { self.successor(&holder) };
        if let Some(element) = again {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            self.is_giving_focus_back.set_value(true);
            let _ = element.focus_with_options(&options);
            self.is_giving_focus_back.set_value(false);
            // In the middle of the redrawing the table was a few rows high, and the browser scrolled up to its end.
            if let Some(scrolled) = self.scrolled.try_get_value() {
                page().scroll_to_with_x_and_y(page().scroll_x().unwrap_or_default(), scrolled);
            }
        }
    }

    /// The control in the place of another one whose row was drawn again.
    fn successor(self, gone: &Element) -> Option<HtmlElement> {
        let row = self.focused()?;
        let row = self
            .body
            .try_get_untracked()
            .flatten()?
            .query_selector(&format!("tr[data-row='{row}']"))
            .ok()??;
        let same = row.query_selector(&gone.tag_name()).ok()??;
        same.dyn_into::<HtmlElement>().ok()
    }

    /// The height of so many rows that are not drawn, for CSS.
    pub fn height(self, rows: usize) -> String {
        height_of(rows, self.row_height.get())
    }

    /// Whether the table is being printed.
    pub fn is_printing(self) -> bool {
        self.printing.get()
    }

    /// Scrolls the page until a row can be seen.
    pub fn reveal(self, row: usize) {
        let Some(body) = self.body.try_get_untracked().flatten() else { return };
        #[expect(clippy::cast_precision_loss, reason = "a table has fewer rows than a double can count")]
        let within = row as f64 * self.row_height.try_get_untracked().unwrap_or_default();
        let on_screen = body.get_bounding_client_rect().top() + within;
        let height = window_height();
        if on_screen < height * 0.15 || on_screen > height * 0.85 {
            let now = page().scroll_y().unwrap_or_default();
            page().scroll_to_with_x_and_y(0.0, now + on_screen - height * 0.4);
        }
    }
}

/// The height of so many rows, for CSS.
pub fn height_of(rows: usize, row_height: f64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a table has fewer rows than a double can count")]
    let height = rows as f64 * row_height;
    length(height)
}

/// A length for CSS.
pub fn length(pixels: f64) -> String {
    // The browser writes the number; Rust's own printing of fractions costs 11 kB of the bundle.
    js_sys::Number::from(pixels).to_string_with_radix(10).map_or_else(|_| String::new(), String::from) + "px"
}

fn measured(body: &Element) -> Option<Viewport> {
    let row = body.query_selector("tr[data-row]").ok().flatten()?.get_bounding_client_rect().height();
    let above = -body.get_bounding_client_rect().top();
    (row > 0.0).then(|| Viewport { above, height: window_height(), row })
}

fn window_height() -> f64 {
    page().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(1000.0)
}
