//! `GET /v3.0/OS-USER/users/{id}`: a user as IAM's newer call shows them. Clients ask it for a user's name.

use serde::Serialize;

use crate::call::{Call, Outcome, World};
use crate::error::Refusal;
use crate::http::Response;
use crate::names::{AccountId, UserId, UserName};

use super::{ListLinks, users};

#[derive(Serialize)]
struct Body<'a> {
    user: Details<'a>,
}

/// The fields that the vendor's SDK marks as mandatory in `ShowUserResult`, and the state of the password.
#[derive(Serialize)]
struct Details<'a> {
    access_mode: &'a str,
    description: &'a str,
    domain_id: &'a AccountId,
    enabled: bool,
    id: &'a UserId,
    is_domain_owner: bool,
    links: ListLinks,
    name: &'a UserName,
    /// Whether the password has to be changed.
    pwd_status: bool,
}

pub(super) fn show(world: &World, call: &Call<'_>, id: &str) -> Outcome {
    let id = UserId::new(id);
    if !users::may_look_at(world, call, &id)? {
        let message = "You are not authorized to perform the requested action.";
        return Err(Refusal::IamCode { status: 403, code: "IAM.0003", message });
    }
    let missing = Refusal::IamCode { status: 404, code: "IAM.0004", message: "Could not find user." };
    let user = world.store.user(&id).ok_or(missing)?;
    let details = Details {
        access_mode: "default",
        description: "",
        domain_id: &world.store.account_of(user).id,
        enabled: user.is_enabled,
        id: &user.id,
        is_domain_owner: user.is_administrator,
        links: ListLinks::of(call, &format!("users/{}", user.id)),
        name: &user.name,
        pwd_status: false,
    };
    Ok(Response::json(200, &Body { user: details }))
}
