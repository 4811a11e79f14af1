//! Where a write is grave: why, and the field in which the target's name has to be typed.

use crate::view::prelude::*;

use crate::api::error::Kind;
use crate::components::field::TextField;
use crate::words::use_speech;

use super::decision::Decision;

#[component]
pub(super) fn Confirmation(decision: Decision) -> impl IntoView {
    let t = use_speech();
    let kind = Kind::of(&decision.target());
    let reasons = move || {
        let reason = |grave| view! { <p class="advice advice--warning">{(t.words().changes().grave)(grave, kind)}</p> };
        decision.grave.get().into_iter().map(reason).collect_view()
    };
    let wrong = move || {
        let wrong = decision.attempted.get() && !decision.is_confirmed();
        wrong.then(|| t.words().changes().type_exactly.to_owned())
    };
    let is_grave = Signal::derive(move || !decision.grave.with(Vec::is_empty));
    view! {
        <Show when=is_grave>
            {dynamic(reasons)}
            <TextField
                label=t.line(move |w| (w.changes().type_to_confirm)(&decision.name()))
                value=decision.typed
                error=Signal::derive(wrong)
            />
        </Show>
    }
}
