//! What a failure means for a scan. A 403 can be three things, and only its code says which: the caller may not, the
//! service is asked too often, or something that nobody has written down.

/// See the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Too many requests. This is never a denial.
    Throttled,
    /// The caller may not read it.
    Denied,
    /// There is no such thing.
    Missing,
    /// The token is not accepted any more.
    SessionEnded,
    /// Anything else: a failure.
    Other,
}

/// The serial numbers with which SWR limits requests.
///
/// Source: SWR API reference, error codes 4031032 and 4031042.
const THROTTLED: [&str; 2] = ["4031032", "4031042"];

/// Those with which it refuses something to a caller: another's resource, an operation or a resource beyond the caller's
/// permissions, and a policy of IAM.
///
/// Source: SWR API reference, error codes.
const DENIED: [&str; 6] = ["4030170", "4037017", "4037018", "4037020", "4039001", "4039002"];

/// Codes with which the gateway and IAM refuse something.
///
/// Source: IAM API reference, error codes; the gateway's are those of its error code page.
const DENIED_ELSEWHERE: [&str; 4] = ["APIGW.0302", "APIGW.0306", "IAM.0002", "IAM.0003"];

/// The bare number with which IAM's older calls refuse something.
const IAM_FORBIDDEN: &str = "403";

/// What a status with a code means.
pub fn meaning(status: u16, code: Option<&str>, asks_to_wait: bool) -> Meaning {
    let code = code.unwrap_or_default();
    let serial = code.strip_prefix("SVCSTG.SWR.").unwrap_or_default();
    let is_denied = DENIED.contains(&serial) || DENIED_ELSEWHERE.contains(&code) || code == IAM_FORBIDDEN;
    match status {
        _ if THROTTLED.contains(&serial) => Meaning::Throttled,
        429 => Meaning::Throttled,
        503 if asks_to_wait => Meaning::Throttled,
        401 => Meaning::SessionEnded,
        403 if is_denied => Meaning::Denied,
        // The gateway does not know the address, which says nothing of what the address is about.
        404 if !code.starts_with("APIGW.") => Meaning::Missing,
        _ => Meaning::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_403_means_what_its_code_says() {
        let swr = |serial: &str| meaning(403, Some(&format!("SVCSTG.SWR.{serial}")), false);
        assert_eq!([swr("4031032"), swr("4031042")], [Meaning::Throttled; 2]);
        assert!(DENIED.iter().all(|serial| swr(serial) == Meaning::Denied));
        assert_eq!([swr("4031033"), swr("4039999"), swr("")], [Meaning::Other; 3]);
        assert_eq!(meaning(403, None, true), Meaning::Other, "a page of a proxy, and nobody knows why");
        for code in ["IAM.0003", "403", "APIGW.0302"] {
            assert_eq!(meaning(403, Some(code), false), Meaning::Denied, "{code}");
        }
    }

    #[test]
    fn other_statuses_mean_what_they_say() {
        let table = [
            (429, "APIGW.0308", false, Meaning::Throttled),
            (503, "", true, Meaning::Throttled),
            (503, "", false, Meaning::Other),
            (500, "SVCSTG.SWR.4031032", false, Meaning::Throttled),
            (401, "APIGW.0301", false, Meaning::SessionEnded),
            (404, "SVCSTG.SWR.4040010", false, Meaning::Missing),
            (404, "", false, Meaning::Missing),
            (404, "APIGW.0101", false, Meaning::Other),
            (400, "SVCSTG.SWR.4037020", false, Meaning::Other),
            (500, "", false, Meaning::Other),
        ];
        for (status, code, waits, expected) in table {
            assert_eq!(meaning(status, Some(code), waits), expected, "{status} {code}");
        }
    }
}
