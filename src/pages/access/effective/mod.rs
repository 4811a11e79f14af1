//! "Effective access": what each person may do with an image, from its own list and from the organization's.
//!
//! The organization's list and who reaches the image from outside are read only while this view is on the screen, and
//! again whenever the image's list was read again. Most users may not read the organization's; then the view says
//! what that leaves open.

mod cells;
mod columns;
mod notes;

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::heading::focus_heading;
use crate::components::waiting::Waiting;
use crate::components::windowed::use_windowed;
use crate::pages::listing::Listing;
use crate::pages::save::listing_file;
use crate::state::load::{Fresh, Load, Status};
use crate::state::loader::Loader;
use crate::state::outside::OutsideAccess;
use crate::words::use_locale;
use domain::effective::{EFFECTIVE_COLUMNS, EffectiveAccess, EffectiveRow, OrganizationPart, effective_row};
use domain::model::access::AccessList;
use domain::model::names::{Target, UserId};
use domain::outside::reach::Reach;
use domain::text::reveal::visible;

use super::not_printed::NotPrinted;
use super::rows::user_filter;
use super::user_table::UserTable;
use super::{access_list, use_page};

/// What the parts of the view share: a context, like that of the page.
#[derive(Clone, Copy)]
struct View {
    target: StoredValue<Target>,
    image: Memo<Fresh<AccessList>>,
    organization: Loader<Target, AccessList>,
    /// The organization's list, apart from the state of its loader: rows follow the data alone.
    list: Memo<Option<Fresh<AccessList>>>,
    outside: OutsideAccess,
    access: Memo<EffectiveAccess>,
    rows: Listing<EffectiveRow>,
    on_revoke: Callback<UserId>,
    on_change: Callback<UserId>,
    on_grant: Callback<()>,
}

impl View {
    fn organization_name(self) -> String {
        self.target.with_value(|target| visible(target.organization().as_str()))
    }

    /// How many entries of either list could not be read.
    fn unreadable(self) -> Signal<usize> {
        Signal::derive(move || {
            let organization = self.list.with(|list| list.as_ref().map_or(0, |fresh| fresh.value.unreadable));
            organization + self.image.with(|image| image.value.unreadable)
        })
    }
}

fn use_view() -> View {
    expect_context::<View>()
}

/// Who may do what with an image in the end, and why.
#[component]
pub fn EffectiveTable(
    /// The image.
    target: Target,
    /// Its own list.
    image: Memo<Fresh<AccessList>>,
    /// Someone's permission on the image is to be taken away.
    on_revoke: Callback<UserId>,
    /// Someone's permission on the image is to be changed.
    on_change: Callback<UserId>,
    /// A permission on the image is to be granted.
    on_grant: Callback<()>,
) -> impl IntoView {
    let organization = access_list(Target::Organization(target.organization().clone()));
    let Target::Image(name, label) = target.clone() else { return ().into_any() };
    let outside = OutsideAccess::new((name, label));
    read_along(image, use_page().reach, organization, outside);
    // What was read before says nothing any more to someone who may no longer read it.
    let list = Memo::new(move |_| match organization.state() {
        Load::Stale(_, error) if error.is_denied() => None,
        state => state.data().cloned(),
    });
    let access = Memo::new(move |_| {
        let part = match list.get() {
            Some(fresh) => OrganizationPart::Known(fresh.value),
            None => OrganizationPart::NotKnown,
        };
        image.with(|image| EffectiveAccess::new(&image.value, &part))
    });
    let filter = user_filter(use_page().users.directory());
    let all = move || access.with(|access| Arc::clone(&access.rows));
    let rows = Listing::new(columns::columns(), all, move || {
        let filter = filter();
        move |row: &EffectiveRow| filter.fits(row)
    });
    let target = StoredValue::new(target);
    use_page().effective_table.set_value(Some(Callback::new(move |()| {
        let read_at = image.with_untracked(|fresh| fresh.at);
        let row = |row: &EffectiveRow| target.with_value(|target| effective_row(target, row));
        listing_file(rows, "effective_access", &EFFECTIVE_COLUMNS, Some(read_at), row)
    })));
    provide_context(View {
        target,
        image,
        organization,
        list,
        outside,
        access,
        rows,
        on_revoke,
        on_change,
        on_grant,
    });
    // Only the first answer is waited for. Later ones change what is there.
    let waits = Memo::new(move |earlier: Option<&bool>| {
        let is_first = organization.reader().status() == Status::First;
        is_first && earlier != Some(&false)
    });
    let on_cancel = Callback::new(move |()| {
        focus_heading();
        organization.reader().cancel();
    });
    dynamic(move || {
        if waits.get() {
            view! { <Waiting on_cancel/> }.into_any()
        } else {
            view! {
                <notes::Above/>
                <Table/>
                <notes::Below/>
            }
            .into_any()
        }
    })
}

/// Reads everything again after the image's list was, or once the head of the page shows something else about access from
/// outside: the parts are to be of one time.
fn read_along(
    image: Memo<Fresh<AccessList>>,
    reach: RwSignal<Option<Reach>>,
    organization: Loader<Target, AccessList>,
    outside: OutsideAccess,
) {
    let mut earlier = None;
    effect(move || {
        let (at, reach) = (image.get().at, reach.get());
        let is_other = |(earlier, was): (_, Option<Reach>)| earlier != at || (was.is_some() && was != reach);
        if earlier.replace((at, reach)).is_some_and(is_other) {
            organization.reload();
            outside.reload();
        }
    });
}

#[component]
fn Table() -> impl IntoView {
    let t = use_locale();
    let view = use_view();
    let View { target, rows, .. } = view;
    let count = Signal::derive(move || rows.count());
    let windowed = use_windowed(count);
    let label =
        t.format(move |w| target.with_value(|target| (w.effective().title)(&visible(target.to_string()))));
    view! {
        <UserTable
            rows
            label
            class="table--effective"
            windowed
            unreadable=view.unreadable()
            level=|row, words| row.effective.level().map_or("", |level| words.levels.name(level)).to_owned()
        />
        <NotPrinted count windowed/>
    }
}
