//! What is said about a failure: one table from (operation × error) to headline, reason and remedy.
//!
//! The headline is the text that the vendor documents for the operation and status; statuses that no page
//! documents have one of ours in the same tone. Reason and remedy follow the cause. The service's own sentence
//! is never the headline: it is under "Technical details".

mod access;
mod cause;
mod chinese;
mod english;
mod outside;

pub use cause::Cause;

use crate::api::error::{ApiError, ErrorBody};
use domain::model::operation::Operation;

use super::Language;

/// What the console says about a failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What happened, in the documented words where there are any.
    pub headline: &'static str,
    /// Why, as far as it is known.
    pub reason: &'static str,
    /// What to do.
    pub remedy: &'static str,
}

/// Reason and remedy.
type Explanation = (&'static str, &'static str);

/// Explains a failure; a part of the program has the function that knows what can fail there.
pub type Explain = fn(Operation, &ApiError, Language) -> Problem;

/// Explains a failure of anything.
pub fn explain(operation: Operation, error: &ApiError, language: Language) -> Problem {
    let cause = access::cause(operation, error).unwrap_or_else(|| Cause::of(operation, error));
    let lists = of_lists(operation, cause, language);
    let headline = access::headline(operation, cause, language).unwrap_or(lists.headline);
    let (reason, remedy) =
        access::explanation(operation, cause, language).unwrap_or((lists.reason, lists.remedy));
    Problem { headline, reason, remedy }
}

/// Explains a failure of anything, with the words for who reaches an image from outside, which a part of its own has.
pub fn explain_outside(operation: Operation, error: &ApiError, language: Language) -> Problem {
    let problem = explain(operation, error, language);
    match outside::said(operation, error, language) {
        Some((headline, (reason, remedy))) => {
            Problem { headline: headline.unwrap_or(problem.headline), reason, remedy }
        }
        None => problem,
    }
}

/// Explains a failure of signing in and of lists. What it says of anything else is true too, but of little help.
pub fn explain_lists(operation: Operation, error: &ApiError, language: Language) -> Problem {
    of_lists(operation, Cause::of(operation, error), language)
}

fn of_lists(operation: Operation, cause: Cause, language: Language) -> Problem {
    let (headline, (reason, remedy)) = match language {
        Language::English => (english::headline(operation, cause), english::explanation(operation, cause)),
        Language::Chinese => (chinese::headline(operation, cause), chinese::explanation(operation, cause)),
    };
    Problem { headline, reason, remedy }
}

/// Labels of the problem view.
#[derive(Debug)]
pub struct Words {
    /// The fold with what support needs.
    pub details: &'static str,
    /// Label.
    pub status: &'static str,
    /// Label.
    pub code: &'static str,
    /// Label.
    pub message: &'static str,
    /// Label.
    pub request_id: &'static str,
    /// Copies all of them.
    pub copy: &'static str,
    /// Reads again.
    pub try_again: &'static str,
    /// A value that was not sent.
    pub none: &'static str,
    /// A page in place of an answer: its length.
    pub html: fn(usize) -> String,
    /// JSON in no known form: its length.
    pub other_json: fn(usize) -> String,
    /// No body.
    pub empty: &'static str,
}

impl Words {
    /// How "Server message" shows a body.
    pub fn body(&self, body: Option<&ErrorBody>) -> String {
        match body {
            None => self.none.to_owned(),
            Some(ErrorBody::Html { bytes }) => (self.html)(*bytes),
            Some(ErrorBody::OtherJson { bytes }) => (self.other_json)(*bytes),
            Some(ErrorBody::Empty) => self.empty.to_owned(),
            Some(other) => other.message().unwrap_or(self.none).to_owned(),
        }
    }
}

pub(super) const ENGLISH: Words = Words {
    details: "Technical details",
    status: "HTTP status",
    code: "Error code",
    message: "Server message",
    request_id: "Request ID",
    copy: "Copy details",
    try_again: "Try again",
    none: "–",
    html: |bytes| format!("HTML, {bytes} bytes"),
    other_json: |bytes| format!("JSON, {bytes} bytes"),
    empty: "Empty",
};

pub(super) const CHINESE: Words = Words {
    details: "技术详情",
    status: "HTTP 状态码",
    code: "错误码",
    message: "服务器消息",
    request_id: "请求 ID",
    copy: "复制详情",
    try_again: "重试",
    none: "–",
    html: |bytes| format!("HTML，{bytes} 字节"),
    other_json: |bytes| format!("JSON，{bytes} 字节"),
    empty: "空",
};

#[cfg(test)]
mod table;
#[cfg(test)]
mod tests;
