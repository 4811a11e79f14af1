//! What every call of a session shares: the addresses of its region and its token.

use crate::config::{Prefix, Region};

use super::token::Token;

/// The two APIs of a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoints {
    /// The part before `/v2/manage/…`.
    pub swr: Prefix,
    /// The part before `/v3/…`.
    pub iam: Prefix,
}

impl Endpoints {
    /// Both as one text, so that a session can say which console's it is.
    pub fn text(&self) -> String {
        format!("{} {}", self.swr.join(""), self.iam.join(""))
    }
}

impl From<&Region> for Endpoints {
    fn from(region: &Region) -> Self {
        Self { swr: region.swr.clone(), iam: region.iam.clone() }
    }
}

/// A session's way to the APIs. There is none without a token, so no page has to think of that case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    pub(super) endpoints: Endpoints,
    pub(super) token: Token,
}

impl Client {
    /// A client for one session.
    pub fn new(endpoints: Endpoints, token: Token) -> Self {
        Self { endpoints, token }
    }

    /// The token behind dots, for showing a request.
    pub fn masked_token(&self) -> String {
        self.token.masked()
    }

    /// Whether this is the client of the same session.
    pub fn is_same_session(&self, other: &Self) -> bool {
        self == other
    }
}
