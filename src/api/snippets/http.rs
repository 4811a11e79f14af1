//! The request as the console sends it.

use crate::api::access::PreparedWrite;

use super::RequestContext;

/// The method and path, the token behind dots, and the body.
pub(super) fn text(write: &PreparedWrite, place: &RequestContext) -> String {
    let body = write.body.as_ref().map(|body| format!("\n\n{body}"));
    format!(
        "{} {}\nX-Auth-Token: {}{}",
        write.method.as_str(),
        write.path,
        place.masked_token,
        body.unwrap_or_default()
    )
}
