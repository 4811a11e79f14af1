//! With whom an image is shared, on its line: a list, or what is known without one.

use serde::{Deserialize, Serialize};

use domain::model::names::AccountName;
use domain::review::snapshot::{Share, Shares, Until};
use domain::text::time::UnixMillis;

/// What is written for a share without an end.
const FOREVER: &str = "forever";

/// One account: `{"account":"…","until":"forever"}`. `as_sent` is an end that is no moment, as the service wrote it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SharePart {
    account: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_sent: Option<String>,
}

/// What is known where the list was not read.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum NotReadShares {
    /// That it is shared.
    Listed,
    /// Nothing.
    Unknown,
}

/// The two keys of a line.
pub(super) fn shares_parts(shares: &Shares) -> (Option<Vec<SharePart>>, Option<NotReadShares>) {
    match shares {
        Shares::NotRead => (None, Some(NotReadShares::Unknown)),
        Shares::Listed => (None, Some(NotReadShares::Listed)),
        Shares::Read(shares) => (Some(shares.iter().map(part).collect()), None),
    }
}

/// What the two keys say; `None` where they don't go together.
pub(super) fn shares(shared: Option<Vec<SharePart>>, not_read: Option<NotReadShares>) -> Option<Shares> {
    match (shared, not_read) {
        (Some(shared), None) => Some(Shares::Read(shared.into_iter().map(share).collect::<Option<_>>()?)),
        (None, Some(NotReadShares::Listed)) => Some(Shares::Listed),
        (None, Some(NotReadShares::Unknown)) => Some(Shares::NotRead),
        _ => None,
    }
}

fn part(share: &Share) -> SharePart {
    let (until, as_sent) = match &share.until {
        Until::NoEnd => (Some(FOREVER.to_owned()), None),
        Until::End(end) => (Some(end.to_rfc3339_millis()), None),
        Until::Odd(text) => (None, Some(text.clone())),
    };
    SharePart { account: share.account.as_ref().map(ToString::to_string), until, as_sent }
}

fn share(part: SharePart) -> Option<Share> {
    let until = match (part.until, part.as_sent) {
        (Some(text), None) if text == FOREVER => Until::NoEnd,
        (Some(text), None) => Until::End(UnixMillis::from_rfc3339(&text)?),
        (None, Some(text)) => Until::Odd(text),
        _ => return None,
    };
    Some(Share { account: part.account.map(AccountName::new), until })
}
