//! Who reaches an image from outside, in short.

use crate::model::catalog::Visibility;

use super::share::ShareCount;

/// See the module. What could not be read is not known, and never taken for "nobody".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reach {
    /// Whether everyone can pull the image.
    pub visibility: Visibility,
    /// With how many accounts it is shared; `None` where that was not read.
    pub shares: Option<ShareCount>,
}

/// Which images a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReachFilter {
    /// Those that everyone can pull.
    Public,
    /// Those that are shared with other accounts.
    Shared,
}

impl ReachFilter {
    /// Whether it shows an image. What was not read is not shown: it can't be said to be either.
    pub fn shows(self, visibility: Visibility, is_shared: Option<bool>) -> bool {
        match self {
            ReachFilter::Public => visibility == Visibility::Public,
            ReachFilter::Shared => is_shared == Some(true),
        }
    }
}
