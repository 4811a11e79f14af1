//! `GET`, `HEAD` and `DELETE /v3/auth/tokens`, and what a token says about itself.

use serde::Serialize;
use serde_json::Value;

use crate::call::{Call, Outcome, World};
use crate::error::Refusal;
use crate::http::Response;
use crate::names::{AccountId, AccountName, ProjectId, ProjectName, UserId, UserName};
use crate::store::{Account, Store, User};

use super::{caller, catalog, forbidden};
use crate::sessions::{Scope, Session};
use crate::switches::TokenDelete;

#[derive(Serialize)]
pub(super) struct Body<'a> {
    token: TokenBody<'a>,
}

#[derive(Serialize)]
struct TokenBody<'a> {
    expires_at: String,
    issued_at: String,
    methods: &'a [&'a str],
    #[serde(skip_serializing_if = "Option::is_none")]
    catalog: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    project: Option<ProjectBody<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<DomainBody<'a>>,
    roles: Vec<Role>,
    user: UserBody<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assumed_by: Option<AssumedBy<'a>>,
}

#[derive(Serialize)]
struct AssumedBy<'a> {
    user: UserBody<'a>,
}

#[derive(Serialize)]
struct ProjectBody<'a> {
    domain: DomainBody<'a>,
    id: &'a ProjectId,
    name: &'a ProjectName,
}

#[derive(Serialize)]
struct DomainBody<'a> {
    id: &'a AccountId,
    name: &'a AccountName,
}

#[derive(Serialize)]
struct UserBody<'a> {
    domain: DomainBody<'a>,
    id: &'a UserId,
    name: &'a UserName,
    /// Empty, as IAM writes a password that never expires.
    password_expires_at: &'a str,
}

#[derive(Serialize)]
struct Role {
    id: &'static str,
    name: &'static str,
}

pub(super) fn show(world: &World, call: &Call<'_>) -> Outcome {
    let (token, subject) = subject(world, call)?;
    let body = body(&world.store, subject, call)?;
    Ok(Response::json(200, &body).with_header("X-Subject-Token", token))
}

/// Ends a token.
///
/// Source: IAM API reference of the Open Telekom Cloud, "deleting a user token".
pub(super) fn end(world: &mut World, call: &Call<'_>) -> Outcome {
    match world.switches.token_delete {
        TokenDelete::End => {}
        TokenDelete::NoSuchApi => return Err(Refusal::NO_SUCH_API),
        TokenDelete::NoSuchMethod => return Err(Refusal::iam(405, "The method is not allowed.")),
    }
    let (token, _) = subject(world, call)?;
    world.sessions.end(token);
    Ok(Response::empty(204))
}

/// The token that the call is about: the caller's own or, for an administrator, any.
fn subject<'w, 'c>(world: &'w World, call: &'c Call<'_>) -> Result<(&'c str, &'w Session), Refusal> {
    let own = caller(world, call)?;
    let token = call.request.header("X-Subject-Token");
    let found = token.and_then(|token| Some((token, world.sessions.find(token, call.now)?)));
    let (token, subject) =
        found.ok_or_else(|| Refusal::iam(404, "X-Subject-Token is invalid in the request"))?;
    let is_administrator = world.store.user(&own).is_some_and(|user| user.is_administrator);
    if *subject.user() != own && !is_administrator {
        return Err(forbidden());
    }
    Ok((token, subject))
}

pub(super) fn body<'a>(store: &'a Store, session: &'a Session, call: &Call<'_>) -> Result<Body<'a>, Refusal> {
    let user = store.user(session.user()).ok_or_else(|| Refusal::iam(404, "Could not find user."))?;
    let own = store.account_of(user);
    let (project, account) = match session.scope() {
        Scope::Project => {
            let project = &store.project;
            (Some(ProjectBody { domain: domain(own), id: &project.id, name: &project.name }), None)
        }
        Scope::Account => (None, Some(domain(own))),
        Scope::Nothing => (None, None),
    };
    // Any text that is not empty leaves the catalogue out, "false" too.
    let with_catalog =
        session.scope() != Scope::Nothing && call.target.parameter("nocatalog").is_none_or(str::is_empty);
    Ok(Body {
        token: TokenBody {
            expires_at: session.expires_at().rfc3339_micros(),
            issued_at: session.issued_at().rfc3339_micros(),
            methods: session.methods(),
            catalog: with_catalog.then(|| catalog::body(store, call)),
            project,
            domain: account,
            roles: roles(user),
            user: described(store, user),
            assumed_by: session
                .assumed_by()
                .and_then(|by| store.user(by))
                .map(|by| AssumedBy { user: described(store, by) }),
        },
    })
}

fn described<'a>(store: &'a Store, user: &'a User) -> UserBody<'a> {
    UserBody {
        domain: domain(store.account_of(user)),
        id: &user.id,
        name: &user.name,
        password_expires_at: "",
    }
}

fn domain(account: &Account) -> DomainBody<'_> {
    DomainBody { id: &account.id, name: &account.name }
}

/// The two roles that make an administrator. Ordinary users get the kind of entry that the pages describe as standing
/// for no permission.
fn roles(user: &User) -> Vec<Role> {
    if user.is_administrator {
        vec![Role { id: "0", name: "te_admin" }, Role { id: "0", name: "secu_admin" }]
    } else {
        vec![Role { id: "0", name: "op_gated_local" }]
    }
}
