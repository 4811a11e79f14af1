//! `GET /v2/manage/projects/{project}/quotas`: how many organizations there may be.

use serde_json::json;

use crate::call::Outcome;
use crate::error;
use crate::http::Response;
use crate::names::ProjectId;
use crate::store::Store;

/// As many as the vendor gives everybody at first.
pub(super) const ORGANIZATIONS: usize = 5;

/// Source: OTC API reference, "Querying Quotas".
pub(super) fn show(store: &Store, project: &ProjectId) -> Outcome {
    if *project != store.project.id {
        return Err(error::NOT_YOURS.into());
    }
    let used = store.organizations.len();
    let quota = json!({ "quota_key": "namespace", "quota_limit": ORGANIZATIONS, "unit": "", "used": used });
    Ok(Response::json(200, &json!({ "quotas": [quota] })))
}
