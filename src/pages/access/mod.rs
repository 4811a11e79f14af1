//! `…/images/{image}` and `…/members`: who may do what with an image or organization.

mod account;
mod bar;
mod changes;
mod columns;
mod effective;
mod export;
mod granted;
mod head;
mod not_printed;
mod notices;
mod permission_list;
mod row_controls;
mod rows;
mod selection;
mod table;
mod toolbar;
mod user_table;
mod writing;

use std::sync::Arc;

use crate::config::WritePolicy;
use crate::view::prelude::*;

use crate::state::account_users::AccountUsers;
use crate::state::known_users::KnownUsers;
use crate::state::load::Fresh;
use crate::state::loader::Loader;
use crate::state::readings::Readings;
use crate::state::session::signed_in::use_signed_in;
use crate::state::unsaved::Unsaved;
use domain::model::access::{AccessEntry, AccessList};
use domain::model::names::{OrganizationName, Target, UserId};
use domain::model::operation::Kind;
use domain::model::operation::Operation;
use domain::model::policy::{MayGrant, OrganizationRight, may_grant};
use domain::outside::reach::Reach;
use domain::text::export::Table;

use super::data_view::data_view;
use super::listing::Listing;
use super::parts::{Parts, dialog_of, use_parts, view_of};

pub use effective::{EffectiveTable, EffectiveTableProps};
pub(in crate::pages) use writing::{asking, granting, request, results, save};

pub(in crate::pages) use changes::Changes;
pub(in crate::pages) use columns::id_column;
pub(in crate::pages) use export::kinds_of_permissions;
pub(in crate::pages) use head::TargetHeading;
use permission_list::PermissionList;
use rows::access_rows;

/// What the parts of the page share: a context, since it is what all of them are parts of.
#[derive(Clone, Copy)]
pub(in crate::pages) struct AccessPage {
    list: PermissionList,
    granting: RwSignal<bool>,
    /// Whether the table shows what everyone may do in the end, and not only the target's own list.
    effective: RwSignal<bool>,
    /// The rows of effective access for a file, once that view is drawn.
    effective_table: StoredValue<Option<Callback<(), Table>>>,
    /// Who reaches the image from outside, as far as is known.
    reach: RwSignal<Option<Reach>>,
    rows: Listing<AccessEntry>,
    changes: Changes,
    /// The account's users, where they may be read.
    users: AccountUsers,
    /// Whether the caller may write here, as far as is known.
    may: Signal<MayGrant>,
}

impl AccessPage {
    fn target(self) -> Target {
        self.list.target()
    }

    fn kind(self) -> Kind {
        self.list.kind()
    }

    /// Whether the console is one that changes nothing.
    fn is_read_only(self) -> bool {
        self.changes.writer.policy() == WritePolicy::ReadOnly
    }

    /// Why nothing can be changed here: the console is read-only, or the lists show no right to change anything and the user
    /// has not chosen to try anyway.
    fn lock(self) -> Option<&'static str> {
        let words = self.changes.t.words().changes();
        if self.is_read_only() {
            return Some(words.read_only);
        }
        let is_locked = self.may.get() == MayGrant::NotByWhatIsListed && !self.changes.override_advice.get();
        is_locked.then(|| (words.may_not)(self.kind()))
    }

    /// Says so if that is the case, in answer to a click, and returns whether it is.
    fn refuses(self) -> bool {
        let why = untrack(|| self.lock());
        if let Some(why) = why {
            self.changes.say(why);
        }
        why.is_some()
    }

    /// Opens the grant dialog. What is listed here is only advice for that.
    fn grant(self) {
        if self.is_read_only() {
            self.refuses();
        } else {
            self.granting.set(true);
        }
    }
}

fn use_page() -> AccessPage {
    expect_context::<AccessPage>()
}

/// The page of a target.
#[component]
pub fn Access(
    /// What the permissions are on.
    target: Target,
) -> impl IntoView {
    let list = access_list(target.clone());
    let right = organization_right(target.organization().clone());
    let known_right =
        move || right.fresh().map_or(OrganizationRight::NotKnown, |fresh| (*fresh.value).clone());
    let of = target.clone();
    let may = Memo::new(move |_| match list.fresh() {
        Some(fresh) => may_grant(&of, &fresh.value, &known_right()),
        None => MayGrant::CannotTell,
    });
    let users = expect_context::<AccountUsers>();
    let Parts { granting, changing, .. } = use_parts();
    effect(move || {
        // Never before: the table must not wait for it.
        if list.fresh().is_some() {
            users.need();
            granting.fetch_ahead();
        }
    });
    let permissions = PermissionList::new(target.clone(), list);
    let page = AccessPage {
        list: permissions,
        granting: RwSignal::new(false),
        effective: RwSignal::new(false),
        effective_table: StoredValue::new(None),
        reach: RwSignal::new(None),
        rows: access_rows(list, users.directory()),
        users,
        changes: Changes::new(permissions),
        may: may.into(),
    };
    provide_context(page);
    let Changes { editing, writer, .. } = page.changes;
    let is_changed =
        move || editing.with(|editing| editing.as_ref().is_some_and(|edit| edit.action().is_some()));
    // What is on its way is not lost.
    let is_staged = move || is_changed() && !writer.is_running();
    expect_context::<Unsaved>().watch(Signal::derive(is_staged));
    let present = Signal::derive(move || list.fresh().map(|fresh| fresh.value));
    let stop_granting = Callback::new(move |()| page.granting.set(false));
    let stop_asking = Callback::new(move |()| page.changes.asking.set(None));
    view! {
        <head::Head/>
        <toolbar::Toolbar/>
        <bar::Bar/>
        <notices::Notices/>
        <Show when=Signal::derive(move || page.granting.get())>
            {dialog_of(granting, stop_granting, move |part| (part.dialog)(page, present, stop_granting))}
        </Show>
        {dynamic(move || page.changes.asking.get().map(|question| {
            dialog_of(changing, stop_asking, move |part| (part.ask)(page, question.clone(), present, stop_asking))
        }))}
        {data_view(page.list.loader, Operation::QueryAccess(Kind::of(&target)), move |fresh| view! { <Content fresh/> })}
    }
}

/// The list of a target. Anyone who is on it can be suggested in the grant dialog from then on.
fn access_list(target: Target) -> Loader<Target, AccessList> {
    let session = use_signed_in();
    let (seen, readings) = (expect_context::<KnownUsers>(), expect_context::<Readings>());
    let caller = session.caller().id;
    let reading = readings.latest(&target);
    let loader = Loader::new(
        session,
        move || target.clone(),
        move |client, target, cancel| {
            let caller = caller.clone();
            async move {
                let list = client.access(&target, &caller, &cancel).await?;
                seen.note(&list);
                readings.note(&target, Arc::new(list.clone()));
                Ok(list)
            }
        },
    );
    if let Some(reading) = reading {
        loader.begin_with(reading);
    }
    loader
}

/// The caller's right on the organization, for advice. That it can't be read is no fault worth a word.
fn organization_right(organization: OrganizationName) -> Loader<OrganizationName, OrganizationRight> {
    Loader::new(
        use_signed_in(),
        move || organization.clone(),
        |client, organization, cancel| async move { client.organization_right(&organization, &cancel).await },
    )
}

/// The list, or what follows from it together with the organization's.
#[component]
fn Content(fresh: Memo<Fresh<AccessList>>) -> impl IntoView {
    let page = use_page();
    let of = move |id: &UserId| {
        if page.refuses() {
            return None;
        }
        fresh.with_untracked(|fresh| fresh.value.of(id).cloned())
    };
    let revoke = Callback::new(move |id: UserId| {
        if let Some(grant) = of(&id) {
            page.changes.ask_to_revoke(&grant);
        }
    });
    let change = Callback::new(move |id: UserId| {
        if let Some(grant) = of(&id) {
            page.effective.set(false);
            page.changes.edit(&grant);
        }
    });
    let grant = Callback::new(move |()| page.grant());
    let reports = use_parts().reports;
    dynamic(move || {
        if page.effective.get() {
            view_of(reports, move |reports| {
                (reports.effective)(EffectiveTableProps {
                    target: page.target(),
                    image: fresh,
                    on_revoke: revoke,
                    on_change: change,
                    on_grant: grant,
                })
            })
        } else {
            view! { <table::AccessTable fresh/> }.into_any()
        }
    })
}
