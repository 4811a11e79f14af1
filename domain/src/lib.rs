//! What the console is about, as plain values and functions over them: levels, names, grants, access lists, and the
//! addresses of everything.
//!
//! Only `std` is used here: no serde (the wire has its own types in the console's `api`), no leptos, nothing of the web.
//! That keeps every rule of permissions testable natively and readable on its own. It is a crate, so that Cargo keeps it so.

/// Levels, names, users, access lists: what the services have.
pub mod model {
    pub mod access;
    pub mod catalog;
    pub mod level;
    pub mod names;
    pub mod operation;
    pub mod policy;
    pub mod user;
    pub mod user_id;
}

/// Changes to permissions: what is sent, what it risks, what came of it, and the way back.
pub mod change {
    pub mod batch;
    pub mod loss;
    pub mod outcome;
    pub mod reason;
    pub mod recorded;
    pub mod resulting;
    pub mod risk;
    pub mod undo;
    pub mod write;
}

/// What goes into the grant dialog: who is who, rows, lists that are pasted, suggestions.
pub mod grant {
    pub mod directory;
    pub mod draft;
    pub mod list;
    pub mod suggest;
}

/// Who reaches an image without a permission: everyone if it is public, and the accounts that it is shared with.
pub mod outside {
    pub mod attributes;
    pub mod draft;
    pub mod reach;
    pub mod share;
    pub mod until;
    pub mod write;
}

/// Everything of an account at once: reading it, and what follows from what was read.
pub mod review {
    pub mod compare;
    pub mod coverage;
    pub mod decisions;
    pub mod findings;
    pub mod groups;
    pub mod matrix;
    pub mod pace;
    pub mod package;
    pub mod reach;
    pub mod rows;
    pub mod scan;
    pub mod snapshot;
    pub mod summary;

    #[cfg(test)]
    pub(crate) mod chance;
    #[cfg(test)]
    mod figures;
    #[cfg(test)]
    pub(crate) mod sketch;
}

/// Changes on many organizations and images: staged first, then sent step by step.
pub mod plan {
    pub mod alike;
    pub mod by_hand;
    pub mod cells;
    pub mod clone_access;
    pub mod decided;
    pub mod fix;
    pub mod grave;
    pub mod inverse;
    pub mod off_board;
    pub mod pasted;
    pub mod proof;
    pub mod proposal;
    pub mod record;
    pub mod rows;
    pub mod run;
    pub mod staged_on;
    pub mod stages;
    pub mod staging;

    #[cfg(test)]
    pub(crate) mod sketch;
}

/// Rows of tables: order, search, the window over a long table.
pub mod table {
    pub mod collation;
    pub mod found;
    pub mod rows;
    pub mod show;
    pub mod slots;
    pub mod users;
    pub mod window;
}

/// Texts: characters that can't be seen, files, moments, formats of requests.
pub mod text {
    pub mod contains;
    pub mod export;
    pub mod narrow;
    pub mod request_format;
    pub mod reveal;
    pub mod time;
}

pub mod effective;
pub mod paths;
pub mod session_clock;
