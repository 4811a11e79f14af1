//! Words of the findings of an access review.

use domain::model::level::Permission;
use domain::review::findings::{Certainty, Count, Evidence, Rule, Weight, Why};
use domain::review::snapshot::Share;
use domain::text::reveal::visible;

mod chinese;
mod english;

pub(super) use chinese::CHINESE;
pub(super) use english::ENGLISH;

#[derive(Debug)]
pub struct Words {
    pub findings: &'static str,
    pub lead: &'static str,
    pub search: &'static str,
    pub all_rules: &'static str,
    pub rule_label: &'static str,
    /// What a rule is called.
    pub rule: fn(Rule) -> &'static str,
    /// Why its findings matter.
    pub matters: fn(Rule) -> &'static str,
    /// How many findings a rule has.
    pub count: fn(Count) -> String,
    /// Why a rule was not checked.
    pub not_checked: fn(Why) -> String,
    /// So many organizations and images could not be checked.
    pub left_out: fn(usize) -> String,
    /// A rule has found nothing, and everything was checked.
    pub nothing: &'static str,
    pub weight: fn(Weight) -> &'static str,
    /// `None` for what is certain.
    pub certainty: fn(Certainty) -> Option<&'static str>,
    /// A finding: its facts, on what, who, on how many lists.
    pub finding: fn(&Evidence, &About<'_>) -> String,
    /// Where else it is: so many organizations and images.
    pub places: fn(usize) -> String,
    /// So many users.
    pub people: fn(usize) -> String,
    /// Shows so many more findings.
    pub more: fn(usize) -> String,
    pub thresholds: &'static str,
    pub managers_most: &'static str,
    pub users_least: &'static str,
    pub images_least: &'static str,
    pub most_percent: &'static str,
    pub strangers_percent: &'static str,
    pub strangers_least: &'static str,
    pub accept: &'static str,
    /// The name of the button and the dialog that accept a finding.
    pub accept_of: fn(&str) -> String,
    pub accept_means: &'static str,
    pub why: &'static str,
    pub why_missing: &'static str,
    pub until: &'static str,
    pub until_missing: &'static str,
    /// A finding was accepted: by whom, until when, why.
    pub accepted: fn(&str, &str, &str) -> String,
    pub take_back: &'static str,
    /// The table of findings by organization.
    pub by_organization: &'static str,
    pub organization: &'static str,
    pub levels: &'static str,
}

/// What a finding is about, in words that can be shown.
#[derive(Debug)]
pub struct About<'a> {
    /// The organization or image; empty where it is about users anywhere.
    pub target: &'a str,
    /// The first user; empty if there is none.
    pub user: &'a str,
    /// How many users there are.
    pub users: usize,
    /// On how many lists.
    pub places: usize,
}

/// The accounts of shares.
fn accounts(shares: &[Share], separator: &str, unnamed: &str) -> String {
    let name =
        |share: &Share| share.account.as_ref().map_or(unnamed.to_owned(), |name| visible(name.as_str()));
    shares.iter().map(name).collect::<Vec<_>>().join(separator)
}

/// Names, each in quotation marks: they may hold anything.
fn quoted<'a>(names: impl IntoIterator<Item = &'a str>, separator: &str) -> String {
    let quoted = names.into_iter().map(|name| format!("“{}”", visible(name)));
    quoted.collect::<Vec<_>>().join(separator)
}

/// The values of permissions, as the service wrote them.
fn values<'a>(values: &'a [Permission], missing: &'a str) -> impl Iterator<Item = &'a str> {
    values.iter().map(move |value| value.key().unwrap_or(missing))
}
