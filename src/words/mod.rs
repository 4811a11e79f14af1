//! Every text of the console, in both languages, and the one table from a failure to what is said about it.
//!
//! One file per part of the console, with both languages side by side: whoever changes a sentence sees its twin.
//! A text that one language lacks does not compile. Nothing visible is written anywhere else (`index.html`
//! holds only what is shown when the program can't start).

pub mod access;
pub mod changes;
pub mod connection;
pub mod effective;
pub mod grant;
pub mod journal;
pub mod levels;
pub mod lists;
pub mod session;
pub mod shell;
pub mod shown;
pub mod sign_in;
pub mod start;

pub mod problem;

mod language;
mod speech;

pub use language::Language;
pub use speech::{Speech, Text, use_speech};

/// All texts of one language.
#[derive(Debug)]
pub struct Words {
    /// What stands on every page.
    pub shell: shell::Words,
    /// Signing in and the end of a session.
    pub sign_in: sign_in::Words,
    /// How long a session lasts, and why it is over.
    pub session: session::Words,
    /// Tables, organizations and images.
    pub lists: lists::Words,
    /// Permission tables.
    pub access: access::Words,
    /// Changing and revoking.
    pub changes: changes::Words,
    /// Effective access.
    pub effective: effective::Words,
    /// The grant dialog.
    pub grant: grant::Words,
    /// Requests as text.
    pub shown: shown::Words,
    /// A network that is gone, a service that asks for time.
    pub connection: connection::Words,
    /// The journal, and saving tables as files.
    pub journal: journal::Words,
    /// Levels.
    pub levels: levels::Words,
    /// Failures.
    pub problem: problem::Words,
    /// A start that failed.
    pub start: start::Words,
}

static ENGLISH: Words = Words {
    shell: shell::ENGLISH,
    sign_in: sign_in::ENGLISH,
    session: session::ENGLISH,
    lists: lists::ENGLISH,
    access: access::ENGLISH,
    changes: changes::ENGLISH,
    effective: effective::ENGLISH,
    grant: grant::ENGLISH,
    shown: shown::ENGLISH,
    connection: connection::ENGLISH,
    journal: journal::ENGLISH,
    levels: levels::ENGLISH,
    problem: problem::ENGLISH,
    start: start::ENGLISH,
};

static CHINESE: Words = Words {
    shell: shell::CHINESE,
    sign_in: sign_in::CHINESE,
    session: session::CHINESE,
    lists: lists::CHINESE,
    access: access::CHINESE,
    changes: changes::CHINESE,
    effective: effective::CHINESE,
    grant: grant::CHINESE,
    shown: shown::CHINESE,
    connection: connection::CHINESE,
    journal: journal::CHINESE,
    levels: levels::CHINESE,
    problem: problem::CHINESE,
    start: start::CHINESE,
};
