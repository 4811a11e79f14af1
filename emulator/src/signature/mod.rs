//! Requests that are signed with an access key instead of carrying a token: `Authorization: SDK-HMAC-SHA256 …`.
//!
//! Source: the signer of `huaweicloudsdkcore`, which all of the vendor's SDKs have.

mod canonical;
mod hmac;

use sha2::{Digest as _, Sha256};

use crate::hex;
use crate::http::Request;
use crate::target::Target;
use crate::time::UnixMillis;

const ALGORITHM: &str = "SDK-HMAC-SHA256";

/// How far a signature's time may be from the server's. So far apart were the times in a refusal that a user of the Java
/// SDK has published.
const TOLERANCE_MILLIS: u64 = 15 * 60 * 1000;

/// What the header of a signed request says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Signature<'a> {
    /// Which key it is.
    pub(crate) access: &'a str,
    signed_headers: &'a str,
    digits: &'a str,
}

/// Why a signature is not good, in the gateway's words.
pub(crate) type Mistake = String;

impl<'a> Signature<'a> {
    /// The signature of a request, if that is how it proves who it is from.
    pub(crate) fn of(request: &'a Request) -> Option<Self> {
        let fields = request.header("Authorization")?.strip_prefix(ALGORITHM)?.strip_prefix(' ')?;
        let field = |name: &str| {
            let fields = fields.split(',').map(str::trim);
            let mut values = fields.filter_map(|field| field.strip_prefix(name)?.strip_prefix('='));
            values.next()
        };
        Some(Self {
            access: field("Access")?,
            signed_headers: field("SignedHeaders")?,
            digits: field("Signature")?,
        })
    }

    /// Checks it against the key's secret.
    pub(crate) fn verify(
        &self,
        request: &Request,
        target: &Target,
        secret: &str,
        now: UnixMillis,
    ) -> Result<(), Mistake> {
        let failed = || "verify aksk signature fail".to_owned();
        let date = request.header("X-Sdk-Date").ok_or_else(failed)?;
        let signed_at = UnixMillis::from_basic(date).ok_or_else(failed)?;
        if signed_at.get().abs_diff(now.get()) > TOLERANCE_MILLIS {
            let server_time = now.basic();
            return Err(format!(
                "calc aksk signature fail:signature expired, signature time:{date},server time:{server_time}"
            ));
        }
        let canonical = canonical::request(request, target, self.signed_headers).ok_or_else(failed)?;
        let text = format!("{ALGORITHM}\n{date}\n{}", hex::lower(&Sha256::digest(canonical)));
        let expected = hex::lower(&hmac::sha256(secret.as_bytes(), text.as_bytes()));
        if self.digits == expected { Ok(()) } else { Err(failed()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `huaweicloudsdkcore` 3.1.219 has signed it, with the key of the small seed.
    fn signed() -> Request {
        let mut request =
            Request::new("GET", "/v2/manage/namespaces/group/repos/team%24web%24app?b=2&a=x%20y");
        let authorization = "SDK-HMAC-SHA256 Access=ADMINACCESSKEY, SignedHeaders=content-type;host;x-sdk-date, \
             Signature=1aba25519a7c7a458d6e33108df43a17b003b35d58346f24d0b5b5c76eb11b61";
        for (name, value) in [
            ("Host", "127.0.0.1:8081"),
            ("X-Sdk-Date", "20251009T085320Z"),
            ("Content-Type", "application/json"),
            ("Authorization", authorization),
        ] {
            request.headers.push((name.to_owned(), value.to_owned()));
        }
        request
    }

    const NOW: UnixMillis = UnixMillis::new(1_760_000_000_000);
    const SECRET: &str = "demo-secret-of-admin";

    fn verified(request: &Request, secret: &str, now: UnixMillis) -> Result<(), Mistake> {
        let target = Target::parse(&request.target).expect("a target");
        Signature::of(request).expect("a signature").verify(request, &target, secret, now)
    }

    #[test]
    fn what_the_vendors_signer_has_signed_is_good() {
        assert_eq!(verified(&signed(), SECRET, NOW), Ok(()));
    }

    #[test]
    fn whatever_is_changed_afterwards_is_not_good() {
        let failed = Err("verify aksk signature fail".to_owned());
        assert_eq!(verified(&signed(), "another", NOW), failed);
        assert_eq!(verified(&Request { method: "DELETE".into(), ..signed() }, SECRET, NOW), failed);
        assert_eq!(verified(&Request { body: b"[]".to_vec(), ..signed() }, SECRET, NOW), failed);
        let target = "/v2/manage/namespaces/group/repos/team%24web%24app?b=2&a=x%20z".to_owned();
        assert_eq!(verified(&Request { target, ..signed() }, SECRET, NOW), failed);
        let mut other = signed();
        for (name, value) in &mut other.headers {
            if name == "Host" {
                "elsewhere".clone_into(value);
            }
        }
        assert_eq!(verified(&other, SECRET, NOW), failed);
    }

    #[test]
    fn a_signature_is_good_for_a_quarter_of_an_hour() {
        let minutes = |minutes: u64| std::time::Duration::from_secs(60 * minutes);
        assert_eq!(verified(&signed(), SECRET, NOW.after(minutes(15))), Ok(()));
        let late = verified(&signed(), SECRET, NOW.after(minutes(16))).expect_err("a refusal");
        assert!(late.ends_with("signature time:20251009T085320Z,server time:20251009T090920Z"), "{late}");
    }

    #[test]
    fn other_headers_are_no_signature() {
        for value in
            ["Bearer x", "SDK-HMAC-SHA256", "SDK-HMAC-SHA256 Access=a", "V11-HMAC-SHA256 Credential=a"]
        {
            let mut request = Request::new("GET", "/");
            request.headers.push(("Authorization".into(), value.into()));
            assert_eq!(Signature::of(&request), None, "{value}");
        }
    }
}
