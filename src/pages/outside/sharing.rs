//! `/organizations/{organization}/images/{image}/sharing`: the accounts that an image is shared with.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::components::name::Name;
use crate::config::WritePolicy;
use crate::pages::access::TargetHeading;
use crate::pages::data_view::{Freshness, RefreshButton, data_view};
use crate::pages::listing::{CellStyle, CollectionTable, Column, Listing, SearchField};
use crate::pages::tabs::ImageTabs;
use crate::state::clock::now;
use crate::state::execute_outside::OutsideResult;
use crate::state::load::Fresh;
use crate::state::outside::{ImageKey, OutsideAccess};
use crate::state::session::signed_in::use_signed_in;
use crate::words::use_locale;
use domain::model::catalog::Collection;
use domain::model::names::{ImageName, OrganizationName, Target};
use domain::model::operation::Operation;
use domain::outside::share::{Share, Shares};
use domain::outside::until::Until;
use domain::outside::write::OutsideEdit;
use domain::table::rows::SortBy;
use domain::text::reveal::visible;

use super::export::{Export, OfShares};
use super::question::OutsideQuestion;
use super::share_dialog::ShareDialog;
use super::summary::Summary;

/// What the user is asked.
#[derive(Debug, Clone, PartialEq)]
enum Asked {
    /// With which account to share.
    Share,
    /// What to change of a share.
    Change(Share),
    /// Whether to end it.
    Stop(Share),
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Page {
    asked: RwSignal<Option<Asked>>,
    is_read_only: bool,
    announce: Announce,
}

impl Page {
    /// Asks, unless the console changes nothing.
    fn ask(self, asked: Asked) {
        if self.is_read_only {
            self.announce.toast(use_locale().untracked().changes().read_only);
        } else {
            self.asked.set(Some(asked));
        }
    }
}

/// The page.
#[component]
pub fn Sharing(
    /// The organization.
    organization: OrganizationName,
    /// The image.
    image: ImageName,
) -> impl IntoView {
    let t = use_locale();
    let key: ImageKey = (organization.clone(), image.clone());
    let target = Target::Image(organization, image);
    let outside = OutsideAccess::new(key.clone());
    outside.follow_accounts();
    let page = Page {
        asked: RwSignal::new(None),
        is_read_only: use_signed_in().write_policy() == WritePolicy::ReadOnly,
        announce: expect_context::<Announce>(),
    };
    provide_context(page);
    let name = visible(target.to_string());
    effect(move || {
        let words = t.words();
        document().set_title(&format!("{} – {}", (words.outside().title)(&name), words.shell.product));
    });
    let reader = outside.shares.reader();
    let of = target.clone();
    view! {
        <TargetHeading target=target.clone()/>
        <ImageTabs target of_sharing=true/>
        <Summary image=key.clone() outside/>
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.lists.filter)/>
            <span class="toolbar__space"></span>
            <span class="status-line"><Freshness reader/></span>
            <RefreshButton reader/>
            <button
                type="button"
                class="button button--primary"
                aria-disabled=page.is_read_only.then_some("true")
                on:click=move |_| page.ask(Asked::Share)
            >
                {t.label(|w| w.outside().share_with)}
            </button>
        </div>
        {data_view(outside.shares, Operation::ListShares, move |fresh| view! { <ShareTable target=of.clone() fresh/> })}
        <p class="note">{t.label(|w| w.outside().note)}</p>
        <Dialogs image=key outside/>
    }
}

#[component]
fn Dialogs(image: ImageKey, outside: OutsideAccess) -> impl IntoView {
    let Page { asked, .. } = expect_context::<Page>();
    let listed = Signal::derive(move || {
        outside.shares.fresh().map_or_else(|| Arc::new(Shares::of(Vec::new(), 0)), |fresh| fresh.value)
    });
    let is_public = Signal::derive(move || outside.is_public());
    let on_close = Callback::new(move |()| asked.set(None));
    let on_done = Callback::new(move |result: OutsideResult| {
        let is_applied = result.is_applied();
        outside.take_in(result.reading);
        if is_applied {
            let _ = asked.try_set(None);
        }
    });
    dynamic(move || {
        let image = image.clone();
        match asked.get() {
            None => ().into_any(),
            Some(Asked::Share) => {
                view! { <ShareDialog image before=None listed is_public on_close on_done/> }.into_any()
            }
            Some(Asked::Change(share)) => {
                view! { <ShareDialog image before=Some(share) listed is_public on_close on_done/> }.into_any()
            }
            Some(Asked::Stop(Share { account, terms, .. })) => {
                let edit = OutsideEdit::Share { account, expected: Some(terms), desired: None };
                view! { <OutsideQuestion image edit on_close on_done/> }.into_any()
            }
        }
    })
}

#[component]
fn ShareTable(target: Target, fresh: Memo<Fresh<Collection<Share>>>) -> impl IntoView {
    let t = use_locale();
    let listing = Listing::new(
        columns(),
        move || fresh.with(|fresh| Arc::clone(&fresh.value.items)),
        || |_: &Share| true,
    );
    let name = visible(target.to_string());
    let label = t.format(move |w| (w.outside().table)(&name));
    let of = OfShares { target, listing, fresh };
    view! {
        <CollectionTable
            fresh
            listing
            label
            class="table--shares"
            none=t.prop(|w| w.outside().none)
            none_means=t.prop(|w| w.outside().none_means)
            count=t.format(move |w| (w.outside().count)(listing.count(), listing.len()))
        >
            <Export of=of.clone()/>
        </CollectionTable>
    }
}

fn columns() -> Vec<Column<Share>> {
    let t = use_locale();
    vec![
        Column::new(
            t.prop(|w| w.outside().account),
            |share: &Share| view! { <Name text=share.account.to_string()/> },
        )
        .sorted("name", SortBy::Name),
        Column::new(t.prop(|w| w.outside().access), permit).style(CellStyle::Labelled("")),
        Column::new(t.prop(|w| w.outside().until), until)
            .style(CellStyle::Labelled(""))
            .sorted("until", SortBy::Value(|a, b| order(&a.terms.until).cmp(&order(&b.terms.until)))),
        Column::new(
            t.prop(|w| w.outside().description),
            |share: &Share| view! { <Name text=share.terms.description.clone()/> },
        )
        .style(CellStyle::Labelled("")),
        Column::new(
            t.prop(|w| w.changes().actions),
            |share: &Share| view! { <Actions share=share.clone()/> },
        ),
    ]
}

fn permit(share: &Share) -> AnyView {
    let t = use_locale();
    let permit = share.permit.clone();
    dynamic(move || match permit.as_deref() {
        Some("read") => t.words().outside().pull.to_owned(),
        Some(other) => (t.words().levels.unknown)(&visible(other)),
        None => t.words().levels.missing.to_owned(),
    })
}

fn until(share: &Share) -> AnyView {
    let t = use_locale();
    let until = share.terms.until.clone();
    let is_over = until.is_over(now()) == Some(true);
    let said = move || {
        let words = t.words();
        match (&until, until.last_day()) {
            (Until::NoEnd, _) => words.outside().no_end.to_owned(),
            (_, Some(day)) => day,
            (Until::Odd(text), _) if text.is_empty() => words.levels.missing.to_owned(),
            (Until::Odd(text), _) => (words.levels.unknown)(&visible(text)),
            (Until::End(_), None) => String::new(),
        }
    };
    let expired = is_over
        .then(|| view! { " " <span class="badge badge--warning">{t.label(|w| w.outside().expired)}</span> });
    view! { <span class="tabular">{dynamic(said)}</span> {expired} }.into_any()
}

/// Odd values first, then by the end; no end comes last.
const fn order(until: &Until) -> (u8, i64) {
    match until {
        Until::Odd(_) => (0, 0),
        Until::End(end) => (1, end.0),
        Until::NoEnd => (2, 0),
    }
}

#[component]
fn Actions(share: Share) -> impl IntoView {
    let t = use_locale();
    let page = expect_context::<Page>();
    let account = StoredValue::new(visible(share.account.as_str()));
    let share = StoredValue::new(share);
    let locked = page.is_read_only.then_some("true");
    view! {
        <button
            type="button"
            class="button button--row"
            aria-label=move || account.with_value(|account| (t.words().outside().change_of)(account))
            aria-disabled=locked
            on:click=move |_| page.ask(Asked::Change(share.get_value()))
        >
            {t.label(|w| w.changes().change)}
        </button>
        " "
        <button
            type="button"
            class="button button--row"
            aria-label=move || account.with_value(|account| (t.words().outside().stop_of)(account))
            aria-disabled=locked
            on:click=move |_| page.ask(Asked::Stop(share.get_value()))
        >
            {t.label(|w| w.outside().stop)}
        </button>
    }
}
