//! The requests of a scan, and what each answer means for it. Each is sent once: who scans decides what is repeated.
//!
//! Source: SWR API reference, "querying the organization list", "querying the image list", "querying the shared image
//! list", "querying the overview"; IAM API reference, "querying users".

use serde_json::Value;

use domain::model::names::{ImageName, Target, UserId};
use domain::outside::share::Shares;
use domain::review::scan::{Answer, ImagePage, ImageRecord, Meaning, Outcome, Request, meaning};
use domain::review::snapshot::{Fault, Share, Totals, Until};
use domain::{outside, paths};

use super::cancel::Cancel;
use super::client::Client;
use super::error::ApiError;
use super::images;
use super::json;
use super::organizations;
use super::request::{Call, send};
use super::wire;

impl Client {
    /// Asks for one thing, once, as a caller sees it.
    ///
    /// # Errors
    /// See [`ApiError`]; `outcome` says what each means for a scan.
    pub async fn scan(
        &self,
        request: &Request,
        caller: &UserId,
        cancel: &Cancel,
    ) -> Result<Answer, ApiError> {
        match request {
            Request::Organizations => {
                self.ask(&paths::api::organizations_visible(), cancel, |body| {
                    let (listed, nameless) = organizations::listed(body)?;
                    Some(Answer::Organizations(listed, nameless))
                })
                .await
            }
            Request::Overview => {
                self.ask(&paths::api::overview(), cancel, |body| Some(Answer::Overview(totals(body)?))).await
            }
            Request::Users => self.users(cancel).await.map(Answer::Users),
            Request::Shared { offset } => self.page(&paths::api::all_shared_images(*offset), cancel).await,
            Request::Images { organization, offset } => {
                self.page(&paths::api::images(organization, *offset), cancel).await
            }
            Request::Access(target) => self.access(target, caller, cancel).await.map(Answer::Access),
            Request::Shares(Target::Image(organization, image)) => {
                let shares = self.shares(organization, image, cancel).await?;
                Ok(Answer::Shares(of_image(&shares)))
            }
            Request::Shares(Target::Organization(_)) => Err(ApiError::Aborted),
        }
    }

    async fn ask(
        &self,
        path: &str,
        cancel: &Cancel,
        decode: impl FnOnce(&str) -> Option<Answer>,
    ) -> Result<Answer, ApiError> {
        send(Call::get(self.endpoints.swr.join(path), &self.token), cancel).await?.read(decode)
    }

    async fn page(&self, path: &str, cancel: &Cancel) -> Result<Answer, ApiError> {
        let answer = send(Call::get(self.endpoints.swr.join(path), &self.token), cancel).await?;
        answer.read(|body| page(body, answer.content_range.as_deref()).map(Answer::Page))
    }
}

/// What an answer, or the lack of one, means for a scan.
pub fn outcome(answer: Result<Answer, ApiError>, is_online: bool) -> Outcome {
    let error = match answer {
        Ok(answer) => return Outcome::Answered(answer),
        Err(error) => error,
    };
    let code = error.code().map(str::to_owned);
    match &error {
        ApiError::Aborted => Outcome::Interrupted,
        ApiError::Network if !is_online => Outcome::Interrupted,
        ApiError::Network => Outcome::Failed(Fault::NoAnswer),
        ApiError::Timeout => Outcome::Failed(Fault::TimeOut),
        ApiError::TooLarge => Outcome::Failed(Fault::TooLarge),
        ApiError::Decode { .. } => Outcome::Failed(Fault::Unreadable),
        ApiError::Status(failure) => {
            match meaning(failure.status, code.as_deref(), failure.retry_after.is_some()) {
                Meaning::Throttled => Outcome::Throttled,
                Meaning::Denied => Outcome::Denied { status: failure.status, code },
                Meaning::Missing => Outcome::Gone,
                Meaning::SessionEnded => Outcome::Interrupted,
                Meaning::Other => Outcome::Failed(Fault::Status { status: failure.status, code }),
            }
        }
    }
}

/// The accounts as a snapshot has them.
fn of_image(shares: &Shares) -> Vec<Share> {
    let one = |share: &outside::share::Share| Share {
        account: Some(share.account.clone()),
        until: share.terms.until.clone(),
    };
    let unreadable = Share { account: None, until: Until::Odd(String::new()) };
    shares.items.iter().map(one).chain(std::iter::repeat_n(unreadable, shares.unreadable)).collect()
}

/// Reads what the service counts; `None` where it is no such body. `namspace_num` is the service's spelling.
fn totals(body: &str) -> Option<Totals> {
    let value = json::read(body).filter(Value::is_object)?;
    Some(Totals {
        organizations: wire::count(&value, "namspace_num"),
        images: wire::count(&value, "repo_num"),
    })
}

/// Reads one page of a list of images; `None` where it is no such body.
pub fn page(body: &str, range: Option<&str>) -> Option<ImagePage> {
    let records = match json::read(body)? {
        Value::Array(records) => records,
        Value::Null => Vec::new(),
        _ => return None,
    };
    let total = images::total(range).or_else(|| images::total_in(&records));
    Some(ImagePage { total, records: records.iter().map(record).collect() })
}

fn record(value: &Value) -> Option<ImageRecord> {
    Some(ImageRecord {
        organization: wire::text(value, "namespace"),
        image: ImageName::new(wire::text(value, "name")?).ok()?,
        visibility: images::visibility(value),
    })
}
