//! Sound answers of every kind, as the services send them; damage begins there.

pub(super) const ACCESS: &str = r#"{"id":1422,"name":"app","creator_name":"admin",
"self_auth":{"user_id":"0a1","user_name":"admin","auth":7},
"others_auths":[{"user_id":"0b2","user_name":"小明","auth":3},{"user_id":"0c3","user_name":"c","auth":1}]}"#;

pub(super) const IMAGES: &str = r#"[{"name":"team/app","category":"linux","size":7,"is_public":false,"num_images":4,
"num_download":0,"created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-02T03:04:05.678Z","path":"swr/group/team/app",
"namespace":"group","tags":["a"],"status":false,"total_range":2},{"name":"b","namespace":"group","is_public":true}]"#;

pub(super) const ORGANIZATIONS: &str = r#"{"namespaces":[{"id":1,"name":"group","creator_name":"admin","auth":7,
"access_user_count":3,"repo_count":4},{"id":2,"name":"other","auth":0}]}"#;

pub(super) const USERS: &str = r#"{"users":[{"id":"0a1","name":"admin","domain_id":"d","enabled":true},
{"id":"0b2","name":"b","links":{"self":"x"}}],"links":{"next":null}}"#;

pub(super) const TOKEN: &str = r#"{"token":{"expires_at":"2026-11-22T10:00:00.000000Z","methods":["password"],
"project":{"id":"p","name":"eu-de","domain":{"id":"d","name":"demo"}},"roles":[],
"user":{"id":"0a1","name":"admin","domain":{"id":"d","name":"demo"}}}}"#;

pub(super) const FAILURE: &str = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040058","errorMessage":"inner","detail":""}],
"error_code":"SVCSTG.SWR.4040058","error_msg":"Namespace does not exists","request_id":"r-1"}"#;

pub(super) const SESSION: &str = r#"{"version":1,"token":"abc","expires":5,"region":"local","project":"eu-de",
"account":"demo","user_id":"0a1","user_name":"admin","pasted":false}"#;

pub(super) const CONFIG: &str = r#"{"regions":[{"id":"eu-de","name":"Germany","swr":"/swr","iam":"https://iam.example",
"registry":"swr.example","project":"eu-de","account":"demo"}],"idle_minutes":15}"#;

pub(super) const ALL: [&str; 8] = [ACCESS, IMAGES, ORGANIZATIONS, USERS, TOKEN, FAILURE, SESSION, CONFIG];
