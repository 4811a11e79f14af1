//! What is shown in the place of something that a part draws, until the part is there.

use crate::view::prelude::*;

use crate::components::must_reload::MustReload;
use crate::components::waiting::Waiting;
use crate::words::use_locale;

use super::part::{AnyPart, Fetched, Part};

/// What a part draws. Until the part is there, the wait for it or the failure is in its place.
pub fn view_of<T: Send + Sync>(
    part: Part<T>,
    draw: impl Fn(&'static T) -> AnyView + Send + 'static,
) -> AnyView {
    dialog_of(part, Callback::new(move |()| part.fetched.give_up()), draw)
}

/// A dialog that a part draws. Until the part is there, the page stays as it is and says so: what opened the dialog keeps
/// the focus, and so the dialog can give it back.
pub fn dialog_of<T: Send + Sync>(
    part: Part<T>,
    on_close: Callback<()>,
    draw: impl Fn(&'static T) -> AnyView + Send + 'static,
) -> AnyView {
    drawn(part.fetched, on_close, Box::new(move |functions| functions.downcast_ref().map(&draw)))
}

fn drawn(
    part: Fetched,
    on_close: Callback<()>,
    draw: Box<dyn Fn(AnyPart) -> Option<AnyView> + Send>,
) -> AnyView {
    part.fetch();
    let has_failed = Memo::new(move |_| part.has_failed());
    let fetch = Callback::new(move |()| part.fetch());
    dynamic(move || match part.get() {
        Some(functions) => draw(functions).into_any(),
        None => absent(has_failed, fetch, on_close),
    })
}

/// A part that is awaited, or could not be fetched. A file that is gone from the web server comes only to a page that knows
/// its successor, so the user can reload as well as try again.
fn absent(has_failed: Memo<bool>, fetch: Callback<()>, give_up: Callback<()>) -> AnyView {
    let t = use_locale();
    dynamic(move || {
        if !has_failed.get() {
            return view! { <Waiting on_cancel=give_up/> }.into_any();
        }
        let (headline, text) = (t.prop(|w| w.start.part), t.prop(|w| w.start.part_means));
        view! { <MustReload headline text on_retry=fetch/> }.into_any()
    })
}
