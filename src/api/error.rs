//! How a call can fail: facts by cause, without words for people.

/// The longest that the program waits by itself where the service asks for time, in seconds. A person would rather see the
/// failure than wait longer.
pub const LONGEST_ASKED: u32 = 60;

/// A failed call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiError {
    /// No answer: offline, name resolution, TLS, a refused connection, a redirect (refused on purpose), or an
    /// address that the page's policy forbids. A browser does not say which.
    Network,
    /// No answer, or no end of it, in time.
    Timeout,
    /// Given up by the program because nobody waits for it any more.
    Aborted,
    /// An answer with a status that is no success.
    Status(Failure),
    /// A success whose body is not what it should be.
    Decode {
        /// The status of the answer.
        status: u16,
        /// What was found instead.
        body: ErrorBody,
        /// The id by which the service's support finds the call.
        request_id: Option<String>,
    },
    /// A body too large to be read.
    TooLarge,
}

/// An answer that is no success.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The HTTP status.
    pub status: u16,
    /// What the service said.
    pub body: ErrorBody,
    /// The id by which the service's support finds the call.
    pub request_id: Option<String>,
    /// The service's wish how long to wait, in seconds from the answer, where it can be made out.
    pub retry_after: Option<u32>,
}

/// What nginx says, with status 400 and a page, where the headers of a request are too large for it.
pub const HEADERS_TOO_LARGE: &str = "Request Header Or Cookie Too Large";

/// The body of a failure, in whatever form it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ErrorBody {
    /// One of the services' own forms.
    Structured {
        /// `SVCSTG.SWR.4040010`, `APIGW.0101`, `IAM.0001` or IAM's bare number.
        code: Option<String>,
        /// The service's sentence.
        message: Option<String>,
    },
    /// Text that is neither JSON nor HTML, cut to a length that can be shown.
    Plain(String),
    /// A page, which is never shown: a proxy's, or someone's sign-in.
    Html {
        /// Its length.
        bytes: usize,
    },
    /// JSON in none of the known forms, or that breaks off.
    OtherJson {
        /// Its length.
        bytes: usize,
    },
    /// Nothing.
    Empty,
}

impl ErrorBody {
    /// The service's code, where it sent one.
    pub fn code(&self) -> Option<&str> {
        match self {
            ErrorBody::Structured { code, .. } => code.as_deref(),
            _ => None,
        }
    }

    /// The service's sentence, where it sent one.
    pub fn message(&self) -> Option<&str> {
        match self {
            ErrorBody::Structured { message, .. } => message.as_deref(),
            ErrorBody::Plain(text) => Some(text),
            _ => None,
        }
    }
}

impl ApiError {
    /// The HTTP status, where there was an answer.
    pub const fn status(&self) -> Option<u16> {
        match self {
            ApiError::Status(Failure { status, .. }) | ApiError::Decode { status, .. } => Some(*status),
            _ => None,
        }
    }

    /// The request id, where there was an answer that had one.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            ApiError::Status(Failure { request_id, .. }) | ApiError::Decode { request_id, .. } => {
                request_id.as_deref()
            }
            _ => None,
        }
    }

    /// The body, where there was an answer.
    pub const fn body(&self) -> Option<&ErrorBody> {
        match self {
            ApiError::Status(Failure { body, .. }) | ApiError::Decode { body, .. } => Some(body),
            _ => None,
        }
    }

    /// For how many seconds the service asks to be left alone, where it does.
    pub const fn retry_after(&self) -> Option<u32> {
        match self {
            ApiError::Status(failure) => failure.retry_after,
            _ => None,
        }
    }

    /// The service's code, where there was one.
    pub fn code(&self) -> Option<&str> {
        self.body().and_then(ErrorBody::code)
    }

    /// Whether the session is over: the token is not accepted (any more).
    pub fn ends_session(&self) -> bool {
        self.status() == Some(401)
    }

    /// Whether the service refuses because of too many requests. SWR says so with 403.
    ///
    /// Source: SWR API reference, error codes 4031032 and 4031042; the gateway's APIGW.0308 comes with 429.
    pub fn is_throttling(&self) -> bool {
        self.status() == Some(429)
            || self.serial().is_some_and(|serial| matches!(serial, 4_031_032 | 4_031_042))
    }

    /// Whether the caller may not do it. A service that is asked too often is another matter, even where it says 403.
    pub fn is_denied(&self) -> bool {
        self.status() == Some(403) && !self.is_throttling()
    }

    /// Whether there is no such image or organization. An address that the gateway does not know is another matter.
    pub fn is_missing(&self) -> bool {
        self.status() == Some(404) && !self.is_wrong_address()
    }

    /// Whether the service is busy with something else and says so with 409.
    pub fn is_busy(&self) -> bool {
        self.serial() == Some(4_090_023)
    }

    /// Whether the gateway knows no such address, which is a matter of configuration and not of the image.
    pub fn is_wrong_address(&self) -> bool {
        self.code() == Some("APIGW.0101")
    }

    /// Whether a write that ended so may have been done anyway: its answer got lost on the way or was not read,
    /// or is a failure that may have come after it.
    pub const fn leaves_open(&self) -> bool {
        match self {
            ApiError::Network
            | ApiError::Timeout
            | ApiError::Aborted
            | ApiError::TooLarge
            | ApiError::Decode { .. } => true,
            ApiError::Status(failure) => failure.status == 408 || failure.status >= 500,
        }
    }

    /// Whether the same read may succeed if it is tried again.
    pub fn is_retryable(&self) -> bool {
        match self {
            ApiError::Network | ApiError::Timeout | ApiError::Decode { .. } => true,
            ApiError::Aborted | ApiError::TooLarge => false,
            ApiError::Status(failure) => {
                matches!(failure.status, 408 | 425 | 429 | 500 | 502 | 503 | 504)
                    || self.is_throttling()
                    || self.is_busy()
            }
        }
    }

    /// The seven digits of an SWR code.
    pub fn serial(&self) -> Option<u32> {
        self.code()?.strip_prefix("SVCSTG.SWR.")?.parse().ok()
    }
}

#[cfg(test)]
mod tests;
