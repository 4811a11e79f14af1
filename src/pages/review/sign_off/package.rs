//! The files for an auditor: prepared at once, so that their digests fit each other, and saved one by one or all.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::snapshot_file::FileDigest;
use crate::components::announcer::Announce;
use crate::components::copy::CopyButton;
use crate::components::download::download;
use crate::pages::review::file_work::{save_pieces, written};
use crate::state::clock::sleep;
use crate::state::plan::Planning;
use crate::state::review::{Review, Signed, ToSave};
use crate::state::spawn;
use crate::words::{Language, use_locale};
use domain::review::package::{Change, Package, html, sums};
use domain::review::snapshot::Snapshot;

use super::report::{OtherFile, report};

const CSV: &str = "text/csv;charset=utf-8";

/// Between two files that are saved at once, in milliseconds: browsers drop some that come faster.
const BETWEEN: f64 = 250.0;

/// A file of the package.
#[derive(Clone)]
struct PackageFile {
    name: &'static str,
    digest: String,
    content: Content,
}

/// What a file is made of.
#[derive(Clone)]
enum Content {
    /// A snapshot is written again each time it is saved: as a text it can be large.
    Snapshot(Arc<ToSave>),
    Text(Arc<str>, &'static str),
}

impl PackageFile {
    fn text(name: &'static str, kind: &'static str, text: String) -> Self {
        Self {
            name,
            digest: FileDigest::of_text(&text).to_string(),
            content: Content::Text(text.into(), kind),
        }
    }

    async fn save(&self) {
        match &self.content {
            Content::Text(text, kind) => download(self.name, kind, text),
            Content::Snapshot(to_save) => {
                save_pieces(self.name, to_save).await;
            }
        }
    }
}

/// What the files are made of.
#[derive(Clone)]
struct Sources {
    signed: Arc<Signed>,
    after: Option<Arc<Snapshot>>,
    changes: Arc<[Change]>,
    language: Language,
}

impl PartialEq for Sources {
    fn eq(&self, other: &Self) -> bool {
        let after = |sources: &Self| sources.after.as_ref().map(Arc::as_ptr);
        Arc::ptr_eq(&self.signed, &other.signed)
            && after(self) == after(other)
            && Arc::ptr_eq(&self.changes, &other.changes)
            && self.language == other.language
    }
}

impl Sources {
    /// All files, each with its digest. The report has the digests of the others, and the list those of all.
    async fn files(&self, review: Review) -> Vec<PackageFile> {
        let signed = &self.signed;
        let (digest, before) = (signed.digest.to_string(), Arc::new(signed.file.clone()));
        let mut files = vec![PackageFile {
            name: "snapshot-before.jsonl",
            digest: digest.clone(),
            content: Content::Snapshot(before),
        }];
        if let Some(after) = &self.after {
            let after =
                Arc::new(ToSave { previous: Some(signed.digest), ..review.to_save_of(Arc::clone(after)) });
            if let Some(done) = written(&after, |_| ()).await {
                let (name, digest) = ("snapshot-after.jsonl", done.file.to_string());
                files.push(PackageFile { name, digest, content: Content::Snapshot(after) });
            }
        }
        let package = Package {
            review: &digest,
            signed: &signed.sign_off,
            snapshot: &signed.file.snapshot,
            reports: &signed.reports,
            accepted: &signed.file.accepted,
            changes: &self.changes,
        };
        files.push(PackageFile::text("decisions.csv", CSV, package.decisions_csv()));
        sleep(0.0).await;
        files.push(PackageFile::text("changes.csv", CSV, package.changes_csv()));
        files.push(PackageFile::text("findings.csv", CSV, package.findings_csv()));
        sleep(0.0).await;
        let others: Vec<OtherFile> = files.iter().map(|file| (file.name, file.digest.clone())).collect();
        let page = html(&report(&package, &others, self.language));
        files.push(PackageFile::text("report.html", "text/html;charset=utf-8", page));
        let sums = sums(files.iter().map(|file| (file.digest.as_str(), file.name)));
        files.push(PackageFile::text("SHA256SUMS.txt", "text/plain;charset=utf-8", sums));
        files
    }
}

#[component]
pub(super) fn PackageFiles(review: Review, signed: Arc<Signed>) -> impl IntoView {
    let (t, planning, announce) = (use_locale(), Planning::of_session(), expect_context::<Announce>());
    let has_after = {
        let signed = Arc::clone(&signed);
        Memo::new(move |_| review.read_after(&signed).is_some())
    };
    let sources = Memo::new(move |_| Sources {
        signed: Arc::clone(&signed),
        after: review.read_after(&signed),
        changes: planning.changes(),
        language: t.language(),
    });
    let prepared = RwSignal::new(None::<(Sources, Vec<PackageFile>)>);
    let is_busy = RwSignal::new(false);
    let prepare = move |_| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        spawn(async move {
            let sources = sources.get_untracked();
            let files = sources.files(review).await;
            let _ = prepared.try_set(Some((sources, files)));
            let _ = is_busy.try_set(false);
        });
    };
    let save_all = move |_| {
        let files = prepared.with_untracked(|prepared| prepared.as_ref().map(|(_, files)| files.clone()));
        spawn(async move {
            for file in files.unwrap_or_default() {
                file.save().await;
                sleep(BETWEEN).await;
            }
            review.signing().note_saved();
            announce.toast(t.untracked().sign_off().saved_all.to_owned());
        });
    };
    let is_outdated = Memo::new(move |_| {
        prepared
            .with(|prepared| prepared.as_ref().is_some_and(|(of, _)| sources.with(|sources| sources != of)))
    });
    let label =
        move || if is_busy.get() { t.words().sign_off().preparing } else { t.words().sign_off().prepare };
    let files =
        move || prepared.with(|prepared| prepared.as_ref().map(|(_, files)| file_list(review, files)));
    let has_files = Memo::new(move |_| prepared.with(Option::is_some));
    let lacks_after = Signal::derive(move || !has_after.get());
    view! {
        <section class="review" aria-label=t.label(|w| w.sign_off().package)>
            <h2>{t.label(|w| w.sign_off().package)}</h2>
            <p class="field__hint">{t.label(|w| w.sign_off().package_means)}</p>
            <Show when=lacks_after>
                <p class="field__hint">{t.label(|w| w.sign_off().no_after)}</p>
            </Show>
            <div class="toolbar">
                <button type="button" class="button" on:click=prepare>{dynamic(label)}</button>
                <Show when=has_files>
                    <button type="button" class="button" on:click=save_all>{t.label(|w| w.sign_off().save_all)}</button>
                </Show>
            </div>
            <Show when=is_outdated>
                <p class="note note--warning">{t.label(|w| w.sign_off().outdated)}</p>
            </Show>
            {dynamic(files)}
        </section>
    }
}

/// The files, each with its digest and its button.
fn file_list(review: Review, files: &[PackageFile]) -> AnyView {
    let t = use_locale();
    let item = |file: &PackageFile| {
        let (name, digest, file) = (file.name, file.digest.clone(), file.clone());
        let text = Signal::stored(digest.clone());
        let save = move |_| {
            let file = file.clone();
            spawn(async move {
                file.save().await;
                // The decisions are in this one.
                if file.name == "decisions.csv" {
                    review.signing().note_saved();
                }
            });
        };
        view! {
            <tr>
                <th scope="row" translate="no">{name}</th>
                <td>
                    <code class="id">{digest}</code> " "
                    <CopyButton text label=t.prop(|w| w.compare().copy_digest)/>
                </td>
                <td>
                    <button
                        type="button"
                        class="button button--row"
                        aria-label=move || (t.words().sign_off().save_of)(name)
                        on:click=save
                    >
                        {t.label(|w| w.sign_off().save)}
                    </button>
                </td>
            </tr>
        }
    };
    view! {
        <table class="glance glance--files" aria-label=t.label(|w| w.sign_off().package)>
            <thead>
                <tr>
                    <th scope="col">{t.label(|w| w.sign_off().file)}</th>
                    <th scope="col">{t.label(|w| w.sign_off().digest)}</th>
                    <td></td>
                </tr>
            </thead>
            <tbody>{files.iter().map(item).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
