//! What is above and below the table of effective access: what it can't know, and what its marks mean.

use crate::view::prelude::*;

use crate::components::heading::focus_heading;
use crate::components::moment::lately;
use crate::components::problem::ProblemView;
use crate::pages::listing::Unreadable;
use crate::words::use_locale;
use domain::effective::{Managers, Mark};
use domain::model::catalog::Visibility;
use domain::model::operation::Kind;
use domain::model::operation::Operation;
use domain::outside::share::ShareCount;

use super::cells::MarkBadge;
use super::use_view;

/// In the order in which a row shows them.
const MARKS: [Mark; 3] = [Mark::OnlyManager, Mark::NameDrift, Mark::Redundant];

/// What is to be known before the table is read.
#[component]
pub(super) fn Above() -> impl IntoView {
    let (t, view) = (use_locale(), use_view());
    let outside = move || {
        let (words, reach) = (t.words(), view.outside.reach()?);
        let effective = words.effective();
        let everyone = match reach.visibility {
            Visibility::Public => Some(effective.note_public.to_owned()),
            Visibility::Unknown => Some(effective.note_visibility.to_owned()),
            Visibility::Private => None,
        };
        let accounts = match reach.shares {
            Some(ShareCount { all: 0, .. }) => None,
            Some(count) => Some((effective.note_shared)(count)),
            None => Some(effective.note_sharing.to_owned()),
        };
        let note = |note| view! { <p class="note">{note}</p> };
        Some(everyone.into_iter().chain(accounts).map(note).collect_view())
    };
    let summary = move || (t.words().effective().summary)(view.rows.count(), view.rows.len());
    view! {
        {dynamic(outside)}
        <Organization/>
        <Unreadable count=view.unreadable() text=|words| words.access().unreadable/>
        <OnlyManager/>
        <p class="count">{dynamic(summary)}</p>
    }
}

/// When the organization's list was read, or what it means for the table that it could not be. Not being allowed to read
/// it is usual and no fault; everything else is shown as one.
#[component]
fn Organization() -> impl IntoView {
    let (t, view) = (use_locale(), use_view());
    let reader = view.organization.reader();
    let error = Memo::new(move |_| reader.status().error().cloned());
    let is_known = Memo::new(move |_| view.list.with(Option::is_some));
    let on_retry = Callback::new(move |()| {
        focus_heading();
        reader.refresh();
    });
    let sentence = move || {
        (!is_known.get()).then(|| {
            let sentence = (t.words().effective().note_organization)(&view.organization_name());
            view! { <p class="note note--warning">{sentence}</p> }
        })
    };
    let age = move || {
        let words = t.words();
        let at = view.list.with(|list| list.as_ref().map(|fresh| fresh.at))?;
        let said = if error.get().is_some() { words.lists.stale } else { words.lists.updated };
        let age = format!("{} · {}", words.effective().organization, said(&lately(at)));
        Some(view! { <p class="count">{age}</p> })
    };
    let problem = move || {
        let error = error.get().filter(|error| !error.is_denied())?;
        let operation = Operation::QueryAccess(Kind::Organization);
        Some(view! { <ProblemView operation error on_retry/> })
    };
    view! { {dynamic(sentence)} {dynamic(age)} {dynamic(problem)} }
}

/// A single manager or none, and the way to another one.
#[component]
fn OnlyManager() -> impl IntoView {
    let (t, view) = (use_locale(), use_view());
    let managers = Memo::new(move |_| view.access.with(|access| access.managers.clone()));
    let is_worth_a_note =
        Memo::new(move |_| managers.with(|managers| matches!(managers, Managers::Nobody | Managers::One(_))));
    let note = move || managers.with(|managers| (t.words().effective().managers)(managers));
    // The button stays the same one while the note changes, so that it keeps the focus.
    dynamic(move || {
        is_worth_a_note.get().then(|| {
            view! {
                <div class="manager-note">
                    <p class="note note--warning">{dynamic(note)}</p>
                    <button type="button" class="button" on:click=move |_| view.on_grant.run(())>
                        {t.label(|w| w.access().grant)}
                    </button>
                </div>
            }
        })
    })
}

/// What the marks mean, and what no list shows.
#[component]
pub(super) fn Below() -> impl IntoView {
    let (t, view) = (use_locale(), use_view());
    let present = Memo::new(move |_| {
        view.access.with(|access| MARKS.into_iter().filter(|mark| access.any(*mark)).collect::<Vec<_>>())
    });
    let legend = move || {
        let entry = |mark| {
            view! {
                <div>
                    <dt><MarkBadge mark/></dt>
                    <dd>{dynamic(move || (t.words().effective().mark_means)(mark))}</dd>
                </div>
            }
        };
        let marks = present.get();
        (!marks.is_empty()).then(|| {
            view! { <dl class="legend legend--marks">{marks.into_iter().map(entry).collect_view()}</dl> }
        })
    };
    let repeated = move || {
        let organization = view.list.with(|list| list.as_ref().map_or(0, |fresh| fresh.value.repeated));
        let repeated = organization + view.image.with(|image| image.value.repeated);
        (repeated > 0).then(|| view! { <p class="note">{(t.words().access().repeated)(repeated)}</p> })
    };
    view! {
        {dynamic(legend)}
        {dynamic(repeated)}
        <p class="note">{t.label(|w| w.effective().note_unseen)}</p>
    }
}
