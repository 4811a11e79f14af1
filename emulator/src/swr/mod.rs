//! SWR's manage API: which call it is, whether the token is good, and what the names in the path demand. What the
//! calls do is in one file per resource.

mod access_body;
mod access_edit;
mod access_list;
mod body;
mod category;
mod corrupted;
mod image_access;
mod image_call;
mod listed_repo;
mod namespace_life;
mod namespaces;
mod new_name;
mod on_image;
mod order;
mod organization_access;
mod overview;
mod page;
mod parameters;
mod quotas;
mod repo_attributes;
mod repo_body;
mod repo_life;
mod repo_query;
mod repos;
mod route;
mod share_body;
mod share_edit;
mod share_list;
mod shared_query;
mod shared_repos;
mod shares;
mod tags;
mod versions;

use crate::call::{Call, Outcome, World};
use crate::credentials::{self, Identity, Unproven};
use crate::error::{self, Refusal};
use crate::faults::Fault;
use crate::http::Response;
use crate::names::{ImageName, OrganizationName};
use crate::rights::Caller;
use crate::sentinels::ImageSentinel;
use crate::sessions::Scope;
use crate::store::{Image, Organization, Store};
use crate::switches::{AccountToken, Switches, Unseen, WriteBody};

use route::{Guarded, Route};

pub(crate) fn answer(world: &mut World, call: &Call<'_>) -> Response {
    let route = Route::of(call.method(), &call.target.segments(), world.switches.share_path);
    let sentinel = route.as_ref().and_then(Route::image).and_then(ImageSentinel::of);
    let outcome = match route {
        None => Err(Refusal::NO_SUCH_API),
        Some(Route::Versions) => Ok(versions::list(call)),
        Some(Route::Version) => Ok(versions::show(call)),
        Some(Route::Guarded(route)) => guarded(world, call, route),
    };
    let shape = world.switches.error_shape;
    let response = outcome.unwrap_or_else(|refusal| refusal.into_response(shape, call.request_id));
    if sentinel == Some(ImageSentinel::Slow) { Fault::Slow.corrupt(response) } else { response }
}

/// The calls that need a token.
fn guarded(world: &mut World, call: &Call<'_>, route: Guarded) -> Outcome {
    let caller = authenticated(world, call)?;
    let World { store, switches, retries, .. } = world;
    let context = Context { switches, caller: &caller, call };
    match route {
        Guarded::Namespaces => namespaces::list(store, &context),
        Guarded::NamespaceCreation => namespace_life::create(store, &context),
        Guarded::Namespace(name) => namespaces::show(organization(store, &name)?, &context),
        Guarded::NamespaceAccess(action, name) => organization_access::answer(store, &context, action, &name),
        Guarded::NamespaceDeletion(name) => namespace_life::delete(store, &context, &name),
        Guarded::ImageCreation(name) => repo_life::create(store, &context, &name),
        Guarded::Quotas(project) => quotas::show(store, &project),
        Guarded::Repos => repos::list(store, &context),
        Guarded::SharedRepos => shared_repos::list(store, &context),
        Guarded::Overview => Ok(overview::show(store, &context)),
        Guarded::Image { organization, image, on } => {
            image_call::answer(store, retries, &context, &organization, &image, &on)
        }
    }
}

/// What a resource needs beside the store.
struct Context<'a> {
    switches: &'a Switches,
    caller: &'a Caller,
    call: &'a Call<'a>,
}

impl Context<'_> {
    /// Something exists, and the caller has no permission on it at all.
    fn unseen(&self, missing: error::Code) -> Refusal {
        match self.switches.unseen {
            Unseen::Forbidden => error::NO_RIGHT.into(),
            Unseen::NotFound => missing.into(),
        }
    }

    /// A write without a body in its answer.
    fn done(&self, status: u16) -> Response {
        match self.switches.write_body {
            WriteBody::Object => Response::json(status, &serde_json::Map::new()),
            WriteBody::Empty => Response::empty(status),
        }
    }
}

fn authenticated(world: &World, call: &Call<'_>) -> Result<Caller, Refusal> {
    let Identity { user, scope } = credentials::identify(world, call).map_err(|unproven| match unproven {
        Unproven::Missing => Refusal::NO_TOKEN,
        Unproven::Token => error::TOKEN.into(),
        Unproven::Signature(mistake) => Refusal::signature(&mistake),
    })?;
    if scope != Scope::Project && world.switches.account_token == AccountToken::Forbidden {
        return Err(error::NOT_PERMITTED.into());
    }
    let user = world.store.user(&user).ok_or(error::TOKEN)?;
    Ok(Caller::new(user, &world.store))
}

fn organization<'a>(store: &'a Store, name: &OrganizationName) -> Result<&'a Organization, Refusal> {
    Ok(store.organization(name.as_str()).ok_or(error::ORGANIZATION_MISSING)?)
}

fn image<'a>(organization: &'a Organization, name: &ImageName) -> Result<&'a Image, Refusal> {
    Ok(organization.images.get(name).ok_or(error::IMAGE_MISSING)?)
}
