//! The session as it is kept in sessionStorage: its text form, and nothing of the storage itself.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use domain::model::names::{AccountName, AgencyName, ProjectName, RegionId, UserId, UserName};
use domain::model::user::Caller;
use domain::text::time::UnixMillis;

use super::token::Token;
use super::wire;

/// The version of the form. Another version's text is not read but dropped.
const VERSION: u64 = 2;

/// What a reload has to find again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSession {
    /// Random, the same in all tabs of the session, and sent to no server.
    pub id: String,
    /// The token.
    pub token: Token,
    /// When it ends by this computer's wall clock, where that is known.
    pub expires: Option<UnixMillis>,
    /// When its user signed in, by this computer's wall clock.
    pub began: UnixMillis,
    /// When someone last did something in it, by the same clock.
    pub used: UnixMillis,
    /// The region it belongs to.
    pub region: RegionId,
    /// The addresses of that region's APIs ([`Endpoints::text`](super::client::Endpoints::text)). Another console on the
    /// same origin may have the same region under others, and must not send the token there.
    pub addresses: String,
    /// The project it is good for; `None` for a token of the whole account.
    pub project: Option<ProjectName>,
    /// Whose it is.
    pub caller: Caller,
    /// How the session began, since the dialog "Sign in again" asks for the same. For another account it began with a
    /// token that the console got itself, which counts as `Password`.
    pub began_with: BeganWith,
    /// The user's own session, while they act for another account.
    pub home: Option<Home>,
}

impl StoredSession {
    /// The user's own session, while they act for another account.
    pub fn own(&self) -> Option<StoredSession> {
        self.home.as_ref()?.session()
    }
}

/// The session in which a user began to act for another account, with the agency: the way back, and on. It stays a text,
/// since a visit that needs it is rare.
#[derive(Clone, PartialEq, Eq)]
pub struct Home(String);

impl Home {
    /// The way back to a session.
    pub fn new(session: &StoredSession, agency: &AgencyName) -> Self {
        Self(format!("{agency}\n{}", write(session)))
    }

    /// The session; `None` for a text that no version has written.
    pub fn session(&self) -> Option<StoredSession> {
        read(self.0.split_once('\n')?.1)
    }

    /// The agency of the other account.
    pub fn agency(&self) -> AgencyName {
        AgencyName::new(self.0.split('\n').next().unwrap_or_default())
    }
}

/// It has a token.
impl fmt::Debug for Home {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Home(…)")
    }
}

/// How a session began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BeganWith {
    /// With a name and password.
    Password,
    /// With a pasted token.
    Token,
}

/// The text form.
#[derive(Serialize)]
struct Form<'a> {
    version: u64,
    id: &'a str,
    token: &'a str,
    expires: Option<i64>,
    began: i64,
    used: i64,
    region: &'a str,
    addresses: &'a str,
    project: Option<&'a str>,
    account: &'a str,
    user_id: &'a str,
    user_name: &'a str,
    pasted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    home: Option<&'a str>,
}

/// Writes the text form.
pub fn write(session: &StoredSession) -> String {
    let form = Form {
        version: VERSION,
        id: &session.id,
        token: session.token.reveal(),
        expires: session.expires.map(|moment| moment.0),
        began: session.began.0,
        used: session.used.0,
        region: session.region.as_str(),
        addresses: &session.addresses,
        project: session.project.as_ref().map(ProjectName::as_str),
        account: session.caller.account.as_str(),
        user_id: session.caller.id.as_str(),
        user_name: session.caller.name.as_str(),
        pasted: session.began_with == BeganWith::Token,
        home: session.home.as_ref().map(|home| home.0.as_str()),
    };
    // Text and numbers always serialise.
    serde_json::to_string(&form).unwrap_or_default()
}

/// Reads the text form; `None` for anything that this version did not write.
pub fn read(text: &str) -> Option<StoredSession> {
    let value: Value = serde_json::from_str(text).ok()?;
    if value.get("version")?.as_u64()? != VERSION {
        return None;
    }
    let text = |key: &str| wire::text(&value, key);
    let moment = |key: &str| value.get(key).and_then(Value::as_i64).map(UnixMillis);
    Some(StoredSession {
        id: text("id")?,
        token: Token::new(&text("token")?)?,
        expires: moment("expires"),
        began: moment("began")?,
        used: moment("used")?,
        region: RegionId::new(text("region")?),
        addresses: text("addresses")?,
        project: text("project").map(ProjectName::new),
        caller: Caller {
            id: UserId::new(text("user_id")?),
            name: UserName::new(text("user_name")?),
            account: AccountName::new(text("account")?),
        },
        began_with: if value.get("pasted")?.as_bool()? { BeganWith::Token } else { BeganWith::Password },
        home: text("home").map(Home),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(name: &str, began_with: BeganWith, home: Option<Home>) -> StoredSession {
        StoredSession {
            id: "0123abcd".to_owned(),
            token: Token::new("abc").unwrap(),
            expires: Some(UnixMillis(5)),
            began: UnixMillis(1),
            used: UnixMillis(2),
            region: RegionId::new("local"),
            addresses: " ".to_owned(),
            project: None,
            caller: Caller {
                id: UserId::new("1"),
                name: UserName::new(name),
                account: AccountName::new("demo"),
            },
            began_with,
            home,
        }
    }

    #[test]
    fn a_session_comes_back_and_nothing_else_does() {
        for began_with in [BeganWith::Token, BeganWith::Password] {
            let session = session("admin", began_with, None);
            let text = write(&session);
            assert_eq!(read(&text), Some(session));
            assert_eq!(read(&text.replace("\"version\":2", "\"version\":3")), None);
        }
        for odd in ["", "null", "{}", "[1]", "{\"version\":2}"] {
            assert_eq!(read(odd), None, "{odd}");
        }
    }

    #[test]
    fn one_for_another_account_comes_back_with_the_way_home() {
        let own = session("admin", BeganWith::Password, None);
        let home = Home::new(&own, &AgencyName::new("swr"));
        assert_eq!((home.session(), home.agency().as_str()), (Some(own), "swr"));
        assert!(!format!("{home:?}").contains("abc"), "a token is nowhere to be read");
        let other = session("partner/swr", BeganWith::Password, Some(home));
        assert_eq!(read(&write(&other)), Some(other));
        assert_eq!(Home("nonsense".to_owned()).session(), None);
    }
}
