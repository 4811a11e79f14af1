//! The session as it is kept in sessionStorage: its text form, and nothing of the storage itself.

use serde::{Deserialize, Serialize};

use crate::domain::names::{AccountName, ProjectName, RegionId, UserId, UserName};
use crate::domain::people::Caller;
use crate::domain::time::UnixMillis;

use super::token::Token;

/// The version of the form. Another version's text is not read but dropped.
const VERSION: u32 = 1;

/// What a reload has to find again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSession {
    /// The token.
    pub token: Token,
    /// When it ends, where that is known.
    pub expires: Option<UnixMillis>,
    /// The region it belongs to.
    pub region: RegionId,
    /// The project it is good for; `None` for a token of the whole account.
    pub project: Option<ProjectName>,
    /// Whose it is.
    pub caller: Caller,
    /// How the session began, since the dialog "Sign in again" asks for the same.
    pub began_with: BeganWith,
}

/// How a session began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BeganWith {
    /// With a name and password.
    Password,
    /// With a pasted token.
    Token,
}

#[derive(Serialize, Deserialize)]
struct Wire {
    version: u32,
    token: String,
    expires: Option<i64>,
    region: String,
    project: Option<String>,
    account: String,
    user_id: String,
    user_name: String,
    pasted: bool,
}

/// Writes the text form.
pub fn write(session: &StoredSession) -> Option<String> {
    let wire = Wire {
        version: VERSION,
        token: session.token.reveal().to_owned(),
        expires: session.expires.map(|moment| moment.0),
        region: session.region.to_string(),
        project: session.project.as_ref().map(ToString::to_string),
        account: session.caller.account.to_string(),
        user_id: session.caller.id.to_string(),
        user_name: session.caller.name.to_string(),
        pasted: session.began_with == BeganWith::Token,
    };
    serde_json::to_string(&wire).ok()
}

/// Reads the text form; `None` for anything that this version did not write.
pub fn read(text: &str) -> Option<StoredSession> {
    let wire: Wire = serde_json::from_str(text).ok().filter(|wire: &Wire| wire.version == VERSION)?;
    Some(StoredSession {
        token: Token::new(&wire.token)?,
        expires: wire.expires.map(UnixMillis),
        region: RegionId::new(wire.region),
        project: wire.project.map(ProjectName::new),
        caller: Caller {
            id: UserId::new(wire.user_id),
            name: UserName::new(wire.user_name),
            account: AccountName::new(wire.account),
        },
        began_with: if wire.pasted { BeganWith::Token } else { BeganWith::Password },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_comes_back_and_nothing_else_does() {
        let session = StoredSession {
            token: Token::new("abc").unwrap(),
            expires: Some(UnixMillis(5)),
            region: RegionId::new("local"),
            project: None,
            caller: Caller {
                id: UserId::new("1"),
                name: UserName::new("admin"),
                account: AccountName::new("demo"),
            },
            began_with: BeganWith::Token,
        };
        let text = write(&session).unwrap();
        assert_eq!(read(&text), Some(session));
        assert_eq!(read(&text.replace("\"version\":1", "\"version\":2")), None);
        for odd in ["", "null", "{}", "[1]", "{\"version\":1}"] {
            assert_eq!(read(odd), None, "{odd}");
        }
    }
}
