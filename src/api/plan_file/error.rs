//! Why a file is not opened.

use domain::model::names::RegionId;
use domain::review::snapshot::Account;

/// See the module. Lines are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// It is no file of a plan.
    NotThisFormat,
    /// A newer console has written it, in this version of the format.
    NewerVersion(u64),
    /// It is of this region, which is another one.
    OtherRegion(RegionId),
    /// It is of this account, which is another one.
    OtherAccount(Account),
    /// It has more bytes than [`FILE_MOST`](super::FILE_MOST), or more edits than a plan.
    TooLarge,
    /// Its end is missing: the file has so many whole lines.
    CutOff {
        /// The whole lines.
        lines: u64,
    },
    /// A line can't be read, is not what a plan can have, or does not fit the lines before.
    Damaged {
        /// Which.
        line: u64,
    },
    /// The sums in the last line are not those of the lines before.
    SumsDiffer,
}
