//! From when on the rules find something, to be read and changed. It holds for this session.

use crate::view::prelude::*;

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
    let present = move || thresholds.with(|all| *value(&mut all.clone())).to_string();
    let choose = move |typed: String| {
        // What is no number changes nothing, and the field shows the number again.
        let number = typed
            .trim()
            .parse::<u64>()
            .ok()
            .and_then(|number| u32::try_from(number).ok())
            .filter(|number| (1..=most).contains(number));
        thresholds.update(|all| {
            if let Some(number) = number {
                *value(all) = number;
            }
        });
    };
    view! {
        <label class="threshold">
            <span>{move || label.get()}</span>
            <input
                type="number"
                class="input"
                min="1"
                max=most.to_string()
                prop:value=present
                on:change:target=move |event| choose(event.target().value())
            />
        </label>
    }
}
