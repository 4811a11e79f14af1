//! The journal as a file in which a later change shows (`api/export/chained`), and the hash that has to be kept beside it.

use crate::view::prelude::*;

use crate::api::export::{Chained, chained};
use crate::components::announcer::Announce;
use crate::components::copy::CopyButton;
use crate::components::download::download;
use crate::state::sha256::sha256;
use crate::state::spawn;
use crate::words::use_locale;
use domain::text::export::Table;

/// "Save audit file", and what came of it.
#[component]
pub(super) fn AuditFile(
    /// The journal as it is now.
    table: Callback<(), Table>,
) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let last = RwSignal::new(None::<String>);
    let save = move |_| {
        let table = table.run(());
        spawn(async move {
            let Ok(Chained { text, last: hash }) = chained(&table, sha256).await else {
                return announce.toast(t.untracked().journal().audit_failed);
            };
            download(&format!("{}.jsonl", table.file_name("")), "application/jsonl", &text);
            announce.toast((t.untracked().journal().exported)(table.rows.len()));
            let _ = last.try_set(Some(hash));
        });
    };
    let kept = move || {
        last.get().map(|hash| {
            view! {
                <p class="notice-line">
                    <span>
                        {t.label(|w| w.journal().audit_hash)} " "
                        <code class="code" translate="no">{hash.clone()}</code>
                    </span>
                    <CopyButton text=Signal::stored(hash) label=t.prop(|w| w.journal().copy_hash)/>
                </p>
                <p class="field__hint">{t.label(|w| w.journal().audit_means)}</p>
            }
        })
    };
    view! {
        <button type="button" class="button" on:click=save>
            {t.label(|w| w.journal().save_audit)}
        </button>
        {dynamic(kept)}
    }
}
