//! `POST /v3/auth/tokens`: a name and a password for a token, with a passcode if the client sends one; a token for one of
//! another scope; or the caller's own token for one of another account's agency.

use crate::call::{Call, Outcome, World};
use crate::error::Refusal;
use crate::http::Response;
use crate::seed::{PASSCODE, PASSWORD};
use crate::sessions::{AuthMethod, Scope};
use crate::store::{Store, User};
use crate::switches::{Switches, UnknownProject};

use super::sign_in_body::{
    AssumeRole, Body, Credentials, Identity, Method, ProjectWanted, Reference, ScopeWanted, Totp,
};
use super::{caller, forbidden, invalid_body, tokens, unauthenticated};

pub(super) fn answer(world: &mut World, call: &Call<'_>) -> Outcome {
    let body: Body = serde_json::from_slice(&call.request.body).map_err(|_| invalid_body())?;
    let identity = &body.auth.identity;
    let method = method(identity, world, call)?;
    let scope = scope(body.auth.scope.as_ref(), &world.store, world.switches)?;
    let token = world.sessions.issue(method.with_scope(scope), call.now).to_string();
    let session = world.sessions.find(&token, call.now);
    // A lifetime of nothing ends a token before it is sent.
    let session = session.ok_or_else(|| Refusal::iam(500, "The token has expired at once"))?;
    let body = tokens::body(&world.store, session, call)?;
    Ok(Response::json(201, &body).with_header("X-Subject-Token", token))
}

/// Whose token it becomes, and how they have proved themselves.
fn method(identity: &Identity, world: &World, call: &Call<'_>) -> Result<AuthMethod, Refusal> {
    match (identity.methods.as_slice(), &identity.assume_role, &identity.token) {
        ([Method::AssumeRole], Some(agency), _) => {
            let user = assumed(agency, world, call)?.id.clone();
            Ok(AuthMethod::agency(user, caller(world, call)?))
        }
        ([Method::Token], _, Some(token)) => {
            let session = world.sessions.find(&token.id, call.now).ok_or_else(unauthenticated)?;
            Ok(AuthMethod::token(session))
        }
        (methods, _, _) => {
            let user = proven(identity, &world.store)?.id.clone();
            let has_passcode = methods.contains(&Method::Totp);
            Ok(if has_passcode {
                AuthMethod::password_and_passcode(user)
            } else {
                AuthMethod::password(user)
            })
        }
    }
}

/// Who the agency's token is of. Administrators have the policy that it takes, others do not; and an agency's token can't be
/// used for another agency.
fn assumed<'a>(agency: &AssumeRole, world: &'a World, call: &Call<'_>) -> Result<&'a User, Refusal> {
    let caller = caller(world, call)?;
    let is_administrator = world.store.users.iter().any(|user| user.id == caller && user.is_administrator);
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
    // Nobody learns from this whether somebody is disabled or the password is wrong.
    let user = user.filter(|user| password == PASSWORD && user.is_enabled).ok_or_else(wrong)?;
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
        UnknownProject::Unauthorized => unauthenticated(),
    };
    match wanted {
        None => Ok(Scope::Account),
        Some(ScopeWanted::Word(word)) if word == "unscoped" => Ok(Scope::Nothing),
        Some(ScopeWanted::Named { project: Some(ProjectWanted { project, domain }), .. }) => {
            let is_here = domain.as_ref().is_none_or(|domain| domain.is_account(&store.account));
            if is_here && project.is_project(&store.project) {
                Ok(Scope::Project)
            } else {
                Err(missing("project", project))
            }
        }
        Some(ScopeWanted::Named { project: None, domain: Some(domain) }) => {
            if domain.is_account(&store.account) {
                Ok(Scope::Account)
            } else {
                Err(missing("domain", domain))
            }
        }
        Some(ScopeWanted::Word(_) | ScopeWanted::Named { project: None, domain: None }) => {
            Err(invalid_body())
        }
    }
}
