//! What the cells of a user's row say: what is granted where, what results, why, and the buttons that mend what is marked.

use crate::view::prelude::*;

use crate::components::level::PermissionLabel;
use crate::components::name::Name;
use crate::state::navigation::Navigation;
use crate::words::{Text, use_locale};
use domain::effective::{Effective, EffectiveRow, ListEntry, Mark, Reason};
use domain::model::names::UserId;
use domain::paths::ReviewPage;

use super::super::account::{AccountMarks, AccountUser};
use super::use_view;

/// What results from both lists.
pub(super) fn effective(row: &EffectiveRow) -> AnyView {
    let t = use_locale();
    let level = match row.effective {
        Effective::Level(level, _) => view! { <PermissionLabel permission=level.into()/> }.into_any(),
        Effective::AtLeast(level) => view! {
            <span class="muted">{t.label(|w| w.effective().at_least)}</span>
            " "
            <PermissionLabel permission=level.into()/>
        }
        .into_any(),
        Effective::Unknown => {
            view! { <span class="permission permission--odd">{t.label(|w| w.effective().not_known)}</span> }
                .into_any()
        }
    };
    let inferred = row
        .is_inferred()
        .then(|| view! { <span class="cell-second">{t.label(|w| w.effective().inferred)}</span> });
    view! { {level} {inferred} }.into_any()
}

/// What is held on one of the two.
pub(super) fn listed(entry: &ListEntry) -> AnyView {
    let t = use_locale();
    match entry.clone() {
        ListEntry::Present(permission) => view! { <PermissionLabel permission/> }.into_any(),
        ListEntry::Absent => {
            view! { <span class="muted">{t.label(|w| w.effective().nothing)}</span> }.into_any()
        }
        ListEntry::Unknown => {
            view! { <span class="muted">{t.label(|w| w.effective().not_known)}</span> }.into_any()
        }
    }
}

/// The names of a user, and the marks.
#[component]
pub(super) fn Person(row: EffectiveRow) -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let is_incomplete = row.id.is_none() || row.names.is_empty();
    let only_manager = row.has(Mark::OnlyManager).then(|| view! { <MarkBadge mark=Mark::OnlyManager/> });
    let drift = row.has(Mark::NameDrift).then(|| view! { <MarkBadge mark=Mark::NameDrift/> });
    let has_second = only_manager.is_some() || drift.is_some();
    let marks = {
        let user = AccountUser::new(row.id.clone(), row.names.first().cloned(), row.is_own);
        view! { <AccountMarks user/> }
    };
    // Everything else that the user reaches.
    let route = row.id.map(|id| ReviewPage::User(id).route());
    let href = move || route.as_ref().map(|route| navigation.href(route));
    let mut names = row.names.into_iter();
    let name = match names.next() {
        Some(name) => view! { <a class="link" href=href><Name text=name.to_string()/></a> }.into_any(),
        None => view! { <span class="muted">{t.label(|w| w.access().no_name)}</span> }.into_any(),
    };
    let others = names.map(|name| view! { " " <Name text=name.to_string()/> }).collect_view();
    view! {
        {name}
        {row.is_own.then(|| view! { " " <span class="badge">{t.label(|w| w.access().you)}</span> })}
        {is_incomplete.then(|| view! { " " <span class="badge badge--warning">{t.label(|w| w.access().incomplete)}</span> })}
        {marks}
        {has_second.then(|| view! { <span class="cell-second">{only_manager} " " {drift} {others}</span> })}
    }
}

/// A mark, in a word or two.
#[component]
pub(super) fn MarkBadge(mark: Mark) -> impl IntoView {
    let t = use_locale();
    view! {
        <span
            class="badge"
            class:badge--warning=mark != Mark::Redundant
            title=move || (t.words().effective().mark_means)(mark)
        >
            {dynamic(move || (t.words().effective().mark)(mark))}
        </span>
    }
}

/// Why a user has this access, and the way to mend what is marked.
#[component]
pub(super) fn Why(row: EffectiveRow) -> impl IntoView {
    let (t, view) = (use_locale(), use_view());
    let reason = Reason::of(&row);
    let said = t.format(move |w| (w.effective().reason)(reason, &view.organization_name(), &w.levels));
    let called = StoredValue::new(row.called());
    let button = |id: UserId, word: Text, name: Text, on_click: Callback<UserId>| {
        view! {
            <button
                type="button"
                class="button"
                aria-label=move || name.get()
                on:click=move |_| on_click.run(id.clone())
            >
                {word}
            </button>
        }
    };
    let revoke = row.id.clone().filter(|_| row.has(Mark::Redundant)).map(|id| {
        let name = t.format(move |w| called.with_value(|called| (w.changes().revoke_of)(called)));
        button(id, t.prop(|w| w.changes().revoke), name, view.on_revoke)
    });
    let change = row.id.clone().filter(|_| row.has(Mark::NameDrift)).map(|id| {
        let name = t.format(move |w| called.with_value(|called| (w.changes().change_of)(called)));
        button(id, t.prop(|w| w.changes().change), name, view.on_change)
    });
    view! {
        <div class="why">
            <span class="why__text" title=move || said.get()>{said}</span>
            {revoke}
            {change}
        </div>
    }
}
