//! Writes as text: the request itself, and the same as a command or a block for other tools.
//!
//! Nothing here sends, and nothing here ever holds the token: a text can be copied to anywhere.

mod curl;
mod http;
mod koocli;
mod outside;
mod powershell;
mod shell;
mod terraform;

use domain::change::resulting::resulting_grants;
use domain::change::write::Write;
use domain::model::access::AccessList;
use domain::model::names::RegionId;

pub use domain::text::request_format::RequestFormat;
pub use outside::outside_snippet;
pub use terraform::terraform;

use super::access::prepare;
use super::client::Client;

/// What a text needs besides the write: where it would go, and as whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestContext {
    /// The absolute address before `/v2/manage/…`: other programs know no page that it could be relative to.
    pub swr: String,
    /// The region.
    pub region: RegionId,
    /// The token behind dots.
    pub masked_token: String,
}

impl RequestContext {
    /// Where a client sends. `origin` is the page's own, as `https://console.example.com`.
    pub fn of(client: &Client, origin: &str, region: &RegionId) -> Self {
        let prefix = client.endpoints.swr.join("");
        let swr = if prefix.starts_with("https://") { prefix } else { format!("{origin}{prefix}") };
        Self { swr, region: region.clone(), masked_token: client.masked_token() }
    }
}

/// Some writes on one target, in one form; `list` is the target's present list, where it could be read.
///
/// `None` where the form can't express them, and where there are none. [`RequestFormat::Http`] can express every write.
pub fn snippet(
    format: RequestFormat,
    writes: &[Write],
    place: &RequestContext,
    list: Option<&AccessList>,
) -> Option<String> {
    let first = writes.first()?;
    if format == RequestFormat::Terraform {
        return terraform(&first.target, &resulting_grants(list?, writes)?);
    }
    let one = |write: &Write| match format {
        RequestFormat::Http => Some(http::text(&prepare(write), place)),
        RequestFormat::Curl => Some(curl::text(&prepare(write), place)),
        RequestFormat::PowerShell => Some(powershell::text(&prepare(write), place)),
        RequestFormat::KooCli => koocli::text(write, place),
        RequestFormat::Terraform => None,
    };
    let texts: Vec<String> = writes.iter().map(one).collect::<Option<_>>()?;
    Some(texts.join("\n\n"))
}

#[cfg(test)]
mod tests;
