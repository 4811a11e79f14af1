//! Each organization at a glance: a bar of its permissions by level and one of its findings by weight, with the numbers.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::name::Name;
use crate::state::navigation::Navigation;
use crate::state::review::Review;
use crate::words::use_locale;
use domain::paths::Route;
use domain::review::findings::{Rule, Weight};
use domain::review::snapshot::Snapshot;
use domain::review::summary::{OrganizationSummary, summary};

/// The width of the longest bar, in its own units.
const WIDTH: u32 = 1000;

/// A part of a bar: its class, and how much it is.
type Share = (&'static str, u32);

#[component]
pub(in crate::pages::review) fn ByOrganization(review: Review, snapshot: Arc<Snapshot>) -> impl IntoView {
    let t = use_locale();
    let rows = move || {
        let all = summary(&snapshot, &review.findings().reports());
        let permissions = all.iter().map(|one| one.permissions.all()).max().unwrap_or_default();
        let findings = all.iter().map(|one| one.findings.all()).max().unwrap_or_default();
        all.into_iter().map(|one| row(one, permissions, findings)).collect_view()
    };
    let head = move |label| view! { <th scope="col">{t.label(label)}</th> };
    view! {
        <table class="glance" aria-label=t.label(|w| w.findings().by_organization)>
            <thead>
                <tr>
                    {head(|w| w.findings().organization)} {head(|w| w.findings().levels)}
                    {head(|w| w.findings().findings)}
                </tr>
            </thead>
            <tbody>{dynamic(rows)}</tbody>
        </table>
    }
}

fn row(one: OrganizationSummary, most_permissions: u32, most_findings: u32) -> AnyView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let OrganizationSummary { organization, permissions, findings } = one;
    let name = organization.to_string();
    let route = Route::Organization(organization);
    let levels = move || {
        let words = &t.words().levels;
        let known = [
            (words.manage, permissions.manage),
            (words.write, permissions.write),
            (words.read, permissions.read),
            ((t.words().findings().rule)(Rule::NoLevel), permissions.odd),
        ];
        numbers(&known)
    };
    let weights = move || {
        let word = t.words().findings().weight;
        numbers(&[
            (word(Weight::High), findings.high),
            (word(Weight::Medium), findings.medium),
            (word(Weight::Low), findings.low),
        ])
    };
    view! {
        <tr>
            <th scope="row">
                <a class="link" href=move || navigation.href(&route)><Name text=name/></a>
            </th>
            <td>
                {bar(&[
                    ("bar__manage", permissions.manage),
                    ("bar__write", permissions.write),
                    ("bar__read", permissions.read),
                    ("bar__odd", permissions.odd),
                ], most_permissions)}
                {dynamic(levels)}
            </td>
            <td>
                {bar(&[
                    ("bar__high", findings.high),
                    ("bar__medium", findings.medium),
                    ("bar__low", findings.low),
                ], most_findings)}
                {dynamic(weights)}
            </td>
        </tr>
    }
    .into_any()
}

/// "Manage 3 · Write 12", without what is zero.
fn numbers(parts: &[(&'static str, u32)]) -> String {
    let shown: Vec<String> = parts
        .iter()
        .filter(|(_, number)| *number > 0)
        .map(|(word, number)| format!("{word} {number}"))
        .collect();
    if shown.is_empty() { "0".to_owned() } else { shown.join(" · ") }
}

/// A bar as long as its sum, measured by the longest one. The numbers beside it say the same.
fn bar(parts: &[Share], longest: u32) -> AnyView {
    let scale = |number: u32| u64::from(number) * u64::from(WIDTH) / u64::from(longest.max(1));
    let mut start = 0;
    let part = |(class, number): &Share| {
        let (x, width) = (scale(start), scale(*number));
        start += number;
        view! { <rect class=*class x=x.to_string() y="0" width=width.to_string() height="10"></rect> }
            .into_any()
    };
    let parts: Vec<_> = parts.iter().map(part).collect();
    view! {
        <svg class="bar" width="200" height="10" viewBox=format!("0 0 {WIDTH} 10") preserveAspectRatio="none" aria-hidden="true">
            {parts.into_iter().collect_view()}
        </svg>
    }
    .into_any()
}
