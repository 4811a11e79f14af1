//! The parameters of a list: direct ones, or those inside `filter`.

use crate::error::{self, Refusal};
use crate::target::Target;

/// Where parameters come from.
#[derive(Debug)]
pub(super) enum Parameters<'a> {
    Direct(&'a Target),
    /// `key::value` joined by `|`. A `filter` overrides all direct parameters, as the vendor's own tools found.
    Filter(Vec<(&'a str, &'a str)>),
}

impl<'a> Parameters<'a> {
    /// Those of a call; `keys` are the ones that its `filter` may hold.
    pub(super) fn of(target: &'a Target, keys: &[&str]) -> Result<Self, Refusal> {
        let Some(filter) = target.parameter("filter") else { return Ok(Self::Direct(target)) };
        let pair = |part: &'a str| {
            let known = part.split_once("::").filter(|(key, _)| keys.contains(key));
            known.ok_or_else(|| Refusal::from(error::INVALID_FILTER))
        };
        filter.split('|').map(pair).collect::<Result<_, _>>().map(Self::Filter)
    }

    pub(super) fn get(&self, name: &str) -> Option<&'a str> {
        match self {
            Self::Direct(target) => target.parameter(name),
            Self::Filter(pairs) => pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| *value),
        }
    }

    /// The organization asked for.
    pub(super) fn organization(&self) -> Option<Text> {
        let name = self.get("namespace")?.to_owned();
        Some(match self {
            Self::Direct(_) => Text::Equal(name),
            Self::Filter(_) => Text::Contained(name),
        })
    }

    /// The part of an image's name asked for. The page asks for `$` instead of `/` here too.
    pub(super) fn image(&self) -> Option<String> {
        self.get("name").map(|name| name.replace('$', "/"))
    }
}

/// How an organization is asked for: exactly by a direct parameter, fuzzily inside a `filter`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Text {
    Equal(String),
    Contained(String),
}

impl Text {
    pub(super) fn matches(&self, text: &str) -> bool {
        match self {
            Self::Equal(name) => text == name,
            Self::Contained(part) => text.contains(part.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organization_is_exact_when_direct_and_fuzzy_in_a_filter() {
        let organization = |query: &str| {
            let target = Target::parse(&format!("/list?{query}")).expect("a target");
            Parameters::of(&target, &["namespace"]).expect("parameters").organization()
        };
        assert_eq!(organization("namespace=a"), Some(Text::Equal("a".into())));
        assert_eq!(organization("namespace=b&filter=namespace::a"), Some(Text::Contained("a".into())));
        assert_eq!(organization(""), None);
    }

    #[test]
    fn a_filter_of_anything_else_is_refused() {
        for filter in ["", "name", "colour::red", "name::a|"] {
            let target = Target::parse(&format!("/list?filter={filter}")).expect("a target");
            let refused = Parameters::of(&target, &["name"]).expect_err("a refusal");
            assert_eq!(refused, error::INVALID_FILTER.into(), "{filter}");
        }
    }
}
