//! IAM: which call it is, and whose token came with it. What the calls do is in one file per resource.

mod catalog;
mod own;
mod sign_in;
mod sign_in_body;
mod tokens;
mod user_details;
mod users;
mod version;

use serde::Serialize;

use crate::call::{Call, Outcome, World};
use crate::credentials::{self, Unproven};
use crate::error::Refusal;
use crate::http::Response;
use crate::names::UserId;

pub(crate) fn answer(world: &mut World, call: &Call<'_>) -> Response {
    let shape = world.switches.error_shape;
    outcome(world, call).unwrap_or_else(|refusal| refusal.into_response(shape, call.request_id))
}

fn outcome(world: &mut World, call: &Call<'_>) -> Outcome {
    match (call.method(), call.target.segments().as_slice()) {
        ("GET", ["v3"] | ["v3", ""]) => Ok(version::show(call)),
        ("POST", ["v3", "auth", "tokens"]) => sign_in::answer(world, call),
        ("GET" | "HEAD", ["v3", "auth", "tokens"]) => tokens::show(world, call),
        ("DELETE", ["v3", "auth", "tokens"]) => tokens::end(world, call),
        ("GET", ["v3", "auth", "domains"]) => own::domains(world, call),
        ("GET", ["v3", "auth", "projects"]) => own::projects(world, call),
        ("GET", ["v3", "projects"]) => own::matching_projects(world, call),
        ("GET", ["v3", "users"]) => users::list(world, call),
        ("GET", ["v3", "users", id]) => users::show(world, call, id),
        ("GET", ["v3.0", "OS-USER", "users", id]) => user_details::show(world, call, id),
        _ => Err(Refusal::NO_SUCH_API),
    }
}

/// Who the call is from.
fn caller(world: &World, call: &Call<'_>) -> Result<UserId, Refusal> {
    credentials::identify(world, call).map(|identity| identity.user).map_err(|unproven| match unproven {
        Unproven::Missing | Unproven::Token => unauthenticated(),
        Unproven::Signature(mistake) => Refusal::signature(&mistake),
    })
}

fn unauthenticated() -> Refusal {
    Refusal::iam(401, "The request you have made requires authentication.")
}

fn forbidden() -> Refusal {
    Refusal::iam(403, "You are not authorized to perform the requested action.")
}

fn invalid_body() -> Refusal {
    Refusal::iam(400, "The request body is invalid")
}

/// Links beside a list. Lists come whole, so there is neither a next nor a previous page.
#[derive(Serialize)]
struct ListLinks {
    next: Option<String>,
    previous: Option<String>,
    #[serde(rename = "self")]
    own: String,
}

impl ListLinks {
    fn of(call: &Call<'_>, path: &str) -> Self {
        Self { next: None, previous: None, own: format!("{}/v3/{path}", call.origin()) }
    }
}

/// The link of one thing to itself.
#[derive(Serialize)]
struct OwnLink {
    #[serde(rename = "self")]
    own: String,
}

impl OwnLink {
    fn of(call: &Call<'_>, path: &str) -> Self {
        Self { own: format!("{}/v3/{path}", call.origin()) }
    }
}
