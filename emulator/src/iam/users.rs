//! `GET /v3/users` and one user: for the account's administrator, and for everyone about themselves.

use serde::Serialize;

use crate::call::{Call, Outcome, World};
use crate::error::Refusal;
use crate::http::Response;
use crate::names::{AccountId, ProjectId, UserId, UserName};
use crate::store::{Store, User};

use super::{ListLinks, OwnLink, caller, forbidden};

#[derive(Serialize)]
struct Users<'a> {
    links: ListLinks,
    users: Vec<UserBody<'a>>,
}

#[derive(Serialize)]
struct OneUser<'a> {
    user: UserBody<'a>,
}

#[derive(Serialize)]
struct UserBody<'a> {
    description: &'a str,
    domain_id: &'a AccountId,
    enabled: bool,
    id: &'a UserId,
    last_project_id: &'a ProjectId,
    links: OwnLink,
    name: &'a UserName,
    /// `null` for a password that never expires.
    password_expires_at: Option<&'a str>,
    pwd_status: bool,
}

pub(super) fn list(world: &World, call: &Call<'_>) -> Outcome {
    if !is_administrator(world, call)? {
        return Err(forbidden());
    }
    let World { store, .. } = world;
    let (name, account) = (call.target.parameter("name"), call.target.parameter("domain_id"));
    let enabled = match call.target.parameter("enabled") {
        None => None,
        Some("true") => Some(true),
        Some("false") => Some(false),
        Some(_) => return Err(Refusal::iam(400, "The request parameter is invalid")),
    };
    let is_here = account.is_none_or(|id| id == store.account.id.as_str());
    let is_meant = |user: &&User| {
        is_here
            && enabled.is_none_or(|enabled| user.is_enabled == enabled)
            && name.is_none_or(|name| user.name.as_str() == name)
    };
    let users = store.users.iter().filter(is_meant).map(|user| body(store, call, user)).collect();
    Ok(Response::json(200, &Users { links: ListLinks::of(call, "users"), users }))
}

pub(super) fn show(world: &World, call: &Call<'_>, id: &str) -> Outcome {
    let id = UserId::new(id);
    if !may_look_at(world, call, &id)? {
        return Err(forbidden());
    }
    let missing = || Refusal::iam(404, format!("Could not find user: {id}."));
    let user = world.store.user(&id).ok_or_else(missing)?;
    Ok(Response::json(200, &OneUser { user: body(&world.store, call, user) }))
}

/// Whether the caller may look at a user: at themselves, and as the administrator at everyone.
pub(super) fn may_look_at(world: &World, call: &Call<'_>, id: &UserId) -> Result<bool, Refusal> {
    Ok(is_administrator(world, call)? || caller(world, call)? == *id)
}

fn is_administrator(world: &World, call: &Call<'_>) -> Result<bool, Refusal> {
    let caller = caller(world, call)?;
    Ok(world.store.user(&caller).is_some_and(|user| user.is_administrator))
}

fn body<'a>(store: &'a Store, call: &Call<'_>, user: &'a User) -> UserBody<'a> {
    UserBody {
        description: "",
        domain_id: &store.account.id,
        enabled: user.is_enabled,
        id: &user.id,
        last_project_id: &store.project.id,
        links: OwnLink::of(call, &format!("users/{}", user.id)),
        name: &user.name,
        password_expires_at: None,
        pwd_status: true,
    }
}
