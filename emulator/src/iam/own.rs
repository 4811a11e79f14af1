//! `GET /v3/auth/domains` and `GET /v3/auth/projects`: what the caller's own token reaches.

use serde::Serialize;

use crate::call::{Call, Outcome, World};
use crate::http::Response;
use crate::names::{AccountId, AccountName, ProjectId, ProjectName};

use super::{ListLinks, OwnLink, session};

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
    projects: [Project<'a>; 1],
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
    session(world, call)?;
    let account = &world.store.account;
    let links = OwnLink::of(call, &format!("domains/{}", account.id));
    let domain = Domain { description: "", enabled: true, id: &account.id, links, name: &account.name };
    Ok(Response::json(200, &Domains { domains: [domain], links: ListLinks::of(call, "auth/domains") }))
}

pub(super) fn projects(world: &World, call: &Call<'_>) -> Outcome {
    session(world, call)?;
    let (account, project) = (&world.store.account, &world.store.project);
    let project = Project {
        description: "",
        domain_id: &account.id,
        enabled: true,
        id: &project.id,
        is_domain: false,
        links: OwnLink::of(call, &format!("projects/{}", project.id)),
        name: &project.name,
        parent_id: &account.id,
    };
    Ok(Response::json(200, &Projects { links: ListLinks::of(call, "auth/projects"), projects: [project] }))
}
