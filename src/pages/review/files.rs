//! The buttons that save and open the file of a snapshot, and how far that is.

use crate::view::prelude::*;

use crate::api::snapshot_file::{OpenError, Opened, Opener, Writer, Written, file_name};
use crate::components::announcer::Announce;
use crate::components::copy::CopyButton;
use crate::components::download::{Pieces, download_pieces};
use crate::components::file::File;
use crate::components::file_button::FileButton;
use crate::state::clock::sleep;
use crate::state::review::{Review, ToSave};
use crate::state::spawn;
use crate::words::{Text, use_locale};

/// Text is handed to the browser in pieces of at least so many bytes. In between the page stays alive.
const PIECE: usize = 262_144;

/// Why a file was not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fault {
    NotRead,
    Not(OpenError),
}

/// "Save snapshot", and the digests of what was saved.
#[component]
pub(super) fn SaveSnapshot(review: Review) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let saved = RwSignal::new(None::<(String, Written)>);
    let is_busy = RwSignal::new(false);
    let save = move |_| {
        let Some(to_save) = review.to_save().filter(|_| !is_busy.get_untracked()) else { return };
        is_busy.set(true);
        spawn(async move {
            let name = file_name(&to_save.snapshot);
            let written = save_pieces(&name, &to_save).await;
            let _ = is_busy.try_set(false);
            if let Some(written) = written {
                review.note_saved();
                announce.toast((t.untracked().compare().saved)(&name));
                let _ = saved.try_set(Some((name, written)));
            }
        });
    };
    let label = move || if is_busy.get() { t.words().compare().saving } else { t.words().compare().save };
    let digests = move || {
        saved.get().map(|(name, written)| {
            view! {
                <dl class="digests">
                    <dt>{dynamic(move || (t.words().compare().saved)(&name))}</dt>
                    <dd></dd>
                    <Digest label=t.prop(|w| w.compare().digest) digest=written.file.to_string()/>
                    <Digest label=t.prop(|w| w.compare().content) digest=written.content.to_string()/>
                </dl>
            }
        })
    };
    view! {
        <div class="review">
            <button type="button" class="button" on:click=save>{dynamic(label)}</button>
            <p class="field__hint">{t.label(|w| w.compare().save_means)}</p>
            {dynamic(digests)}
        </div>
    }
}

#[component]
fn Digest(label: Text, digest: String) -> impl IntoView {
    let t = use_locale();
    let text = Signal::stored(digest.clone());
    view! {
        <dt>{label}</dt>
        <dd><code class="id">{digest}</code> <CopyButton text label=t.prop(|w| w.compare().copy_digest)/></dd>
    }
}

/// Saves the file of a snapshot under a name.
pub(super) async fn save_pieces(name: &str, to_save: &ToSave) -> Option<Written> {
    let pieces = Pieces::default();
    let written = written(to_save, |piece| pieces.push(piece)).await;
    download_pieces(name, "application/jsonl", &pieces);
    written
}

/// Writes the file of a snapshot piece by piece. In between the page stays alive.
pub(super) async fn written(to_save: &ToSave, mut take: impl FnMut(&str)) -> Option<Written> {
    let made_by = concat!("swr-console ", env!("CARGO_PKG_VERSION"));
    let mut writer = Writer::new(&to_save.snapshot, &to_save.accepted, made_by, to_save.previous);
    let mut piece = String::new();
    for line in writer.by_ref() {
        piece.push_str(&line);
        if piece.len() >= PIECE {
            take(&std::mem::take(&mut piece));
            sleep(0.0).await;
        }
    }
    take(&piece);
    writer.written()
}

/// "Open file". While it is read, how far that is; then what was in it, or why it was not opened.
#[component]
pub(super) fn OpenFile(review: Review, on_opened: Callback<Opened>) -> impl IntoView {
    let t = use_locale();
    let percent = RwSignal::new(None::<u64>);
    let fault = RwSignal::new(None::<Fault>);
    let choose = Callback::new(move |file: Option<File>| {
        let Some(file) = file.filter(|_| percent.get_untracked().is_none()) else { return };
        fault.set(None);
        percent.set(Some(0));
        spawn(async move {
            let opened = open(&file, Opener::new(review.expected_file()), percent).await;
            // The page may be gone by now.
            if percent.try_set(None).is_none() {
                match opened {
                    Ok(opened) => {
                        let _ = on_opened.try_run(opened);
                    }
                    Err(why) => {
                        let _ = fault.try_set(Some(why));
                    }
                }
            }
        });
    });
    let label = move || {
        let words = t.words().compare();
        percent.get().map_or_else(|| words.open.to_owned(), |percent| (words.opening)(percent))
    };
    let said = move || {
        fault.get().map(|fault| {
            let words = t.words().compare();
            let said = match fault {
                Fault::NotRead => words.unreadable.to_owned(),
                Fault::Not(why) => (words.not_opened)(&why),
            };
            view! { <p class="field__message" role="alert">{said}</p> }
        })
    };
    view! {
        <FileButton label=Signal::derive(label) accept=".jsonl" on_pick=choose/>
        {dynamic(said)}
    }
}

/// Reads a file piece by piece.
async fn open(file: &File, mut opener: Opener, percent: RwSignal<Option<u64>>) -> Result<Opened, Fault> {
    let size = file.size();
    let mut from = 0.0;
    while from < size {
        let to = from + f64::from(u32::try_from(PIECE).unwrap_or(u32::MAX));
        let piece = file.bytes(from, to).await.map_err(|_| Fault::NotRead)?;
        opener.take(&piece).map_err(Fault::Not)?;
        from = to;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 100")]
        let _ = percent.try_set(Some((100.0 * (from / size).min(1.0)) as u64));
    }
    opener.finish().map_err(Fault::Not)
}
