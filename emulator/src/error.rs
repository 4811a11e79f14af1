//! How SWR, the gateway before it, and IAM say no: their codes, and the shapes of their bodies. Which refusal fits a
//! case is for the resources to decide.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::json;

use crate::faults::Fault;
use crate::http::Response;
use crate::switches::ErrorShape;

/// One of SWR's error codes. Its first three digits are the HTTP status, which holds for every code the vendor lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Code {
    pub(crate) number: u32,
    pub(crate) message: &'static str,
}

impl Code {
    pub(crate) const fn new(number: u32, message: &'static str) -> Self {
        Self { number, message }
    }

    fn status(self) -> u16 {
        u16::try_from(self.number / 10_000).unwrap_or(500)
    }

    fn text(self) -> String {
        format!("SVCSTG.SWR.{}", self.number)
    }
}

// The messages of 4040058, 4001096 and 4000014 are as seen from the real service; no page has the others, so they
// are ours, close to the descriptions in the OTC API reference.
pub(crate) const INVALID_PARAMETER: Code = Code::new(4_000_014, "Invalid param");
pub(crate) const IS_PUBLIC: Code = Code::new(4_001_009, "is_public must be true or false");
pub(crate) const MANDATORY_UNSET: Code = Code::new(4_001_014, "Mandatory parameter is not set");
pub(crate) const TOO_MANY_ORGANIZATIONS: Code =
    Code::new(4_000_097, "The maximum number of organizations has been exceeded");
pub(crate) const BODY_TYPE: Code = Code::new(4_001_018, "Invalid type of the request body");
pub(crate) const INVALID_QUERY: Code = Code::new(4_001_025, "Invalid request parameter");
pub(crate) const ORGANIZATION_NAME: Code = Code::new(4_001_028, "Invalid organization name");
pub(crate) const IMAGE_NAME: Code = Code::new(4_001_029, "Invalid image name");
pub(crate) const INVALID_FILTER: Code = Code::new(4_001_035, "Invalid filter");
pub(crate) const MANDATORY_MISSING: Code = Code::new(4_001_036, "Mandatory parameter is missing");
pub(crate) const DOMAIN: Code = Code::new(4_001_041, "Invalid domain");
pub(crate) const ORGANIZATION_LEVEL: Code = Code::new(4_001_065, "Invalid organization permission");
pub(crate) const IMAGE_LEVEL: Code = Code::new(4_001_066, "Invalid permission");
pub(crate) const USER_NAME: Code = Code::new(4_001_067, "Invalid user name");
/// In no table: the Terraform provider of Huawei Cloud takes it for the end of a share.
pub(crate) const SHARE_MISSING: Code = Code::new(4_001_090, "The shared account does not exist");
pub(crate) const PERMIT: Code = Code::new(4_001_091, "Invalid permission parameter");
pub(crate) const ORDER_COLUMN: Code = Code::new(4_001_096, "param order column error");
pub(crate) const TOKEN: Code = Code::new(4_010_000, "The token is invalid or has expired");
/// SWR says 403, and not 429, to a client that asks too often.
pub(crate) const TOO_MANY_REQUESTS: Code = Code::new(4_031_032, "Too many requests");
pub(crate) const NO_RIGHT: Code =
    Code::new(4_037_020, "No permission to operate on the resources of this repository");
pub(crate) const NOT_YOURS: Code = Code::new(4_039_001, "The resource does not belong to you");
pub(crate) const NOT_PERMITTED: Code = Code::new(4_039_002, "The operation is not permitted");
pub(crate) const IMAGE_MISSING: Code = Code::new(4_040_010, "The image does not exist");
pub(crate) const ORGANIZATION_MISSING: Code = Code::new(4_040_058, "Namespace does not exists");
pub(crate) const ORGANIZATION_GRANT_MISSING: Code =
    Code::new(4_040_078, "The organization permission does not exist");
pub(crate) const IMAGE_GRANT_MISSING: Code = Code::new(4_040_091, "The permission does not exist");
pub(crate) const NOT_EMPTY: Code = Code::new(4_060_012, "The repository is not empty");
pub(crate) const ORGANIZATION_NOT_EMPTY: Code = Code::new(4_060_074, "There are images in the organization");
pub(crate) const IMAGE_EXISTS: Code = Code::new(4_090_006, "The image already exists");
pub(crate) const BUSY: Code = Code::new(4_090_023, "The system is busy, try again later");
pub(crate) const ORGANIZATION_EXISTS: Code = Code::new(4_090_060, "The organization already exists");
pub(crate) const ORGANIZATION_GRANT_EXISTS: Code =
    Code::new(4_090_076, "The organization permission already exists");
pub(crate) const IMAGE_GRANT_EXISTS: Code = Code::new(4_090_089, "The permission already exists");
pub(crate) const BODY_TOO_LARGE: Code = Code::new(4_131_001, "The request body is too large");
pub(crate) const DESCRIPTION_TOO_LONG: Code = Code::new(4_131_012, "The description is too long");
pub(crate) const READ_FAILED: Code = Code::new(5_000_090, "Failed to read the permission");
pub(crate) const STORAGE: Code = Code::new(5_070_070, "The object storage is not available");

/// A refusal, by who speaks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// SWR itself.
    Swr(Code),
    /// SWR with a status that no code of its table has; the serial is made up.
    SwrStatus(u16),
    /// The API gateway before SWR and IAM.
    Gateway { status: u16, code: &'static str, message: Cow<'static, str> },
    /// IAM.
    Iam { status: u16, message: String },
    /// IAM in its newer calls.
    IamCode { status: u16, code: &'static str, message: &'static str },
    /// Nobody: the connection is reset.
    Lost,
}

impl Refusal {
    /// No API has that method on that path.
    pub(crate) const NO_SUCH_API: Self = Self::Gateway {
        status: 404,
        code: "APIGW.0101",
        message: Cow::Borrowed("The API does not exist or has not been published in the environment"),
    };

    /// The request carries neither a token nor a signature.
    pub(crate) const NO_TOKEN: Self = Self::Gateway {
        status: 401,
        code: "APIGW.0301",
        message: Cow::Borrowed("Incorrect IAM authentication information: x-auth-token not found"),
    };

    /// The request's signature is not good.
    pub(crate) fn signature(mistake: &str) -> Self {
        let message = format!("Incorrect IAM authentication information: {mistake}").into();
        Self::Gateway { status: 401, code: "APIGW.0301", message }
    }

    pub(crate) fn iam(status: u16, message: impl Into<String>) -> Self {
        Self::Iam { status, message: message.into() }
    }

    /// The answer on the wire.
    pub(crate) fn into_response(self, shape: ErrorShape, request_id: &str) -> Response {
        match self {
            Self::Swr(code) => swr(code.status(), &code.text(), code.message, shape, request_id),
            Self::SwrStatus(status) => {
                swr(status, &format!("SVCSTG.SWR.{status}0000"), "Error on demand", shape, request_id)
            }
            Self::Gateway { status, code, message } => gateway(status, code, &message, request_id),
            Self::Iam { status, message } => {
                let error = json!({ "code": status, "message": message, "title": title(status) });
                Response::json(status, &json!({ "error": error }))
            }
            Self::IamCode { status, code, message } => {
                Response::json(status, &json!({ "error_msg": message, "error_code": code }))
            }
            Self::Lost => Fault::Reset.corrupt(Response::empty(499)),
        }
    }
}

impl From<Code> for Refusal {
    fn from(code: Code) -> Self {
        Self::Swr(code)
    }
}

#[derive(Serialize)]
struct SwrError<'a> {
    #[serde(rename = "errorCode")]
    code: &'a str,
    #[serde(rename = "errorMessage")]
    message: &'a str,
    detail: &'a str,
}

#[derive(Serialize)]
struct LiveBody<'a> {
    errors: [SwrError<'a>; 1],
    error_code: &'a str,
    error_msg: &'a str,
    encoded_authorization_message: &'a str,
}

#[derive(Serialize)]
struct GatewayBody<'a> {
    error_msg: &'a str,
    error_code: &'a str,
    request_id: &'a str,
}

fn swr(status: u16, code: &str, message: &str, shape: ErrorShape, request_id: &str) -> Response {
    let error = SwrError { code, message, detail: "" };
    match shape {
        ErrorShape::Live => {
            let (error_code, error_msg) = (code, message);
            let body = LiveBody { errors: [error], error_code, error_msg, encoded_authorization_message: "" };
            Response::json(status, &body)
        }
        ErrorShape::Array => Response::json(status, &[error]),
        ErrorShape::Gateway => gateway(status, code, message, request_id),
    }
}

/// A client that is throttled, or that came while the service was down, gets the time to come back.
fn gateway(status: u16, code: &str, message: &str, request_id: &str) -> Response {
    let response = Response::json(status, &GatewayBody { error_msg: message, error_code: code, request_id });
    if matches!(status, 429 | 503) { response.with_header("Retry-After", "1") } else { response }
}

fn title(status: u16) -> &'static str {
    match status {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        _ => "Internal Server Error",
    }
}
