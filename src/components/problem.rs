//! A failure, where it belongs: what happened, why, what to do, and what support needs.

use crate::view::prelude::*;

use crate::api::error::{ApiError, LONGEST_ASKED};
use crate::words::use_locale;
use domain::model::operation::Operation;
use domain::text::reveal::visible_sentence;

use super::copy::CopyButton;

/// A failure.
#[component]
pub fn ProblemView(
    /// What was tried.
    operation: Operation,
    /// How it failed.
    error: ApiError,
    /// Tries again; shown only where that can help.
    #[prop(optional)]
    on_retry: Option<Callback<()>>,
    /// Whether the service's own sentence is shown with the reason and not only under the details. IAM's says more
    /// than a status can.
    #[prop(optional)]
    quote: bool,
) -> impl IntoView {
    let t = use_locale();
    let retryable = error.is_retryable() || error == ApiError::Aborted;
    // A shorter wait was kept by the program itself.
    let asked = error.retry_after().filter(|seconds| *seconds > LONGEST_ASKED);
    let quoted = error.body().and_then(|body| body.message()).filter(|_| quote).map(visible_sentence);
    let error = StoredValue::new(error);
    let said = move || error.with_value(|error| t.explain(operation, error));
    view! {
        <div class="problem">
            <div role="alert">
                <p class="problem__headline">{dynamic(move || said().headline)}</p>
                <p class="problem__text">{dynamic(move || said().reason)}</p>
                {quoted.map(|quoted| view! { <p class="problem__quote"><q><bdi>{quoted}</bdi></q></p> })}
                <p class="problem__text">{dynamic(move || said().remedy)}</p>
                {asked
                    .map(|seconds| {
                        view! {
                            <p class="problem__text">
                                {dynamic(move || (t.words().connection.wait_longer)(seconds))}
                            </p>
                        }
                    })}
            </div>
            {on_retry
                .filter(|_| retryable)
                .map(|retry| {
                    view! {
                        <button type="button" class="button" on:click=move |_| retry.run(())>
                            {t.label(|w| w.problem.try_again)}
                        </button>
                    }
                })}
            <Details error/>
        </div>
    }
}

/// What support needs.
#[component]
fn Details(error: StoredValue<ApiError>) -> impl IntoView {
    let t = use_locale();
    let rows = move || {
        let words = &t.words().problem;
        let text = |text: Option<&str>| text.map_or_else(|| words.none.to_owned(), visible_sentence);
        error.with_value(|error| {
            [
                (words.status, text(error.status().map(|status| status.to_string()).as_deref())),
                (words.code, text(error.code())),
                (words.message, visible_sentence(&words.body(error.body()))),
                (words.request_id, text(error.request_id())),
            ]
        })
    };
    let as_text = move || rows().map(|(label, value)| format!("{label}: {value}")).join("\n");
    view! {
        <details class="details">
            <summary>{t.label(|w| w.problem.details)}</summary>
            <dl class="details__list">
                {dynamic(move || {
                    rows()
                        .map(|(label, value)| view! { <dt>{label}</dt> <dd><bdi>{value}</bdi></dd> })
                        .into_iter()
                        .collect_view()
                })}
            </dl>
            <CopyButton text=Signal::derive(as_text) label=t.prop(|w| w.problem.copy) worded=true/>
        </details>
    }
}
