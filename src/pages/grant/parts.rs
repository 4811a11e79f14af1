//! How large the request is, and the offer to send a very large one in parts.

use crate::view::prelude::*;

use crate::api::access::prepare;
use crate::words::use_locale;
use domain::change::risk::BULK;
use domain::change::write::Write;
use domain::grant::draft::MOST_IN_ONE_REQUEST;

/// The writes of one grant: one, or parts of a size that is known to be reasonable.
pub(super) fn parted(write: Write, in_parts: bool) -> Vec<Write> {
    if !in_parts || write.edits.len() <= MOST_IN_ONE_REQUEST {
        return vec![write];
    }
    let part = |edits: &[_]| Write { edits: edits.to_vec(), ..write.clone() };
    write.edits.chunks(MOST_IN_ONE_REQUEST).map(part).collect()
}

/// Says how large the request is where that is worth a word.
#[component]
pub(super) fn Parts(requests: Memo<Vec<Write>>, in_parts: RwSignal<bool>) -> impl IntoView {
    let t = use_locale();
    let users = Memo::new(move |_| {
        requests.with(|requests| requests.iter().map(|write| write.edits.len()).sum::<usize>())
    });
    let size = move || {
        let kilobytes = requests.with(|requests| match requests.as_slice() {
            [only] => Some(prepare(only).body.map_or(0, |body| body.len()).div_ceil(1000)),
            _ => None,
        })?;
        Some(view! { <p class="field__hint">{(t.words().grant().size)(users.get(), kilobytes)}</p> })
    };
    view! {
        <Show when=Signal::derive(move || users.get() > BULK)>{dynamic(size)}</Show>
        <Show when=Signal::derive(move || users.get() > MOST_IN_ONE_REQUEST)>
            <label class="bar__all">
                <input
                    type="checkbox"
                    class="tick"
                    prop:checked=move || in_parts.get()
                    on:change:target=move |event| in_parts.set(event.target().checked())
                />
                {dynamic(move || {
                    let parts = users.get().div_ceil(MOST_IN_ONE_REQUEST);
                    (t.words().grant().in_parts)(MOST_IN_ONE_REQUEST, parts)
                })}
            </label>
            <p class="field__hint">{t.label(|w| w.grant().in_parts_means)}</p>
        </Show>
    }
}
