//! The name of a file.

use domain::review::snapshot::Snapshot;
use domain::text::export::plain_name;

/// `swr-permissions_<account>_<region>_<when>.jsonl`, with the minute in UTC in which the last of it was read. Signs that
/// some system does not allow in names are replaced.
pub fn file_name(snapshot: &Snapshot) -> String {
    let minute: String = snapshot.ended.to_rfc3339().chars().take(16).filter(|c| *c != ':').collect();
    let about = &snapshot.about;
    plain_name(&format!("swr-permissions_{}_{}_{minute}.jsonl", about.account.name, about.region))
}
