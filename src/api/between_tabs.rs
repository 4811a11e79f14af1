//! What the tabs of one browser send each other: its text form, and nothing of the channel itself.
//!
//! Only pages of the console's own origin can hear it. A message is believed only if it is one of the forms below.

use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use super::stored::{self, StoredSession};
use super::wire;

/// The version of the form. Other versions' messages are not for us.
const VERSION: u64 = 1;

/// A message between tabs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A tab without a session asks for one.
    Ask {
        /// The tab, by a random name, so that no other tab takes the answer for its own.
        tab: String,
    },
    /// A session, for the tab that asked, or for the tabs of a session that was renewed.
    Session {
        /// The name of the tab, or the id of the session.
        to: String,
        /// What the tab needs to go on with it.
        stored: Arc<StoredSession>,
    },
    /// Someone does something in a tab of a session.
    Active {
        /// The session's id.
        id: String,
    },
    /// A session is over, in all tabs.
    Out {
        /// The session's id.
        id: String,
        /// Whether nobody did anything for too long.
        idle: bool,
    },
}

/// The text form.
#[derive(Serialize)]
struct Form<'a> {
    version: u64,
    kind: &'a str,
    of: &'a str,
    with: With,
}

/// What some messages have beside their kind.
#[derive(Serialize)]
#[serde(untagged)]
enum With {
    Nothing,
    Session(String),
    Idle(bool),
}

/// Writes the text form.
pub fn write(message: &Message) -> String {
    let (kind, of, with) = match message {
        Message::Ask { tab } => ("ask", tab, With::Nothing),
        Message::Session { to, stored } => ("session", to, With::Session(stored::write(stored))),
        Message::Active { id } => ("active", id, With::Nothing),
        Message::Out { id, idle } => ("out", id, With::Idle(*idle)),
    };
    // Text and numbers always serialise.
    serde_json::to_string(&Form { version: VERSION, kind, of, with }).unwrap_or_default()
}

/// Reads the text form; `None` for anything that this version did not write.
pub fn read(text: &str) -> Option<Message> {
    let value: Value = serde_json::from_str(text).ok()?;
    if value.get("version")?.as_u64()? != VERSION {
        return None;
    }
    let of = wire::text(&value, "of").filter(|of| !of.is_empty())?;
    let with = value.get("with")?;
    match value.get("kind")?.as_str()? {
        "ask" => Some(Message::Ask { tab: of }),
        "session" => Some(Message::Session { to: of, stored: Arc::new(stored::read(with.as_str()?)?) }),
        "active" => Some(Message::Active { id: of }),
        "out" => Some(Message::Out { id: of, idle: with.as_bool()? }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::api::Token;
    use crate::api::stored::BeganWith;
    use domain::model::names::{AccountName, ProjectName, RegionId, UserId, UserName};
    use domain::model::user::Caller;
    use domain::text::time::UnixMillis;

    fn stored() -> StoredSession {
        StoredSession {
            id: "5e55".to_owned(),
            token: Token::new("TOKEN-CANARY-0123456789").unwrap(),
            expires: Some(UnixMillis(5)),
            began: UnixMillis(1),
            used: UnixMillis(2),
            addresses: " ".to_owned(),
            region: RegionId::new("local"),
            project: Some(ProjectName::new("local")),
            caller: Caller {
                id: UserId::new("1"),
                name: UserName::new("admin"),
                account: AccountName::new("demo"),
            },
            began_with: BeganWith::Password,
            home: None,
        }
    }

    fn all(of: &str) -> Vec<Message> {
        let of = of.to_owned();
        vec![
            Message::Ask { tab: of.clone() },
            Message::Session { to: of.clone(), stored: Arc::new(stored()) },
            Message::Active { id: of.clone() },
            Message::Out { id: of.clone(), idle: true },
            Message::Out { id: of.clone(), idle: false },
        ]
    }

    #[test]
    fn the_token_is_in_the_one_message_that_hands_a_session_over() {
        for message in all("5e55") {
            let holds_it = write(&message).contains("CANARY");
            assert_eq!(holds_it, matches!(message, Message::Session { .. }), "{message:?}");
        }
    }

    #[test]
    fn a_message_that_is_not_ours_is_no_message() {
        for text in [
            "",
            "null",
            "[]",
            r#"{"kind":"ask","of":"a","with":null}"#,
            r#"{"version":2,"kind":"ask","of":"a","with":null}"#,
            r#"{"version":1,"kind":"ask","of":"","with":null}"#,
            r#"{"version":1,"kind":"ask","of":["a"],"with":null}"#,
            r#"{"version":1,"kind":"else","of":"a","with":null}"#,
            r#"{"version":1,"kind":"out","of":"a","with":"idle"}"#,
            r#"{"version":1,"kind":"session","of":"a","with":"{}"}"#,
            r#"{"version":1,"kind":"session","of":"a","with":{}}"#,
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_message_arrives_as_it_was_sent(of in "[^\0]{1,40}") {
            for message in all(&of) {
                prop_assert_eq!(read(&write(&message)), Some(message));
            }
        }

        #[test]
        fn a_message_that_was_cut_or_garbled_does_no_harm(at in 0usize..400, put in any::<char>(), which in 0usize..5) {
            let sent = all("5e55").swap_remove(which);
            let mut text: String = write(&sent).chars().take(at).collect();
            text.push(put);
            let got = read(&text);
            prop_assert!(got.is_none() || got == Some(sent));
        }
    }
}
