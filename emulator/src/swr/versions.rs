//! The version documents, the only calls of SWR that need no token.

use serde_json::{Value, json};

use crate::call::Call;
use crate::http::Response;

pub(super) fn list(call: &Call<'_>) -> Response {
    Response::json(200, &json!({ "versions": [version(call)] }))
}

pub(super) fn show(call: &Call<'_>) -> Response {
    Response::json(200, &json!({ "version": version(call) }))
}

/// `links` is an object and not an array, unlike IAM's.
fn version(call: &Call<'_>) -> Value {
    json!({
        "id": "v2",
        "links": { "href": format!("{}/v2", call.origin()), "rel": "self" },
        "min_version": "2.0",
        "status": "CURRENT",
        "updated": "2020-07-09T00:00:00Z",
        "version": "2.26",
    })
}
