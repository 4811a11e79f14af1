//! `GET /v3`: the version document, which needs no token.

use serde_json::json;

use crate::call::Call;
use crate::http::Response;

pub(super) fn show(call: &Call<'_>) -> Response {
    let link = json!({ "href": format!("{}/v3/", call.origin()), "rel": "self" });
    let media_type =
        json!({ "base": "application/json", "type": "application/vnd.openstack.identity-v3+json" });
    Response::json(
        200,
        &json!({ "version": {
            "id": "v3.6",
            "links": [link],
            "media-types": [media_type],
            "status": "stable",
            "updated": "2016-04-04T00:00:00Z",
        } }),
    )
}
