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
fn nobody_reaches_anything_without_a_token() {
    let server = Server::start();
    for target in ["/v3/auth/domains", "/v3/auth/projects"] {
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
