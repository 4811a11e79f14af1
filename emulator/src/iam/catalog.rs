//! The catalogue inside a token: where clients find the services.

use serde_json::{Value, json};

use crate::call::Call;
use crate::store::Store;

/// python-otcextensions looks SWR up as `swrv2`. gophertelekomcloud, and the Terraform provider with it, takes the address of
/// SMN and replaces that name in it by SWR's. Both need the version with a slash behind it. A client of one region looks
/// for IAM in that region, and not in `*`.
pub(super) fn body(store: &Store, call: &Call<'_>) -> Value {
    let (region, anywhere) = (store.project.name.as_str(), "*");
    json!([
        service(call, "iam", "identity", &[(anywhere, "100a6a34", "/v3"), (region, "31e0f5c2", "/v3")]),
        service(call, "swr", "swr", &[(region, "5f7d8e1b", "/v2")]),
        service(call, "swrv2", "swrv2", &[(region, "8a2c41d7", "/v2/")]),
        service(call, "smn", "smn", &[(region, "c96b07f3", "/v2/")]),
    ])
}

/// A service with its endpoints: the region, the beginning of the id, and the path.
fn service(call: &Call<'_>, name: &str, kind: &str, endpoints: &[(&str, &str, &str)]) -> Value {
    let origin = call.origin();
    let id = |id: &str| format!("{id}77f1495286579b819d399e36");
    let endpoint = |(region, begin, path): &(&str, &str, &str)| {
        json!({
            "id": id(begin),
            "interface": "public",
            "region": region,
            "region_id": region,
            "url": format!("{origin}{path}"),
        })
    };
    let own = endpoints.first().map(|(_, begin, _)| id(begin));
    json!({
        "endpoints": endpoints.iter().map(endpoint).collect::<Vec<_>>(),
        "id": own,
        "name": name,
        "type": kind,
    })
}
