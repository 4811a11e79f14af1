//! Writing and reading the file of a snapshot, piece by piece: in between the page stays alive.

use crate::view::prelude::*;

use crate::api::snapshot_file::{OpenError, Opened, Opener, Writer, Written, file_name};
use crate::components::announcer::Announce;
use crate::components::download::{Pieces, download_pieces};
use crate::components::file::File;
use crate::state::clock::sleep;
use crate::state::review::{Review, ToSave};
use crate::state::spawn;
use crate::words::Locale;

/// Text is handed to the browser in pieces of at least so many bytes.
const PIECE: usize = 262_144;

/// How far the saving of a snapshot is.
#[derive(Clone, Copy)]
pub struct Saving {
    /// Whether it goes on.
    pub(super) is_busy: RwSignal<bool>,
    /// The name of the file that was saved last, and what it was written with.
    pub(super) saved: RwSignal<Option<(String, Written)>>,
    pub(super) announce: Announce,
    pub(super) t: Locale,
}

/// How far the opening of a file is.
#[derive(Clone, Copy)]
pub struct Opening {
    /// How much of it was read, in percent, while it goes on.
    pub(super) percent: RwSignal<Option<u64>>,
    /// Why it was not opened.
    pub(super) fault: RwSignal<Option<Fault>>,
    /// What happens with what was in it.
    pub(super) on_opened: Callback<Opened>,
}

/// Why a file was not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// What opens files could not be fetched.
    NoPart,
    /// The browser could not read it.
    NotRead,
    Not(OpenError),
}

/// Saves the present snapshot.
pub fn save(review: Review, saving: Saving) {
    let Some(to_save) = review.to_save() else { return };
    spawn(async move {
        let name = file_name(&to_save.snapshot);
        let written = save_pieces(&name, &to_save).await;
        let _ = saving.is_busy.try_set(false);
        if let Some(written) = written {
            review.note_saved(&to_save);
            saving.announce.toast((saving.t.untracked().compare().saved)(&name));
            let _ = saving.saved.try_set(Some((name, written)));
        }
    });
}

/// Saves the file of a snapshot under a name.
pub(super) async fn save_pieces(name: &str, to_save: &ToSave) -> Option<Written> {
    let pieces = Pieces::default();
    let written = written(to_save, |piece| pieces.push(piece)).await;
    download_pieces(name, "application/jsonl", &pieces);
    written
}

/// Writes the file of a snapshot piece by piece.
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

/// Opens the file of a snapshot.
pub fn open(review: Review, file: File, opening: Opening) {
    spawn(async move {
        let opened = read(&file, Opener::new(review.expected_file()), opening.percent).await;
        // The page may be gone by now.
        if opening.percent.try_set(None).is_none() {
            match opened {
                Ok(opened) => {
                    let _ = opening.on_opened.try_run(opened);
                }
                Err(why) => {
                    let _ = opening.fault.try_set(Some(why));
                }
            }
        }
    });
}

async fn read(file: &File, mut opener: Opener, percent: RwSignal<Option<u64>>) -> Result<Opened, Fault> {
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
