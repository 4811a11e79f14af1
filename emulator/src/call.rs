//! One call under way: the request with its target taken apart, and what every resource needs beside it.

use crate::error::Refusal;
use crate::http::{Request, Response};
use crate::sentinels::Retries;
use crate::sessions::Sessions;
use crate::store::Store;
use crate::switches::Switches;
use crate::target::Target;
use crate::time::UnixMillis;

/// What a resource says.
pub(crate) type Outcome = Result<Response, Refusal>;

/// All that outlives a request.
#[derive(Debug, Clone)]
pub(crate) struct World {
    pub(crate) store: Store,
    pub(crate) sessions: Sessions,
    pub(crate) switches: Switches,
    pub(crate) retries: Retries,
}

/// A request being answered.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) request: &'a Request,
    pub(crate) target: Target,
    pub(crate) now: UnixMillis,
    pub(crate) request_id: &'a str,
}

impl Call<'_> {
    /// Where the client believes to be, for the links in answers.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.request.header("Host").unwrap_or("localhost"))
    }

    pub(crate) fn method(&self) -> &str {
        &self.request.method
    }
}
