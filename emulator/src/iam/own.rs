//! `GET /v3/auth/domains`, `GET /v3/auth/projects` and `GET /v3/projects`: what the caller reaches.

use serde::Serialize;

use crate::call::{Call, Outcome, World};
use crate::http::Response;
use crate::names::{AccountId, AccountName, ProjectId, ProjectName};

use super::{ListLinks, OwnLink, caller};

#[derive(Serialize)]
struct Domains<'a> {
    domains: [Domain<'a>; 1],
    links: ListLinks,
}

#[derive(Serialize)]
struct Domain<'a> {
    description: &'a str,
    enabled: bool,
    id: &'a AccountId,
    links: OwnLink,
    name: &'a AccountName,
}

#[derive(Serialize)]
struct Projects<'a> {
    links: ListLinks,
    projects: Vec<Project<'a>>,
}

#[derive(Serialize)]
struct Project<'a> {
    description: &'a str,
    domain_id: &'a AccountId,
    enabled: bool,
    id: &'a ProjectId,
    is_domain: bool,
    links: OwnLink,
    name: &'a ProjectName,
    parent_id: &'a AccountId,
}

pub(super) fn domains(world: &World, call: &Call<'_>) -> Outcome {
    caller(world, call)?;
    let account = &world.store.account;
    let links = OwnLink::of(call, &format!("domains/{}", account.id));
    let domain = Domain { description: "", enabled: true, id: &account.id, links, name: &account.name };
    Ok(Response::json(200, &Domains { domains: [domain], links: ListLinks::of(call, "auth/domains") }))
}

pub(super) fn projects(world: &World, call: &Call<'_>) -> Outcome {
    caller(world, call)?;
    let projects = vec![described(world, call)];
    Ok(Response::json(200, &Projects { links: ListLinks::of(call, "auth/projects"), projects }))
}

/// `GET /v3/projects`, by which the SDKs find the project of a region. The emulator lets everyone ask.
pub(super) fn matching_projects(world: &World, call: &Call<'_>) -> Outcome {
    caller(world, call)?;
    let (account, project) = (&world.store.account, &world.store.project);
    let fits = |name, own: &str| call.target.parameter(name).is_none_or(|value| value == own);
    let is_found = fits("name", project.name.as_str())
        && fits("domain_id", account.id.as_str())
        && fits("parent_id", account.id.as_str())
        && fits("enabled", "true")
        && fits("is_domain", "false");
    let projects = is_found.then(|| described(world, call)).into_iter().collect();
    Ok(Response::json(200, &Projects { links: ListLinks::of(call, "projects"), projects }))
}

fn described<'a>(world: &'a World, call: &Call<'_>) -> Project<'a> {
    let (account, project) = (&world.store.account, &world.store.project);
    Project {
        description: "",
        domain_id: &account.id,
        enabled: true,
        id: &project.id,
        is_domain: false,
        links: OwnLink::of(call, &format!("projects/{}", project.id)),
        name: &project.name,
        parent_id: &account.id,
    }
}
