//! The names of controls that the end-to-end tests look for, in a file that is made from the catalogue: a reworded button
//! changes one place.

use std::fmt::Write as _;

use super::{Language, Words};

const FILE: &str = "tests/e2e/support/texts.ts";
const TEXTS: &str = include_str!("../../tests/e2e/support/texts.ts");

/// The texts of a language by the names that the tests have for them; `{}` is what is put in.
fn texts(words: &Words) -> Vec<(&'static str, String)> {
    let own = |text: &str| text.to_owned();
    vec![
        ("account", own(words.sign_in.account)),
        ("userName", own(words.sign_in.user_name)),
        ("password", own(words.sign_in.password)),
        ("project", own(words.sign_in.project)),
        ("signIn", own(words.sign_in.sign_in)),
        ("signOut", own(words.shell.sign_out)),
        ("signInAgain", own(words.sign_in.again)),
        ("grantPermission", own(words.grant().title)),
        ("userNumber", (words.grant().user_n)(7).replace('7', "{}")),
        ("userId", own(words.grant().user_id)),
        ("grant", own(words.grant().grant)),
        ("cancel", own(words.grant().cancel)),
        ("technicalDetails", own(words.problem.details)),
        ("httpStatus", own(words.problem.status)),
        ("errorCode", own(words.problem.code)),
        ("serverMessage", own(words.problem.message)),
        ("requestId", own(words.problem.request_id)),
        ("tryAgain", own(words.problem.try_again)),
        ("changeOf", (words.changes().change_of)("{}")),
        ("revokeOf", (words.changes().revoke_of)("{}")),
        ("permissionOf", (words.changes().permission_of)("{}")),
        ("save", own(words.changes().save)),
    ]
}

fn file() -> String {
    let mut file = String::from(
        "// Made from src/words by a test: SWR_WRITE_TEXTS=1 cargo test -p swr-console for_tests. Not to be edited.\n\n\
         export const TEXTS = {\n",
    );
    for language in Language::ALL {
        // Writing to a String cannot fail.
        let _ = writeln!(file, "  {:?}: {{", language.tag());
        for (name, text) in texts(language.words()) {
            let _ = writeln!(file, "    {name}: {text:?},");
        }
        file.push_str("  },\n");
    }
    file.push_str("};\n");
    file
}

#[test]
fn the_end_to_end_tests_look_for_the_words_of_the_catalogue() {
    let file = file();
    if std::env::var_os("SWR_WRITE_TEXTS").is_some() {
        std::fs::write(FILE, &file).unwrap();
    }
    assert!(
        file == TEXTS,
        "{FILE} is old; write it again: SWR_WRITE_TEXTS=1 cargo test -p swr-console for_tests"
    );
}
