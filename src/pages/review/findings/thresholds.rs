//! From when on the rules find something, to be read and changed. It holds for this session.

use crate::view::prelude::*;

use crate::components::number_input::NumberInput;
use crate::state::review::Review;
use crate::words::{Text, Words, use_locale};
use domain::review::findings::Thresholds;

/// A threshold: its label, its value, and the largest value that makes sense.
struct Threshold {
    label: fn(&'static Words) -> &'static str,
    value: fn(&mut Thresholds) -> &mut u32,
    most: u32,
}

const THRESHOLDS: [Threshold; 6] = [
    Threshold { label: |w| w.findings().managers_most, value: |all| &mut all.managers_most, most: 10_000 },
    Threshold { label: |w| w.findings().users_least, value: |all| &mut all.users_least, most: 10_000 },
    Threshold { label: |w| w.findings().images_least, value: |all| &mut all.images_least, most: 10_000 },
    Threshold { label: |w| w.findings().most_percent, value: |all| &mut all.most_percent, most: 100 },
    Threshold {
        label: |w| w.findings().strangers_percent,
        value: |all| &mut all.strangers_percent,
        most: 100,
    },
    Threshold {
        label: |w| w.findings().strangers_least,
        value: |all| &mut all.strangers_least,
        most: 10_000,
    },
];

#[component]
pub(super) fn ThresholdFields(review: Review) -> impl IntoView {
    let t = use_locale();
    let field = |threshold| view! { <ThresholdField review threshold/> };
    view! {
        <details class="review">
            <summary>{t.label(|w| w.findings().thresholds)}</summary>
            <div class="thresholds">{THRESHOLDS.map(field).into_iter().collect_view()}</div>
        </details>
    }
}

#[component]
fn ThresholdField(review: Review, threshold: Threshold) -> impl IntoView {
    let t = use_locale();
    let thresholds = review.findings().thresholds();
    let Threshold { label, value, most } = threshold;
    let label: Text = t.prop(label);
    let present = move || thresholds.with(|all| *value(&mut all.clone()));
    let choose = Callback::new(move |number: u32| thresholds.update(|all| *value(all) = number));
    view! {
        <label class="threshold">
            <span>{move || label.get()}</span>
            <NumberInput value=Signal::derive(present) most on_choose=choose/>
        </label>
    }
}
