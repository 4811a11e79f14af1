//! What is saved is opened again, and nothing else is opened.

use domain::review::findings::Accepted;
use domain::review::snapshot::Snapshot;

use super::*;

mod any;
mod example;
mod figures;
mod properties;
mod refused;

const MADE_BY: &str = "swr-console 1.0.0+test";

fn saved(snapshot: &Snapshot, accepted: &[Accepted], previous: Option<FileDigest>) -> (String, Written) {
    let mut writer = Writer::new(snapshot, accepted, MADE_BY, previous);
    let mut text = String::new();
    for line in &mut writer {
        assert!(line.ends_with('\n') && line.matches('\n').count() == 1, "{line}");
        text.push_str(&line);
    }
    let written = writer.written().unwrap();
    assert_eq!(written.bytes, text.len() as u64);
    (text, written)
}

fn expected(snapshot: &Snapshot) -> Expected {
    Expected { region: snapshot.about.region.clone(), account: snapshot.about.account.clone() }
}

/// Opens a file that comes in pieces of so many bytes.
fn opened_by(text: &[u8], expected: Expected, piece: usize) -> Result<Opened, OpenError> {
    let mut opener = Opener::new(expected);
    for piece in text.chunks(piece.max(1)) {
        if let Err(error) = opener.take(piece) {
            assert_eq!(opener.take(b"\n"), Err(error.clone()), "an error stays");
            assert_eq!(opener.finish(), Err(error.clone()));
            return Err(error);
        }
    }
    opener.finish()
}

fn whole_lines(text: &[u8]) -> u64 {
    text.split(|byte| *byte == b'\n').skip(1).count() as u64
}
