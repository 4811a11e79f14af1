//! The request as the console sends it.

use crate::api::access::PreparedWrite;

use super::RequestContext;

/// The method and path, the token behind dots, and the body.
pub(super) fn text(write: &PreparedWrite, place: &RequestContext) -> String {
    format!(
        "{} {}\nX-Auth-Token: {}\n\n{}",
        write.method.as_str(),
        write.path,
        place.masked_token,
        write.body
    )
}
