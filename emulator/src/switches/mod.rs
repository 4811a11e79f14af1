//! What nobody documents, as named switches: one type per question, so that code has to look at every answer. The
//! table of all of them is in `table.rs`; here is what a switch is.
//!
//! ```
//! use swr_emulator::switches::{Batch, Switches};
//!
//! let mut switches = Switches { batch: Batch::Partial, ..Switches::default() };
//! switches.set("delete-missing", "204")?;
//! # Ok::<(), swr_emulator::switches::SwitchError>(())
//! ```

mod define;
mod table;
#[cfg(test)]
mod tests;

use std::fmt;

pub use table::{
    AccountToken, Batch, ChangeMissing, ContentRange, CreatorChange, DeleteMissing, EmptyBatch, EmptyMode,
    EmptyOthers, ErrorShape, ImageCreationStatus, ImageDuplicate, ImplicitSelfAuth, OmittedAttribute,
    OrganizationGrantStatus, SelfChange, SelfGrant, SelfInImageOthers, SelfInOrganizationOthers,
    ShareDeleteMissing, ShareDuplicate, ShareList, ShareMissing, ShareOwn, SharePast, SharePath, SharePublic,
    SharedStatus, Switches, Throttle, TokenDelete, UnknownDomain, UnknownProject, UnknownUser, Unseen,
    VisibleAuth, WriteBody,
};

/// How sure the default of a switch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// A vendor's page says so.
    Documented,
    /// Follows from clients that work against the real cloud, or from output that someone published.
    Inferred,
    /// Nobody says; the default is a choice.
    Unknown,
}

impl fmt::Display for Evidence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Documented => "documented",
            Self::Inferred => "inferred",
            Self::Unknown => "unknown",
        })
    }
}

/// One switch as the command line and the documentation describe it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SwitchInfo {
    /// Its name on the command line.
    pub name: &'static str,
    /// The question it answers, in one line.
    pub question: &'static str,
    /// How sure the default is.
    pub evidence: Evidence,
    /// Its values, the default first.
    pub values: &'static [&'static str],
}

/// Why a switch could not be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SwitchError {
    /// No switch has that name.
    UnknownName(String),
    /// The switch does not know that value.
    UnknownValue {
        /// The switch.
        switch: &'static SwitchInfo,
        /// What it was to be set to.
        value: String,
    },
}

impl fmt::Display for SwitchError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownName(name) => write!(formatter, "there is no switch `{name}`"),
            Self::UnknownValue { switch, value } => {
                write!(
                    formatter,
                    "switch `{}` is one of {}, not `{value}`",
                    switch.name,
                    switch.values.join(", ")
                )
            }
        }
    }
}

impl std::error::Error for SwitchError {}
