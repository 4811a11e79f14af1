//! `GET /v3/users` and one user.

use serde_json::{Value, json};

use crate::client::{ADMIN, Answer, Server, USER01};

fn names(answer: &Answer) -> Vec<String> {
    let list = answer.json();
    list["users"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|user| user["name"].as_str().expect("a name").to_owned())
        .collect()
}

fn forbidden() -> Value {
    let message = "You are not authorized to perform the requested action.";
    json!({ "error": { "code": 403, "message": message, "title": "Forbidden" } })
}

#[test]
fn the_administrator_lists_everybody() {
    let server = Server::start();
    let answer = server.user("admin").get("/v3/users");
    let numbered = (1..=12).map(|number| format!("user{number:02}"));
    assert_eq!(names(&answer), std::iter::once("admin".to_owned()).chain(numbered).collect::<Vec<_>>());
    let first = &answer.json()["users"][0];
    assert_eq!(
        (&first["id"], &first["enabled"], &first["pwd_status"]),
        (&json!(ADMIN), &json!(true), &json!(true))
    );
    assert_eq!(first["domain_id"], "d78cbac186b744899480f25bd022f468");
}

#[test]
fn parameters_narrow_the_list() {
    let server = Server::start();
    let admin = server.user("admin");
    assert_eq!(names(&admin.get("/v3/users?name=user01")), ["user01"]);
    assert!(names(&admin.get("/v3/users?name=user0")).is_empty());
    assert_eq!(
        names(&admin.get("/v3/users?enabled=true&domain_id=d78cbac186b744899480f25bd022f468")).len(),
        13
    );
    assert!(names(&admin.get("/v3/users?enabled=false")).is_empty());
    assert!(names(&admin.get("/v3/users?domain_id=other")).is_empty());
    assert_eq!(admin.get("/v3/users?enabled=perhaps").status, 400);
}

#[test]
fn others_see_nobody_but_themselves() {
    let server = Server::start();
    let user = server.user("user01");
    for target in ["/v3/users", "/v3/users?name=user01", &format!("/v3/users/{ADMIN}"), "/v3/users/nobody"] {
        let answer = user.get(target);
        assert_eq!((answer.status, answer.json()), (403, forbidden()), "{target}");
    }
    assert_eq!(user.get(&format!("/v3/users/{USER01}")).json()["user"]["name"], "user01");
}

#[test]
fn a_missing_user_is_404_for_the_administrator() {
    let server = Server::start();
    let admin = server.user("admin");
    assert_eq!(admin.get(&format!("/v3/users/{USER01}")).json()["user"]["id"], USER01);
    let answer = admin.get("/v3/users/nobody");
    assert_eq!(
        (answer.status, &answer.json()["error"]["message"]),
        (404, &json!("Could not find user: nobody."))
    );
}

#[test]
fn nobody_sees_anybody_without_a_token() {
    let server = Server::start();
    for target in ["/v3/users", &format!("/v3/users/{USER01}")] {
        assert_eq!(server.anonymous().get(target).status, 401);
    }
}

#[test]
fn a_users_details_are_for_the_administrator_and_themselves() {
    let server = Server::start();
    let details = |user: &str, id: &str| server.user(user).get(&format!("/v3.0/OS-USER/users/{id}"));
    let answer = details("user01", USER01);
    assert_eq!(answer.status, 200);
    let user = &answer.json()["user"];
    assert_eq!((&user["name"], &user["id"]), (&json!("user01"), &json!(USER01)));
    assert_eq!((&user["is_domain_owner"], &user["access_mode"]), (&json!(false), &json!("default")));
    assert_eq!(
        (&user["enabled"], &user["domain_id"]),
        (&json!(true), &json!("d78cbac186b744899480f25bd022f468"))
    );
    assert_eq!(details("admin", USER01).json()["user"]["name"], "user01");
    assert_eq!(details("admin", ADMIN).json()["user"]["is_domain_owner"], true);

    assert_eq!(details("user01", ADMIN).refusal(), (403, "IAM.0003".to_owned()));
    assert_eq!(details("admin", "nobody").refusal(), (404, "IAM.0004".to_owned()));
    assert_eq!(server.anonymous().get(&format!("/v3.0/OS-USER/users/{USER01}")).status, 401);
}
