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

/// "Save audit file".
#[component]
pub(super) fn SaveAuditFile(
    /// The journal as it is now.
    table: Callback<(), Table>,
    /// The hash of the last line, once a file is saved.
    last: RwSignal<Option<String>>,
) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
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
    view! {
        <button type="button" class="button" on:click=save>
            {t.label(|w| w.journal().save_audit)}
        </button>
    }
}

/// The hash that has to be kept, once a file is saved.
#[component]
pub(super) fn AuditHash(
    /// The hash of the last line.
    last: RwSignal<Option<String>>,
) -> impl IntoView {
    let t = use_locale();
    dynamic(move || {
        last.get().map(|hash| {
            view! {
                <p class="facts">
                    <span>
                        {t.label(|w| w.journal().audit_hash)} " "
                        <code class="code" translate="no">{hash.clone()}</code>
                    </span>
                    <CopyButton text=Signal::stored(hash) label=t.prop(|w| w.journal().copy_hash)/>
                </p>
                <p class="field__hint">{t.label(|w| w.journal().audit_means)}</p>
            }
        })
    })
}
