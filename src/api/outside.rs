//! Who reaches an image from outside: whether it is public, and the accounts that it is shared with.
//!
//! Source: SWR API reference, "querying the details of an image", "updating the brief description of an image",
//! "managing image sharing", "querying the shared image list".

use serde::Serialize;
use serde_json::Value;

use domain::model::catalog::{Collection, Image};
use domain::model::names::{AccountName, ImageName, OrganizationName};
use domain::outside::attributes::Attributes;
use domain::outside::share::{Share, Shares, Terms};
use domain::outside::until::Until;
use domain::outside::write::{OutsideAction, OutsideEdit, OutsideWrite};
use domain::paths;

use super::access::{PreparedWrite, Verb};
use super::cancel::Cancel;
use super::client::Client;
use super::error::ApiError;
use super::images::visibility;
use super::json;
use super::request::{Call, send};
use super::wire;

/// The only thing that an account can be let do.
const PERMIT: &str = "read";

impl Client {
    /// Reads an image's record.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn image_attributes(
        &self,
        organization: &OrganizationName,
        image: &ImageName,
        cancel: &Cancel,
    ) -> Result<Attributes, ApiError> {
        let url = self.endpoints.swr.join(&paths::api::image(organization, image));
        let answer = send(Call::get(url, &self.token), cancel).await?;
        // An answer in another form says nothing of visibility, which is no reason to call it a failure.
        answer.read(|body| Some(attributes(&json::read(body)?)))
    }

    /// Reads the accounts that an image is shared with.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn shares(
        &self,
        organization: &OrganizationName,
        image: &ImageName,
        cancel: &Cancel,
    ) -> Result<Shares, ApiError> {
        let url = self.endpoints.swr.join(&paths::api::shares(organization, image));
        let answer = send(Call::get(url, &self.token), cancel).await?;
        answer.read(decode_shares)
    }

    /// Reads which images of an organization are shared with other accounts.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn shared_images(
        &self,
        organization: &OrganizationName,
        cancel: &Cancel,
    ) -> Result<Collection<Image>, ApiError> {
        self.image_pages(organization, paths::api::shared_images, cancel).await
    }
}

/// The body that shares with an account, in the order of the documentation.
#[derive(Serialize)]
struct NewShare<'a> {
    access_domain: &'a str,
    #[serde(flatten)]
    terms: SentTerms<'a>,
}

/// What can be changed of a share.
#[derive(Serialize)]
struct SentTerms<'a> {
    permit: &'static str,
    deadline: String,
    description: &'a str,
}

/// The body that changes an image's record. What was not read is not sent: it would be replaced by a guess.
#[derive(Serialize)]
struct SentAttributes<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    is_public: bool,
}

/// The request of a write; `None` where there is nothing to do, or no address for the account.
pub fn prepare(write: &OutsideWrite) -> Option<PreparedWrite> {
    let OutsideWrite { organization, image, edit } = write;
    let method = match edit.action()? {
        OutsideAction::Share => Verb::Post,
        OutsideAction::StopSharing => Verb::Delete,
        OutsideAction::MakePublic | OutsideAction::MakePrivate | OutsideAction::ChangeShare => Verb::Patch,
    };
    let (path, body) = match edit {
        OutsideEdit::Visibility { desired, .. } => {
            (paths::api::image(organization, image), Some(text(&sent_attributes(desired))?))
        }
        OutsideEdit::Share { account, expected, desired } => {
            let one = paths::api::share(organization, image, account)?;
            let path = if expected.is_none() { paths::api::shares(organization, image) } else { one };
            (path, share_body(account, expected.as_ref(), desired.as_ref()))
        }
    };
    Some(PreparedWrite { method, path, body })
}

fn sent_attributes(attributes: &Attributes) -> SentAttributes<'_> {
    SentAttributes {
        category: attributes.category.as_deref(),
        description: attributes.description.as_deref(),
        is_public: attributes.visibility == domain::model::catalog::Visibility::Public,
    }
}

fn share_body(account: &AccountName, before: Option<&Terms>, after: Option<&Terms>) -> Option<String> {
    let after = after?;
    let terms =
        SentTerms { permit: PERMIT, deadline: after.until.to_wire(), description: &after.description };
    if before.is_some() {
        return text(&terms);
    }
    text(&NewShare { access_domain: account.as_str(), terms })
}

fn text(body: &impl Serialize) -> Option<String> {
    // Text and booleans always serialise.
    serde_json::to_string(body).ok().map(|body| json::visible(&body))
}

/// Reads an image's record.
fn attributes(value: &Value) -> Attributes {
    let text = |key| value.get(key).and_then(Value::as_str).map(str::to_owned);
    Attributes { visibility: visibility(value), category: text("category"), description: text("description") }
}

/// Reads the accounts that an image is shared with; `None` where the body is no such list.
pub fn decode_shares(body: &str) -> Option<Shares> {
    let list = match json::read(body)? {
        Value::Array(list) => list,
        Value::Null => Vec::new(),
        _ => return None,
    };
    let items: Vec<Share> = list.iter().filter_map(share).collect();
    let unreadable = list.len() - items.len();
    Some(Shares::of(items, unreadable))
}

fn share(value: &Value) -> Option<Share> {
    let until = match value.get("deadline") {
        Some(Value::String(text)) => Until::of_wire(text),
        None | Some(Value::Null) => Until::Odd(String::new()),
        Some(other) => Until::Odd(other.to_string()),
    };
    Some(Share {
        account: AccountName::new(wire::text(value, "access_domain")?),
        permit: wire::text(value, "permit"),
        terms: Terms { until, description: wire::text(value, "description").unwrap_or_default() },
    })
}

#[cfg(test)]
mod tests;
