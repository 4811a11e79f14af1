//! Rules by which a test lets calls fail: which ones, how, and how often.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;

use crate::http::{Pace, Response};

use super::Fault;

/// One rule, as a test writes it in JSON.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The method; any if there is none.
    #[serde(default)]
    pub method: Option<String>,
    /// The raw path; `*` stands for any text. A pattern with a `?` is held against the query too.
    pub path: String,
    /// What goes wrong.
    pub fault: Fault,
    /// The status, for the faults that have one to choose: `status` and `redirect`.
    #[serde(default)]
    pub status: Option<u16>,
    /// Headers instead of those that the answer would have.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// The body, instead of the one that the answer would have.
    #[serde(default)]
    pub body: Option<String>,
    /// How long to wait before, in milliseconds.
    #[serde(default)]
    pub delay_ms: u64,
    /// How often; for ever if there is none.
    #[serde(default)]
    pub times: Option<u32>,
    /// Whether the call is done before its answer goes wrong. If nobody says, it is where the answer arrives intact
    /// in the end.
    #[serde(default)]
    pub store: Option<bool>,
}

impl Rule {
    /// A rule for every call on a path.
    pub fn new(path: impl Into<String>, fault: Fault) -> Self {
        Self {
            method: None,
            path: path.into(),
            fault,
            status: None,
            headers: BTreeMap::new(),
            body: None,
            delay_ms: 0,
            times: None,
            store: None,
        }
    }

    /// Whether the call is really done.
    pub(crate) fn is_done(&self) -> bool {
        self.store.unwrap_or_else(|| self.fault.arrives_intact())
    }

    /// The answer that the client gets instead of the honest one. `refused` is what the service says with a status.
    pub(crate) fn corrupt(&self, honest: Response, refused: impl FnOnce(u16) -> Response) -> Response {
        let mut corrupted = match (self.fault, self.status) {
            (Fault::Status, status) => refused(status.unwrap_or(500)),
            (fault, None) => fault.corrupt(honest),
            (fault, Some(status)) => Response { status, ..fault.corrupt(honest) },
        };
        if let Some(body) = &self.body {
            corrupted.body = body.clone().into_bytes();
        }
        for (name, value) in &self.headers {
            corrupted = corrupted.replacing_header(name, value);
        }
        let pace: Pace = corrupted.pace.delayed_by(Duration::from_millis(self.delay_ms));
        Response { pace, ..corrupted }
    }

    fn is_for(&self, method: &str, target: &str) -> bool {
        let path = target.split_once('?').map_or(target, |(path, _)| path);
        let meant = if self.path.contains('?') { target } else { path };
        self.method.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
            && matches(&self.path, meant)
    }
}

/// Whether a text is what a pattern describes, in which `*` is any text.
fn matches(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(tail) = text.strip_prefix(start) else { return false };
    // However much the star takes, the rest of the pattern has to describe what is left.
    let ends = tail.char_indices().map(|(at, _)| at).chain([tail.len()]);
    ends.into_iter().any(|end| tail.get(end..).is_some_and(|left| matches(rest, left)))
}

/// The rules in force. The first that is for a call decides.
#[derive(Debug, Clone, Default)]
pub struct Faults {
    rules: Vec<Rule>,
}

impl Faults {
    /// Puts these rules in place of those before.
    pub fn set(&mut self, rules: Vec<Rule>) {
        self.rules = rules;
    }

    /// Reads rules as a test writes them: a JSON array.
    ///
    /// # Errors
    /// What is wrong with them, in words for anyone who wrote the test. The rules before stay.
    pub fn read(&mut self, json: &[u8]) -> Result<(), String> {
        let rules: Vec<Rule> = serde_json::from_slice(json).map_err(|error| error.to_string())?;
        self.set(rules);
        Ok(())
    }

    /// Lets everything be answered honestly again.
    pub fn clear(&mut self) {
        self.rules.clear();
    }

    /// The rule for a call, which counts as used.
    pub(crate) fn take(&mut self, method: &str, target: &str) -> Option<Rule> {
        let is_left = |rule: &&mut Rule| rule.times != Some(0) && rule.is_for(method, target);
        let rule = self.rules.iter_mut().find(is_left)?;
        rule.times = rule.times.map(|times| times.saturating_sub(1));
        Some(rule.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_is_any_text() {
        assert!(matches("/v2/a", "/v2/a"));
        assert!(!matches("/v2/a", "/v2/a/b"));
        assert!(matches("/v2/*", "/v2/a/b") && matches("*", "") && matches("*/access", "/a/b/access"));
        assert!(matches("/v2/*/repos/*/access", "/v2/group/repos/test/access"));
        assert!(!matches("/v2/*/repos/*/access", "/v2/group/access"));
        assert!(matches("*.wasm", "/console_bg.wasm") && !matches("*.wasm", "/console.wasm.br"));
    }

    #[test]
    fn the_query_counts_only_where_a_pattern_has_one() {
        let rule = |path: &str| Rule::new(path, Fault::Hang);
        assert!(rule("/v2/manage/repos").is_for("GET", "/v2/manage/repos?limit=1"));
        assert!(!rule("/v2/manage/repos?limit=2").is_for("GET", "/v2/manage/repos?limit=1"));
        assert!(rule("/v2/manage/repos?*limit=1*").is_for("GET", "/v2/manage/repos?limit=1&offset=0"));
    }

    #[test]
    fn a_rule_is_used_up_and_then_the_next_one_counts() {
        let mut faults = Faults::default();
        let rules =
            br#"[{"method":"get","path":"/a","fault":"reset","times":2},{"path":"*","fault":"html"}]"#;
        assert_eq!(faults.read(rules), Ok(()));
        let mut fault = |method| faults.take(method, "/a").map(|rule| rule.fault);
        assert_eq!(fault("POST"), Some(Fault::Html));
        assert_eq!([fault("GET"), fault("GET")], [Some(Fault::Reset); 2]);
        assert_eq!(fault("GET"), Some(Fault::Html));
        faults.clear();
        assert_eq!(faults.take("GET", "/a"), None);
    }

    #[test]
    fn a_mistake_in_the_rules_is_told_and_changes_nothing() {
        let mut faults = Faults::default();
        faults.set(vec![Rule::new("*", Fault::Hang)]);
        for wrong in [
            r#"[{"path":"*","fault":"explode"}]"#,
            r#"[{"fault":"hang"}]"#,
            "{}",
            r#"[{"path":"*","fault":"hang","time":1}]"#,
        ] {
            assert!(faults.read(wrong.as_bytes()).is_err(), "{wrong}");
        }
        assert!(faults.take("GET", "/").is_some());
    }

    #[test]
    fn what_a_rule_says_stands_above_what_the_fault_is() {
        let rule = Rule {
            status: Some(307),
            headers: BTreeMap::from([("location".to_owned(), "/elsewhere".to_owned())]),
            delay_ms: 5,
            ..Rule::new("*", Fault::Redirect)
        };
        let corrupted = rule.corrupt(Response::empty(200), Response::empty);
        assert_eq!((corrupted.status, corrupted.header("Location")), (307, Some("/elsewhere")));
        assert_eq!((corrupted.headers.len(), corrupted.pace), (1, Pace::After(Duration::from_millis(5))));
    }
}
