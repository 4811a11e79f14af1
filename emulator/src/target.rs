//! The target of a request taken apart: path segments and query pairs, decoded. Knows nothing of any API.

/// A request's path and query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    segments: Vec<String>,
    query: Vec<(String, String)>,
}

impl Target {
    /// `None` if the path is none, or holds a broken escape or an escaped `/`: nobody documents that SWR's gateway
    /// takes `%2F` for a part of a name, so it is as unknown as any other path.
    pub(crate) fn parse(target: &str) -> Option<Self> {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let segments = path.strip_prefix('/')?.split('/').map(decoded_segment).collect::<Option<Vec<_>>>()?;
        let query =
            query.split('&').filter(|pair| !pair.is_empty()).map(decoded_pair).collect::<Option<Vec<_>>>()?;
        Some(Self { segments, query })
    }

    /// The segments, for matching against patterns.
    pub(crate) fn segments(&self) -> Vec<&str> {
        self.segments.iter().map(String::as_str).collect()
    }

    /// All query parameters, in the order in which they came.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = (&str, &str)> {
        self.query.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The first query parameter of that name.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

fn decoded_segment(raw: &str) -> Option<String> {
    percent_decoded(raw).filter(|segment| !segment.contains('/'))
}

fn decoded_pair(raw: &str) -> Option<(String, String)> {
    let (name, value) = raw.split_once('=').unwrap_or((raw, ""));
    let decoded = |text: &str| percent_decoded(&text.replace('+', " "));
    Some((decoded(name)?, decoded(value)?))
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let (high, low) = (hex_digit(bytes.next()?)?, hex_digit(bytes.next()?)?);
            decoded.push(high << 4 | low);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

fn hex_digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segments(target: &str) -> Option<Vec<String>> {
        Target::parse(target).map(|target| target.segments)
    }

    #[test]
    fn dollar_is_the_same_bare_and_escaped() {
        assert_eq!(segments("/repos/team$web%24app"), segments("/repos/team%24web$app"));
    }

    #[test]
    fn broken_and_slash_escapes_are_no_path() {
        assert!(
            ["/a%2Fb", "/a%2fb", "/a%", "/a%2", "/a%zz", "/%ff", "a/b", "", "*"]
                .iter()
                .all(|t| segments(t).is_none())
        );
    }

    #[test]
    fn query_values_are_decoded() {
        let target =
            Target::parse("/v2?filter=namespace%3A%3Aa%7Cmode::visible&q=a+b&flag").expect("a target");
        assert_eq!(target.parameter("filter"), Some("namespace::a|mode::visible"));
        assert_eq!(target.parameter("q"), Some("a b"));
        assert_eq!(target.parameter("flag"), Some(""));
        assert_eq!(target.parameter("other"), None);
    }
}
