//! `…/images/{image}` and `…/members`: who may do what with an image or organization.

#[allow(dead_code, reason = "the switch to it is still to be built")]
mod effective;
mod head;
mod rows;
mod table;
mod toolbar;

use std::collections::HashSet;
use std::time::Duration;

use leptos::prelude::*;

use crate::api::Operation;
use crate::api::error::Kind;
use crate::components::announcer::Announce;
use crate::components::when::When;
use crate::domain::access::AccessList;
use crate::domain::names::{OrganizationName, Target, UserId};
use crate::domain::people::NewGrant;
use crate::domain::policy::OrganizationRight;
use crate::paths::Query;
use crate::state::loader::Loader;
use crate::state::navigation::Navigation;
use crate::state::people::SeenPeople;
use crate::state::signed_in::use_signed_in;
use crate::words::{Speech, use_speech};

use super::grant::GrantDialog;
use super::list_tools::clear_filters;
use super::region::region;

use rows::Rows;

/// How long rows that were granted just now stay marked.
const MARKED: Duration = Duration::from_secs(6);

/// What the parts of the page share: a context, since it is what all of them are parts of.
#[derive(Clone, Copy)]
struct AccessPage {
    target: StoredValue<Target>,
    list: Loader<Target, AccessList>,
    /// People whose rows are marked, because they were granted something just now.
    marked: RwSignal<HashSet<UserId>>,
    /// Whether the first of them is still to be brought into sight.
    reveal: RwSignal<bool>,
    granting: RwSignal<bool>,
    rows: Rows,
}

impl AccessPage {
    fn target(self) -> Target {
        self.target.get_value()
    }

    fn kind(self) -> Kind {
        self.target.with_value(Kind::of)
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
    let session = use_signed_in();
    let seen = expect_context::<SeenPeople>();
    let key = target.clone();
    let caller = session.caller().id;
    let list = Loader::new(
        session,
        move || key.clone(),
        move |client, target, cancel| {
            let caller = caller.clone();
            async move {
                let list = AccessList::assemble(client.access(&target, &cancel).await?, &caller);
                seen.note(&list);
                Ok(list)
            }
        },
    );
    let page = AccessPage {
        target: StoredValue::new(target.clone()),
        list,
        marked: RwSignal::new(HashSet::new()),
        reveal: RwSignal::new(false),
        granting: RwSignal::new(false),
        rows: Rows::new(list),
    };
    provide_context(page);
    let right = organization_right(target.organization().clone());
    let on_granted = granted();
    view! {
        <head::Head/>
        <toolbar::Toolbar/>
        {region(list, Operation::QueryAccess(Kind::of(&target)), move |fresh| view! { <table::AccessTable fresh/> })}
        <When holds=Signal::derive(move || page.granting.get())>
            <GrantDialog
                target=page.target()
                list=Signal::derive(move || list.fresh().map(|fresh| fresh.value))
                right=Signal::derive(move || right.fresh().map_or(OrganizationRight::NotKnown, |fresh| (*fresh.value).clone()))
                on_close=Callback::new(move |()| page.granting.set(false))
                on_failed=Callback::new(move |()| list.refresh())
                on_granted
            />
        </When>
    }
}

/// The caller's right on the organization, for advice. That it can't be read is no fault worth a word.
fn organization_right(organization: OrganizationName) -> Loader<OrganizationName, OrganizationRight> {
    Loader::new(
        use_signed_in(),
        move || organization.clone(),
        |client, organization, cancel| async move { client.organization_right(&organization, &cancel).await },
    )
}

/// What happens after a grant: the list is read again, the new rows can be seen and are marked, and it is said.
fn granted() -> Callback<Vec<NewGrant>> {
    let (t, page) = (use_speech(), use_page());
    let announce = expect_context::<Announce>();
    let navigation = expect_context::<Navigation>();
    Callback::new(move |grants: Vec<NewGrant>| {
        page.granting.set(false);
        announce.say(sentence(t, page.kind(), &grants));
        if grants.iter().any(|grant| is_hidden(grant, &navigation.query().get_untracked())) {
            clear_filters(navigation);
        }
        page.marked.set(grants.into_iter().map(|grant| grant.id).collect());
        page.reveal.set(true);
        set_timeout(
            move || {
                let _ = page.marked.try_update(HashSet::clear);
            },
            MARKED,
        );
        page.list.refresh();
    })
}

/// Whether search or level keep the row of a new grant out of sight.
fn is_hidden(grant: &NewGrant, query: &Query) -> bool {
    let search = query.search.trim().to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&search);
    query.level.is_some_and(|level| level != grant.level)
        || !(holds(grant.name.as_str()) || holds(grant.id.as_str()))
}

/// The documented text, then the fact.
fn sentence(t: Speech, kind: Kind, grants: &[NewGrant]) -> String {
    let words = t.now();
    let fact = match grants {
        [one] => (words.grant.granted_one)(words.levels.name(one.level), one.name.as_str()),
        many => (words.grant.granted_many)(many.len()),
    };
    untrack(|| join(t, (words.grant.created)(kind), &fact))
}

/// Puts two sentences behind one another. The documented Chinese texts have no full stop.
fn join(t: Speech, first: &str, second: &str) -> String {
    match t.language() {
        crate::words::Language::English => format!("{first} {second}"),
        crate::words::Language::Chinese => format!("{first}。{second}"),
    }
}
