//! Every text of the console, in both languages, and the one table from a failure to what is said about it.
//!
//! One file per part of the console, with both languages side by side: anyone who changes a sentence sees its twin.
//! A text that one language lacks does not compile. Nothing visible is written anywhere else (`index.html`
//! holds only what is shown when the program can't start).

#![allow(missing_docs, reason = "a catalogue documents itself by its English texts")]

pub mod access;
pub mod changes;
pub mod connection;
pub mod effective;
pub mod grant;
pub mod images;
pub mod journal;
pub mod levels;
pub mod lists;
pub mod outside;
pub mod plan;
pub mod plan_fix;
pub mod plan_off_board;
pub mod plan_pasted;
pub mod plan_proof;
pub mod plan_run;
pub mod plan_wizards;
mod refused_file;
pub mod review;
pub mod review_compare;
pub mod review_findings;
pub mod review_matrix;
pub mod review_report;
pub mod review_sign_off;
pub mod review_tables;
pub mod session;
pub mod session_dialogs;
pub mod shell;
pub mod sign_in;
pub mod snippets;
pub mod start;
mod uncaught;

mod other_region;
pub mod problem;

#[cfg(test)]
mod for_tests;
mod language;
mod locale;

pub use language::Language;
pub use locale::{Locale, Text, use_locale};

/// All texts of one language. What every visit shows are fields; what only some pages show are functions, since
/// a static goes as one into a part of the program, and the first part shall not carry the texts of the others.
#[derive(Debug)]
pub struct Words {
    language: Language,
    pub shell: shell::Words,
    pub sign_in: sign_in::Words,
    pub session: session::Words,
    pub lists: lists::Words,
    pub connection: connection::Words,
    pub levels: levels::Words,
    pub problem: problem::Words,
    pub start: start::Words,
}

impl Words {
    /// The images of an organization.
    pub fn images(&self) -> &'static images::Words {
        self.language.of(&images::ENGLISH, &images::CHINESE)
    }

    /// Signing in again, and staying signed in.
    pub fn session_dialogs(&self) -> &'static session_dialogs::Words {
        self.language.of(&session_dialogs::ENGLISH, &session_dialogs::CHINESE)
    }

    /// An address of another region.
    pub fn other_region(&self) -> &'static other_region::Words {
        self.language.of(&other_region::ENGLISH, &other_region::CHINESE)
    }

    /// Something in the page that went wrong.
    pub fn uncaught(&self) -> &'static uncaught::Words {
        self.language.of(&uncaught::ENGLISH, &uncaught::CHINESE)
    }

    /// Permission tables.
    pub fn access(&self) -> &'static access::Words {
        self.language.of(&access::ENGLISH, &access::CHINESE)
    }

    /// Changing and revoking.
    pub fn changes(&self) -> &'static changes::Words {
        self.language.of(&changes::ENGLISH, &changes::CHINESE)
    }

    /// Effective access.
    pub fn effective(&self) -> &'static effective::Words {
        self.language.of(&effective::ENGLISH, &effective::CHINESE)
    }

    /// Who reaches an image from outside.
    pub fn outside(&self) -> &'static outside::Words {
        self.language.of(&outside::ENGLISH, &outside::CHINESE)
    }

    /// The access review.
    pub fn review(&self) -> &'static review::Words {
        self.language.of(&review::ENGLISH, &review::CHINESE)
    }

    /// The tables of the access review.
    pub fn review_tables(&self) -> &'static review_tables::Words {
        self.language.of(&review_tables::ENGLISH, &review_tables::CHINESE)
    }

    /// The findings of the access review.
    pub fn findings(&self) -> &'static review_findings::Words {
        self.language.of(&review_findings::ENGLISH, &review_findings::CHINESE)
    }

    /// The matrix of the access review.
    pub fn matrix(&self) -> &'static review_matrix::Words {
        self.language.of(&review_matrix::ENGLISH, &review_matrix::CHINESE)
    }

    /// Two snapshots compared, and snapshots as files.
    pub fn compare(&self) -> &'static review_compare::Words {
        self.language.of(&review_compare::ENGLISH, &review_compare::CHINESE)
    }

    /// The sign-off of an access review.
    pub fn sign_off(&self) -> &'static review_sign_off::Words {
        self.language.of(&review_sign_off::ENGLISH, &review_sign_off::CHINESE)
    }

    /// The report of a signed review.
    pub fn report(&self) -> &'static review_report::Words {
        self.language.of(&review_report::ENGLISH, &review_report::CHINESE)
    }

    /// The plan.
    pub fn plan(&self) -> &'static plan::Words {
        self.language.of(&plan::ENGLISH, &plan::CHINESE)
    }

    /// The run of a plan.
    pub fn run(&self) -> &'static plan_run::Words {
        self.language.of(&plan_run::ENGLISH, &plan_run::CHINESE)
    }

    /// What is staged for a finding or a user.
    pub fn fix(&self) -> &'static plan_fix::Words {
        self.language.of(&plan_fix::ENGLISH, &plan_fix::CHINESE)
    }

    /// Off-boarding a user.
    pub fn off_board(&self) -> &'static plan_off_board::Words {
        self.language.of(&plan_off_board::ENGLISH, &plan_off_board::CHINESE)
    }

    /// Lists that are pasted into the plan.
    pub fn pasted(&self) -> &'static plan_pasted::Words {
        self.language.of(&plan_pasted::ENGLISH, &plan_pasted::CHINESE)
    }

    /// The wizards that fill the plan, and staging by hand.
    pub fn wizards(&self) -> &'static plan_wizards::Words {
        self.language.of(&plan_wizards::ENGLISH, &plan_wizards::CHINESE)
    }

    /// The proof that somebody has left.
    pub fn proof(&self) -> &'static plan_proof::Words {
        self.language.of(&plan_proof::ENGLISH, &plan_proof::CHINESE)
    }

    /// The grant dialog.
    pub fn grant(&self) -> &'static grant::Words {
        self.language.of(&grant::ENGLISH, &grant::CHINESE)
    }

    /// Requests as text.
    pub fn snippets(&self) -> &'static snippets::Words {
        self.language.of(&snippets::ENGLISH, &snippets::CHINESE)
    }

    /// The journal, and saving tables as files.
    pub fn journal(&self) -> &'static journal::Words {
        self.language.of(&journal::ENGLISH, &journal::CHINESE)
    }
}

static ENGLISH: Words = Words {
    language: Language::English,
    shell: shell::ENGLISH,
    sign_in: sign_in::ENGLISH,
    session: session::ENGLISH,
    lists: lists::ENGLISH,
    connection: connection::ENGLISH,
    levels: levels::ENGLISH,
    problem: problem::ENGLISH,
    start: start::ENGLISH,
};

static CHINESE: Words = Words {
    language: Language::Chinese,
    shell: shell::CHINESE,
    sign_in: sign_in::CHINESE,
    session: session::CHINESE,
    lists: lists::CHINESE,
    connection: connection::CHINESE,
    levels: levels::CHINESE,
    problem: problem::CHINESE,
    start: start::CHINESE,
};
