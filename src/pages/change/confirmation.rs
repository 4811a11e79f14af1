//! Where a write is grave: why, and the field in which the target's name has to be typed.

use crate::view::prelude::*;

use crate::words::use_locale;
use domain::model::operation::Kind;

use super::decision::Decision;

#[component]
pub(super) fn Confirmation(decision: Decision) -> impl IntoView {
    let t = use_locale();
    let kind = Kind::of(&decision.target());
    let reasons = move || {
        let reason =
            |risk| view! { <p class="advice advice--warning">{(t.words().changes().risk)(risk, kind)}</p> };
        decision.risks.get().into_iter().map(reason).collect_view()
    };
    let is_risky = Signal::derive(move || !decision.risks.with(Vec::is_empty));
    view! {
        <Show when=is_risky>
            {dynamic(reasons)}
            {decision.name.view()}
        </Show>
    }
}
