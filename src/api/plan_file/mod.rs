//! The file of a plan: JSON Lines. The first line says what the file is, and who has made the plan, where and when. Then comes
//! a line for each step of its maker's run, in that order. The last line has the sums, so that a file that was cut off is known.
//!
//! Nothing in a file is trusted. What is opened is a plan that this console could have made here, or an [`OpenError`]. Who has
//! made it, is what the file says.

mod error;
mod open;
mod wire;
mod write;

#[cfg(test)]
mod tests;

use domain::plan::record::PlanRecord;
use domain::text::export::plain_name;

pub use error::OpenError;
pub use open::open;
pub use write::text;

/// What the first line names.
const FORMAT: &str = "swr-permission-plan";

/// The largest file that is opened, in bytes: the most edits of a plan take less.
pub const FILE_MOST: usize = 100_000_000;

/// `swr-plan_<account>_<region>_<when>.jsonl`, with the minute in UTC in which the plan was made. Signs that some system does
/// not allow in names are replaced.
pub fn file_name(record: &PlanRecord) -> String {
    let about = record.about();
    let minute: String = about.made_at.to_rfc3339().chars().take(16).filter(|c| *c != ':').collect();
    plain_name(&format!("swr-plan_{}_{}_{minute}.jsonl", about.account.name, about.region))
}
