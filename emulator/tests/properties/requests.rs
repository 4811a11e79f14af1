//! Requests of every shape: what means something to the emulator, mutilated or not, and anything at all.

use proptest::prelude::*;
use swr_emulator::Request;

const KEYS: [&str; 11] = [
    "user_id",
    "user_name",
    "auth",
    "x",
    "access_domain",
    "permit",
    "deadline",
    "description",
    "is_public",
    "category",
    "namespace",
];

fn method() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(vec!["GET", "POST", "PATCH", "DELETE", "HEAD"]).prop_map(str::to_owned),
        1 => "[A-Z]{0,9}",
    ]
}

/// A segment of a path: mostly one that means something, sometimes a mutilated or arbitrary one.
fn segment() -> impl Strategy<Value = String> {
    let known = vec![
        "v2",
        "v3",
        "manage",
        "namespaces",
        "repos",
        "access",
        "group",
        "empty",
        "test",
        "busybox",
        "team$web$app",
        "team%24web%24app",
        "slow",
        "hang",
        "html",
        "truncated",
        "reset",
        "cut",
        "redirect",
        "empty",
        "odd",
        "retry",
        "error-404",
        "error-503",
        "error-999",
        "auth",
        "tokens",
        "domains",
        "projects",
        "users",
        "3059e6b5562241fda3fa441cca6f228b",
        "repositories",
        "access-domains",
        "partner",
        "denied",
        "outside",
        "public",
        "shared",
        "shared-repositories",
        "overview",
        "tags",
        "quotas",
        "v3.0",
        "OS-USER",
        "",
        "..",
        "%2F",
        "%",
        "%ff",
    ];
    prop_oneof![9 => prop::sample::select(known).prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

fn path() -> impl Strategy<Value = String> {
    let access =
        (segment(), segment()).prop_map(|(o, i)| format!("/v2/manage/namespaces/{o}/repos/{i}/access"));
    let shares = (segment(), segment(), segment()).prop_map(|(organization, image, account)| {
        format!("/v2/manage/namespaces/{organization}/repositories/{image}/access-domains/{account}")
    });
    let image = (segment(), segment()).prop_map(|(o, i)| format!("/v2/manage/namespaces/{o}/repos/{i}"));
    prop_oneof![
        4 => access,
        2 => shares,
        2 => image,
        1 => Just("/v2/manage/namespaces".to_owned()),
        1 => segment().prop_map(|organization| format!("/v2/manage/namespaces/{organization}/repos")),
        1 => Just("/v2/manage/namespaces/outside/repositories/shared/access-domains".to_owned()),
        1 => Just("/v2/manage/shared-repositories".to_owned()),
        2 => segment().prop_map(|organization| format!("/v2/manage/namespaces/{organization}/access")),
        1 => Just("/v2/manage/repos".to_owned()),
        1 => Just("/v3/auth/tokens".to_owned()),
        4 => prop::collection::vec(segment(), 0..8).prop_map(|segments| format!("/{}", segments.join("/"))),
        1 => "\\PC{0,40}",
    ]
}

fn target() -> impl Strategy<Value = String> {
    let pair = "(namespace|name|filter|limit|offset|order_column|order_type|is_public|enabled|nocatalog|center|status|tag|domain_name)=[a-z0-9:|%$-]{0,16}";
    let query = prop_oneof![3 => Just(String::new()), 2 => pair.prop_map(|pair| format!("?{pair}")), 1 => "\\?\\PC{0,20}"];
    (path(), query).prop_map(|(path, query)| path + &query)
}

fn json() -> impl Strategy<Value = String> {
    let text = prop::sample::select(vec![
        "\"user_id\"",
        "\"user_name\"",
        "\"auth\"",
        "\"a\"",
        "\"read\"",
        "\"forever\"",
        "\"2024-01-31T23:59:59Z\"",
        "\"linux\"",
        "\"group\"",
        "\"denied\"",
        "\"hang\"",
        "\"slow\"",
        "\"error-500\"",
        "\"fb3f175c1fd146ab8cdae3272be6107b\"",
        "1",
        "2",
        "3",
        "7",
        "-1",
        "3.0",
        "1e308",
        "9007199254740993",
        "null",
        "true",
        "\"\"",
        "\"\\u0000\"",
    ]);
    let leaf = text.prop_map(str::to_owned);
    leaf.prop_recursive(4, 24, 4, |inner| {
        let object = prop::collection::vec((prop::sample::select(KEYS.to_vec()), inner.clone()), 0..4);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(","))),
            object.prop_map(|pairs| {
                let pairs: Vec<String> =
                    pairs.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
                format!("{{{}}}", pairs.join(","))
            }),
        ]
    })
}

fn grant() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "user01",
        "denied",
        "conflict",
        "slow",
        "hang",
        "reset",
        "lost",
        "error-418",
        "x",
    ]);
    (0u8..9, name, "[a-f0-9]{1,3}")
        .prop_map(|(auth, name, id)| format!(r#"[{{"user_id":"{id}","user_name":"{name}","auth":{auth}}}]"#))
}

fn share() -> impl Strategy<Value = String> {
    let account =
        prop::sample::select(vec!["partner", "demo", "denied", "conflict", "hang", "lost", "x", ""]);
    let deadline =
        prop::sample::select(vec!["forever", "2030-01-31T23:59:59.5Z", "2024-02-30T00:00:00Z", "never"]);
    (account, deadline, "[a-z]{0,3}").prop_map(|(account, deadline, description)| {
        format!(
            r#"{{"access_domain":"{account}","permit":"read","deadline":"{deadline}","description":"{description}"}}"#
        )
    })
}

fn creation() -> impl Strategy<Value = String> {
    ("[a-z0-9./_-]{0,6}", any::<bool>()).prop_map(|(name, is_public)| {
        format!(
            r#"{{"namespace":"{name}","repository":"{name}","is_public":{is_public},"category":"linux"}}"#
        )
    })
}

pub(crate) fn body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        3 => json().prop_map(String::into_bytes),
        3 => grant().prop_map(String::into_bytes),
        2 => share().prop_map(String::into_bytes),
        1 => creation().prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..64),
        1 => Just(Vec::new()),
    ]
}

/// Whose token a request carries.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Whose {
    Nobodys,
    Wrong,
    Users,
    Administrators,
}

pub(crate) fn whose() -> impl Strategy<Value = Whose> {
    prop_oneof![1 => Just(Whose::Nobodys), 1 => Just(Whose::Wrong), 2 => Just(Whose::Users), 6 => Just(Whose::Administrators)]
}

prop_compose! {
    pub(crate) fn request()(
        method in method(), target in target(), body in body(), whose in whose(), header in "\\PC{0,20}",
    ) -> (Request, Whose) {
        let headers = vec![("X-Subject-Token".to_owned(), header.clone()), ("Host".to_owned(), header)];
        (Request { method, target, headers, body, source: None }, whose)
    }
}
