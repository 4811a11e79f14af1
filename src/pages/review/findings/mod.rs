//! `/review/findings`: what a person should look at, rule by rule.

mod accept;
mod finding;
mod organizations;
mod rule;
mod thresholds;
mod tiles;

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::choice::Choice;
use crate::pages::listing::SearchField;
use crate::state::navigation::Navigation;
use crate::state::review::Review;
use crate::words::use_locale;
use domain::review::findings::Rule;
use domain::review::snapshot::Snapshot;

pub(super) use organizations::ByOrganization;
pub(super) use tiles::Tiles;

use accept::Accept;
use finding::Said;
use rule::RuleSection;
use thresholds::ThresholdFields;

#[component]
pub(super) fn Findings(review: Review, snapshot: Arc<Snapshot>) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let asked = RwSignal::new(None::<Said>);
    let chosen = Memo::new(move |_| navigation.query().with(|query| Rule::from_id(&query.show)));
    let options = std::iter::once(None).chain(Rule::ALL.into_iter().map(Some)).collect();
    let shown = move || match chosen.get() {
        Some(rule) => vec![rule],
        None => Rule::ALL.to_vec(),
    };
    let sections = move || {
        let section = |rule| view! { <RuleSection review snapshot=Arc::clone(&snapshot) rule asked/> };
        shown().into_iter().map(section).collect_view()
    };
    view! {
        <p class="lead">{t.label(|w| w.findings().lead)}</p>
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.findings().search)/>
            <Choice
                label=t.prop(|w| w.findings().rule_label)
                label_hidden=true
                options
                word=|rule, words| match rule {
                    Some(rule) => (words.findings().rule)(rule).to_owned(),
                    None => words.findings().all_rules.to_owned(),
                }
                value=chosen
                on_choose=Callback::new(move |rule: Option<Rule>| {
                    navigation.refine(|query| query.show = rule.map_or("", Rule::id).to_owned());
                })
            />
        </div>
        <ThresholdFields review/>
        {dynamic(sections)}
        <Accept review asked/>
    }
}
