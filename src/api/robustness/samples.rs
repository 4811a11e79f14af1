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

/// The digest is not that of the lines, so that damage is looked for in all of them.
pub(super) const SNAPSHOT: &str = concat!(
    r#"{"format":"swr-permission-snapshot","version":1,"made_by":"x","region":"r","account":{"id":null,"name":"a"},"#,
    r#""read_by":{"id":"0a1","name":"admin"},"scope":null,"started":"2026-01-01T00:00:00Z","ended":"2026-01-01T00:00:00Z","#,
    r#""stopped":false,"previous":null}"#,
    "\n",
    r#"{"t":"lists","organizations":{"read":"2026-01-01T00:00:00Z","unreadable":0,"completeness":"whole"},"users":"#,
    r#"{"not_read":{"why":"denied","status":403},"completeness":"whole"},"shared":{"not_read":{"why":"not_yet"},"#,
    r#""completeness":"short","announced":3}}"#,
    "\n",
    r#"{"t":"person","id":"0a1","names":["a","b"],"iam":"unknown"}"#,
    "\n",
    r#"{"t":"organization","name":"group","id":"1","creator":"a","repo_count":1,"images":{"not_read":{"why":"failed","#,
    r#""fault":"time_out"},"completeness":"endless"},"appeared":0,"read":"2026-01-01T00:00:00Z","unreadable":0,"grants":[["0a1",7]]}"#,
    "\n",
    r#"{"t":"image","organization":"group","name":"app","id":null,"creator":null,"public":true,"shared":[{"account":"b","#,
    r#""until":"forever"},{"account":null,"as_sent":""}],"read":"2026-01-01T00:00:00Z","unreadable":0,"grants":[["0a1","9"]]}"#,
    "\n",
    r#"{"t":"accepted","rule":"F1","organization":"group","image":"app","users":[],"accounts":[],"reason":"r","#,
    r#""by":{"id":"0a1","name":"a"},"until":"2026-01-01T00:00:00Z"}"#,
    "\n",
    r#"{"t":"end","users":1,"organizations":1,"images":1,"listed":2,"read":2,"denied":0,"gone":0,"failed":0,"not_yet":0,"#,
    r#""grants":2,"accepted":1,"organizations_total":1,"images_total":null,"#,
    r#""content":"sha256:0000000000000000000000000000000000000000000000000000000000000000"}"#,
    "\n",
);

pub(super) const ALL: [&str; 9] =
    [ACCESS, IMAGES, ORGANIZATIONS, USERS, TOKEN, FAILURE, SESSION, CONFIG, SNAPSHOT];
