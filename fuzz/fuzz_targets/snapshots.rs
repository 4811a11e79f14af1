//! The file of a snapshot, in pieces.
#![no_main]

use libfuzzer_sys::fuzz_target;
use swr_console::api::snapshot_file::{Expected, OpenError, Opened, Opener, Writer};
use domain::model::names::{AccountName, RegionId};
use domain::review::snapshot::Account;

fn open(bytes: &[u8], piece: usize) -> Result<Opened, OpenError> {
    let account = Account { id: None, name: AccountName::new("a") };
    let mut opener = Opener::new(Expected { region: RegionId::new("r"), account });
    for piece in bytes.chunks(piece) {
        opener.take(piece)?;
    }
    opener.finish()
}

fuzz_target!(|data: &[u8]| {
    let opened = open(data, 64);
    assert_eq!(open(data, data.len().max(1)), opened, "it matters where the pieces are cut");
    if let Ok(Opened { snapshot, accepted, content, .. }) = opened {
        let mut writer = Writer::new(&snapshot, &accepted, "x", None);
        let text: String = writer.by_ref().collect();
        assert_eq!(writer.written().map(|written| written.content), Some(content));
        let again = open(text.as_bytes(), 64);
        assert_eq!(again.map(|again| again.snapshot), Ok(snapshot), "a snapshot does not come back");
    }
});
