//! How long a file of a million grants takes: 2,000 images with 500 users each.
//!
//! `cargo test -p swr-console --lib --release snapshot_file::tests::figures -- --ignored --nocapture`

use std::time::Instant;

use super::example::{image, snapshot};
use super::*;
use domain::model::access::AccessList;
use domain::model::level::Level;
use domain::model::names::{UserId, UserName};
use domain::model::user::UserGrant;
use domain::review::snapshot::Builder;

/// What a page hands over at once.
const PIECE: usize = 65_536;

fn account() -> Snapshot {
    let mut builder = Builder::new(snapshot().about);
    for number in 0..2_000_usize {
        let grant = |user: usize| UserGrant {
            id: Some(UserId::new(format!("{:032x}", user * 0x9E37_79B9))),
            name: Some(UserName::new(format!("user{user:03}"))),
            permission: Level::ALL[(user * (1 + number % 60) + user / 7) % 11 % 3].into(),
        };
        let list = AccessList { others: (0..500).map(grant).collect(), ..AccessList::default() };
        builder.list(&image(&format!("team/service-{number:04}")), snapshot().ended, &list);
    }
    builder.freeze(snapshot().ended, false)
}

#[test]
#[ignore = "prints figures"]
#[expect(clippy::print_stdout, reason = "that is what it is for")]
fn figures() {
    let snapshot = account();
    let begin = Instant::now();
    let (text, written) = saved(&snapshot, &[], None);
    println!("{} bytes written in {:?}", written.bytes, begin.elapsed());
    let begin = Instant::now();
    let mut opener = Opener::new(expected(&snapshot));
    let mut longest = begin.elapsed();
    for piece in text.as_bytes().chunks(PIECE) {
        let begin = Instant::now();
        opener.take(piece).unwrap();
        longest = longest.max(begin.elapsed());
    }
    let before_end = Instant::now();
    let again = opener.finish().unwrap();
    println!(
        "opened in {:?}; the longest piece {longest:?}, the end {:?}",
        begin.elapsed(),
        before_end.elapsed()
    );
    assert_eq!(again.snapshot, snapshot);
}
