//! `GET /v3/auth/domains`, `GET /v3/auth/projects` and the version documents.

use serde_json::json;

use crate::client::Server;

#[test]
fn a_token_reaches_its_account_and_project() {
    let server = Server::start();
    let user = server.user("user12");
    let domains = user.get("/v3/auth/domains").json();
    assert_eq!(domains["domains"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&domains["domains"][0]["name"], &domains["domains"][0]["enabled"]),
        (&json!("demo"), &json!(true))
    );
    let projects = user.get("/v3/auth/projects").json();
    assert_eq!(projects["projects"].as_array().map(Vec::len), Some(1));
    assert_eq!(projects["projects"][0]["name"], "local");
    assert_eq!(projects["projects"][0]["domain_id"], domains["domains"][0]["id"]);
    assert_eq!(projects["links"]["self"], format!("http://{}/v3/auth/projects", server.address()));
}

#[test]
fn a_project_is_found_by_its_name() {
    let server = Server::start();
    let user = server.user("user12");
    let found = |query: &str| user.get(&format!("/v3/projects?{query}")).json()["projects"].clone();
    assert_eq!(found("name=local")[0]["id"], "8c5f1b7e2d3a4960a4be6d0c97f1e832");
    assert_eq!(found(""), found("domain_id=d78cbac186b744899480f25bd022f468&enabled=true"));
    for query in ["name=cn-north-4", "domain_id=other", "enabled=false", "is_domain=true", "parent_id=other"]
    {
        assert_eq!(found(query), json!([]), "{query}");
    }
}

#[test]
fn nobody_reaches_anything_without_a_token() {
    let server = Server::start();
    for target in ["/v3/auth/domains", "/v3/auth/projects", "/v3/projects"] {
        assert_eq!(server.anonymous().get(target).status, 401);
        assert_eq!(server.bearer("wrong").get(target).json()["error"]["title"], "Unauthorized");
    }
}

#[test]
fn version_documents_need_no_token() {
    let server = Server::start();
    let versions = server.anonymous().get("/").json();
    assert_eq!(
        (&versions["versions"][0]["id"], &versions["versions"][0]["status"]),
        (&json!("v2"), &json!("CURRENT"))
    );
    assert_eq!(
        versions["versions"][0]["links"],
        json!({ "href": format!("http://{}/v2", server.address()), "rel": "self" })
    );
    assert_eq!(server.anonymous().get("/v2").json()["version"], versions["versions"][0]);
    assert_eq!(server.anonymous().get("/v3").json()["version"]["id"], "v3.6");
}
