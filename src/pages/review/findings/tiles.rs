//! The rules at a glance: how many findings each has, which leads to them.

use crate::view::prelude::*;

use crate::state::navigation::{Navigation, Place};
use crate::state::review::Review;
use crate::words::use_locale;
use domain::paths::{Query, ReviewPage};
use domain::review::findings::{Count, Report};

#[component]
pub(in crate::pages::review) fn Tiles(review: Review) -> impl IntoView {
    let t = use_locale();
    let tiles = move || review.findings().reports().iter().map(tile).collect_view();
    view! {
        <section class="review" aria-label=t.label(|w| w.findings().findings)>
            <h2>{t.label(|w| w.findings().findings)}</h2>
            <ul class="tiles">{dynamic(tiles)}</ul>
        </section>
    }
}

fn tile(report: &Report) -> AnyView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let (rule, count) = (report.rule, report.count());
    let to = ReviewPage::Findings.route();
    let href = move || {
        let query = navigation.query().with(Query::across_pages);
        let query = Query { show: rule.id().to_owned(), ..query };
        Place { route: to.clone(), query }.to_address()
    };
    let class = match count {
        Count::Exactly(0) => "tile tile--none",
        Count::NotChecked(_) => "tile tile--unknown",
        Count::Exactly(_) | Count::AtLeast(_) => "tile",
    };
    view! {
        <li>
            <a class=class href=href>
                <b>{dynamic(move || (t.words().findings().count)(count))}</b>
                <span>{dynamic(move || (t.words().findings().rule)(rule))}</span>
            </a>
        </li>
    }
    .into_any()
}
