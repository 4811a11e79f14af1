//! `POST /v3/auth/tokens`: a name and a password for a token, with a passcode if the client sends one; or the caller's own
//! token for one of another account's agency.

use serde::Deserialize;

use crate::call::{Call, Outcome, World};
use crate::error::Refusal;
use crate::http::Response;
use crate::seed::{PASSCODE, PASSWORD};
use crate::store::{Account, Project, Store, User};
use crate::switches::{Switches, UnknownProject};

use super::{forbidden, invalid_body, session, tokens};
use crate::sessions::{AuthMethod, Scope};

#[derive(Deserialize)]
struct Body {
    auth: Auth,
}

#[derive(Deserialize)]
struct Auth {
    identity: Identity,
    scope: Option<ScopeWanted>,
}

#[derive(Deserialize)]
struct Identity {
    methods: Vec<Method>,
    password: Option<Password>,
    assume_role: Option<AssumeRole>,
    totp: Option<Totp>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Method {
    Password,
    Totp,
    AssumeRole,
}

/// An agency, by the names of both clouds' pages.
#[derive(Deserialize)]
struct AssumeRole {
    domain_id: Option<String>,
    domain_name: Option<String>,
    #[serde(alias = "agency_name")]
    xrole_name: String,
}

#[derive(Deserialize)]
struct Password {
    user: Credentials,
}

#[derive(Deserialize)]
struct Credentials {
    id: Option<String>,
    name: Option<String>,
    domain: Option<Reference>,
    password: String,
}

#[derive(Deserialize)]
struct Totp {
    user: Passcode,
}

#[derive(Deserialize)]
struct Passcode {
    id: String,
    passcode: String,
}

#[derive(Deserialize)]
struct ScopeWanted {
    project: Option<ProjectWanted>,
    domain: Option<Reference>,
}

#[derive(Deserialize)]
struct ProjectWanted {
    #[serde(flatten)]
    project: Reference,
    domain: Option<Reference>,
}

/// Something named by its id or by its name.
#[derive(Deserialize)]
struct Reference {
    id: Option<String>,
    name: Option<String>,
}

impl Reference {
    fn means(&self, id: &str, name: &str) -> bool {
        match (&self.id, &self.name) {
            (Some(wanted), _) => wanted == id,
            (None, Some(wanted)) => wanted == name,
            (None, None) => false,
        }
    }

    fn is_account(&self, account: &Account) -> bool {
        self.means(account.id.as_str(), account.name.as_str())
    }

    fn is_project(&self, project: &Project) -> bool {
        self.means(project.id.as_str(), project.name.as_str())
    }

    fn text(&self) -> &str {
        self.id.as_deref().or(self.name.as_deref()).unwrap_or_default()
    }
}

pub(super) fn answer(world: &mut World, call: &Call<'_>) -> Outcome {
    let body: Body = serde_json::from_slice(&call.request.body).map_err(|_| invalid_body())?;
    let identity = &body.auth.identity;
    let agency = identity.assume_role.as_ref().filter(|_| identity.methods[..] == [Method::AssumeRole]);
    let user = match agency {
        Some(agency) => assumed(agency, world, call)?.id.clone(),
        None => proven(identity, &world.store)?.id.clone(),
    };
    let scope = scope(body.auth.scope.as_ref(), &world.store, world.switches)?;
    let method = if agency.is_some() {
        AuthMethod::agency(user, scope, session(world, call)?.user().clone())
    } else if identity.methods.contains(&Method::Totp) {
        AuthMethod::password_and_passcode(user, scope)
    } else {
        AuthMethod::password(user, scope)
    };
    let token = world.sessions.issue(method, call.now).to_string();
    let session = world.sessions.find(&token, call.now);
    // A lifetime of nothing ends a token before it is sent.
    let session = session.ok_or_else(|| Refusal::iam(500, "The token has expired at once"))?;
    let body = tokens::body(&world.store, session, call)?;
    Ok(Response::json(201, &body).with_header("X-Subject-Token", token))
}

/// Who the agency's token is of. Administrators have the policy that it takes, others do not; and an agency's token can't be
/// used for another agency.
fn assumed<'a>(agency: &AssumeRole, world: &'a World, call: &Call<'_>) -> Result<&'a User, Refusal> {
    let caller = session(world, call)?.user();
    let is_administrator = world.store.users.iter().any(|user| user.id == *caller && user.is_administrator);
    let partner = &world.store.partner;
    let account = Reference { id: agency.domain_id.clone(), name: agency.domain_name.clone() };
    if !account.is_account(&partner.account) {
        return Err(Refusal::iam(404, format!("Could not find domain: {}.", account.text())));
    }
    if !is_administrator || agency.xrole_name != partner.agency {
        return Err(forbidden());
    }
    Ok(&partner.user)
}

/// The user, if password and passcode are right. A passcode counts for everyone, so that the small seed need not hold
/// a user who is there only for that.
fn proven<'a>(identity: &Identity, store: &'a Store) -> Result<&'a User, Refusal> {
    let wrong = || Refusal::iam(401, "The username or password is wrong.");
    let password = identity.password.as_ref().filter(|_| identity.methods.contains(&Method::Password));
    let Credentials { id, name, domain, password } = &password.ok_or_else(invalid_body)?.user;
    let user = match (id, name, domain) {
        (Some(id), _, _) => store.users.iter().find(|user| user.id.as_str() == id),
        (None, Some(name), Some(domain)) => {
            store.user_named(name).filter(|_| domain.is_account(&store.account))
        }
        _ => return Err(invalid_body()),
    };
    let user = user.filter(|_| password == PASSWORD).ok_or_else(wrong)?;
    match (identity.methods.contains(&Method::Totp), &identity.totp) {
        (false, _) => Ok(user),
        (true, None) => Err(invalid_body()),
        (true, Some(Totp { user: proof })) => {
            let is_right = proof.id == user.id.as_str() && proof.passcode == PASSCODE;
            if is_right { Ok(user) } else { Err(wrong()) }
        }
    }
}

/// A sign-in without a scope is for the account.
fn scope(wanted: Option<&ScopeWanted>, store: &Store, switches: Switches) -> Result<Scope, Refusal> {
    let missing = |kind: &str, reference: &Reference| match switches.unknown_project {
        UnknownProject::NotFound => {
            Refusal::iam(404, format!("Could not find {kind}: {}.", reference.text()))
        }
        UnknownProject::Unauthorized => {
            Refusal::iam(401, "The request you have made requires authentication.")
        }
    };
    match wanted {
        None => Ok(Scope::Account),
        Some(ScopeWanted { project: Some(ProjectWanted { project, domain }), .. }) => {
            let is_here = domain.as_ref().is_none_or(|domain| domain.is_account(&store.account));
            if is_here && project.is_project(&store.project) {
                Ok(Scope::Project)
            } else {
                Err(missing("project", project))
            }
        }
        Some(ScopeWanted { project: None, domain: Some(domain) }) => {
            if domain.is_account(&store.account) {
                Ok(Scope::Account)
            } else {
                Err(missing("domain", domain))
            }
        }
        Some(ScopeWanted { project: None, domain: None }) => Err(invalid_body()),
    }
}
