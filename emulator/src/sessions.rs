//! Tokens and what they stand for.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use crate::names::UserId;
use crate::seeded_rng::SeededRng;
use crate::time::UnixMillis;

const DAY: Duration = Duration::from_hours(24);

/// The alphabet and the first letters of the signed tokens of the real service.
const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
const PREFIX: &str = "MIIEkAYJKoZIhvcNAQcCoIIEgTCCBH0CAQExDTALBglghkgBZQMEAgEw";
const LENGTH: usize = 640;

/// A token. It looks like a real one and is none: anyone who reads this code can compute them all.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Token(String);

impl fmt::Display for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(…)")
    }
}

/// What a token may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The account's project.
    Project,
    /// The account as a whole.
    Account,
    /// Nothing yet: it is to be exchanged for a token of a project or account.
    Nothing,
}

/// Whose token is to be issued, for what, and how they proved themselves.
#[derive(Debug, Clone)]
pub(crate) struct AuthMethod {
    user: UserId,
    scope: Scope,
    methods: Vec<&'static str>,
    /// The end of the token that it was exchanged for.
    until: Option<UnixMillis>,
    /// Who acts by an agency's token.
    assumed_by: Option<UserId>,
}

impl AuthMethod {
    pub(crate) fn password(user: UserId) -> Self {
        Self::by(user, vec!["password"])
    }

    pub(crate) fn password_and_passcode(user: UserId) -> Self {
        Self::by(user, vec!["password", "totp"])
    }

    pub(crate) fn agency(user: UserId, by: UserId) -> Self {
        Self { assumed_by: Some(by), ..Self::by(user, vec!["assume_role"]) }
    }

    /// A token for a token: of the same user, by the same methods, and for as long.
    pub(crate) fn token(session: &Session) -> Self {
        let mut method = Self { until: Some(session.expires_at), ..session.method.clone() };
        if !method.methods.contains(&"token") {
            method.methods.push("token");
        }
        method
    }

    #[must_use]
    pub(crate) fn with_scope(self, scope: Scope) -> Self {
        Self { scope, ..self }
    }

    fn by(user: UserId, methods: Vec<&'static str>) -> Self {
        Self { user, scope: Scope::Nothing, methods, until: None, assumed_by: None }
    }
}

/// What a token stands for.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    method: AuthMethod,
    issued_at: UnixMillis,
    expires_at: UnixMillis,
}

impl Session {
    pub(crate) fn user(&self) -> &UserId {
        &self.method.user
    }

    pub(crate) fn scope(&self) -> Scope {
        self.method.scope
    }

    pub(super) fn assumed_by(&self) -> Option<&UserId> {
        self.method.assumed_by.as_ref()
    }

    pub(super) fn methods(&self) -> &[&'static str] {
        &self.method.methods
    }

    pub(super) fn issued_at(&self) -> UnixMillis {
        self.issued_at
    }

    pub(super) fn expires_at(&self) -> UnixMillis {
        self.expires_at
    }
}

/// The tokens that are good.
#[derive(Debug, Clone)]
pub(crate) struct Sessions {
    by_token: BTreeMap<String, Session>,
    tokens: SeededRng,
    lifetime: Duration,
}

impl Default for Sessions {
    fn default() -> Self {
        Self { by_token: BTreeMap::new(), tokens: SeededRng::new(0x70_6b65), lifetime: DAY }
    }
}

impl Sessions {
    pub(crate) fn set_lifetime(&mut self, lifetime: Duration) {
        self.lifetime = lifetime;
    }

    /// A new token. Those that have expired are forgotten, so that a long life is no leak.
    pub(crate) fn issue(&mut self, method: AuthMethod, now: UnixMillis) -> Token {
        self.by_token.retain(|_, session| session.expires_at > now);
        let token = format!("{PREFIX}{}", self.tokens.text(ALPHABET, LENGTH));
        let end = now.after(self.lifetime);
        let expires_at = method.until.map_or(end, |until| until.min(end));
        let session = Session { method, issued_at: now, expires_at };
        self.by_token.insert(token.clone(), session);
        Token(token)
    }

    /// What the token stands for, unless it is unknown or has expired.
    pub(crate) fn find(&self, token: &str, now: UnixMillis) -> Option<&Session> {
        self.by_token.get(token).filter(|session| session.expires_at > now)
    }

    /// Ends one token. Whether it was good is the caller's to know.
    pub(crate) fn end(&mut self, token: &str) {
        self.by_token.remove(token);
    }

    pub(crate) fn end_all(&mut self) {
        self.by_token.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn method() -> AuthMethod {
        AuthMethod::password(UserId::new("u"))
    }

    #[test]
    fn a_token_ends_with_its_time_and_not_before() {
        let mut sessions = Sessions::default();
        sessions.set_lifetime(Duration::from_millis(10));
        let token = sessions.issue(method(), UnixMillis::new(100)).to_string();
        assert!(sessions.find(&token, UnixMillis::new(109)).is_some());
        assert!(sessions.find(&token, UnixMillis::new(110)).is_none());
    }

    #[test]
    fn tokens_look_real_differ_and_stay_out_of_debug_output() {
        let mut sessions = Sessions::default();
        let (first, second) =
            (sessions.issue(method(), UnixMillis::new(0)), sessions.issue(method(), UnixMillis::new(0)));
        assert_ne!(first, second);
        let text = first.to_string();
        assert!(text.starts_with("MII") && text.len() > 500);
        assert!(text.bytes().all(|byte| ALPHABET.contains(&byte)));
        assert!(!format!("{first:?}").contains(&text));
    }
}
