//! What `POST /v3/auth/tokens` is asked with.

use serde::Deserialize;

use crate::store::{Account, Project};

#[derive(Deserialize)]
pub(super) struct Body {
    pub(super) auth: Auth,
}

#[derive(Deserialize)]
pub(super) struct Auth {
    pub(super) identity: Identity,
    pub(super) scope: Option<ScopeWanted>,
}

#[derive(Deserialize)]
pub(super) struct Identity {
    pub(super) methods: Vec<Method>,
    pub(super) password: Option<Password>,
    pub(super) assume_role: Option<AssumeRole>,
    pub(super) totp: Option<Totp>,
    pub(super) token: Option<TokenProof>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(super) enum Method {
    Password,
    Totp,
    AssumeRole,
    Token,
}

/// An agency, by the names of both clouds' pages.
#[derive(Deserialize)]
pub(super) struct AssumeRole {
    pub(super) domain_id: Option<String>,
    pub(super) domain_name: Option<String>,
    #[serde(alias = "agency_name")]
    pub(super) xrole_name: String,
}

/// A token that is to be exchanged for one of another scope.
#[derive(Deserialize)]
pub(super) struct TokenProof {
    pub(super) id: String,
}

#[derive(Deserialize)]
pub(super) struct Password {
    pub(super) user: Credentials,
}

#[derive(Deserialize)]
pub(super) struct Credentials {
    pub(super) id: Option<String>,
    pub(super) name: Option<String>,
    pub(super) domain: Option<Reference>,
    pub(super) password: String,
}

#[derive(Deserialize)]
pub(super) struct Totp {
    pub(super) user: Passcode,
}

#[derive(Deserialize)]
pub(super) struct Passcode {
    pub(super) id: String,
    pub(super) passcode: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum ScopeWanted {
    /// Keystone's `unscoped`.
    Word(String),
    Named {
        project: Option<ProjectWanted>,
        domain: Option<Reference>,
    },
}

#[derive(Deserialize)]
pub(super) struct ProjectWanted {
    #[serde(flatten)]
    pub(super) project: Reference,
    pub(super) domain: Option<Reference>,
}

/// Something named by its id or by its name.
#[derive(Deserialize)]
pub(super) struct Reference {
    pub(super) id: Option<String>,
    pub(super) name: Option<String>,
}

impl Reference {
    fn means(&self, id: &str, name: &str) -> bool {
        match (&self.id, &self.name) {
            (Some(wanted), _) => wanted == id,
            (None, Some(wanted)) => wanted == name,
            (None, None) => false,
        }
    }

    pub(super) fn is_account(&self, account: &Account) -> bool {
        self.means(account.id.as_str(), account.name.as_str())
    }

    pub(super) fn is_project(&self, project: &Project) -> bool {
        self.means(project.id.as_str(), project.name.as_str())
    }

    pub(super) fn text(&self) -> &str {
        self.id.as_deref().or(self.name.as_deref()).unwrap_or_default()
    }
}
