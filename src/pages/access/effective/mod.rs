//! "Effective access": what each person may do with an image, from its own list and from the organization's.
//!
//! The organization's list and the visibility of the image are read only while this view is on the screen, and
//! again whenever the image's list was read again. Most users may not read the organization's; then the view says
//! what that leaves open.

mod cells;
mod notes;

use crate::view::prelude::*;

use crate::components::copied_rows::copy_rows;
use crate::components::heading::focus_heading;
use crate::components::table::{DataTable, Row, fingerprint};
use crate::components::waiting::Waiting;
use crate::components::windowed::use_windowed;
use crate::pages::save::about;
use crate::state::collation::collation;
use crate::state::load::{Fresh, Load, Status};
use crate::state::loader::Loader;
use crate::state::navigation::Navigation;
use crate::state::session::signed_in::use_signed_in;
use crate::words::use_locale;
use domain::effective::{EFFECTIVE_COLUMNS, EffectiveAccess, OrganizationPart, effective_row};
use domain::model::access::AccessList;
use domain::model::catalog::Visibility;
use domain::model::names::{Target, UserId};
use domain::text::export::{About, Table};
use domain::text::reveal::visible;

use super::placeholders::{NoRows, NotPrinted};
use super::{access_list, use_page};

/// What the parts of the view share: a context, like that of the page.
#[derive(Clone, Copy)]
struct View {
    target: StoredValue<Target>,
    image: Memo<Fresh<AccessList>>,
    organization: Loader<Target, AccessList>,
    /// The organization's list, apart from the state of its loader: rows follow the data alone.
    list: Memo<Option<Fresh<AccessList>>>,
    visibility: Loader<Target, Visibility>,
    access: Memo<EffectiveAccess>,
    /// The places of the rows that fit search and level.
    shown: Memo<Vec<usize>>,
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
pub(super) fn EffectiveTable(
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
    let visibility = visibility(target.clone());
    read_along(image, organization, visibility);
    // What was read before says nothing any more to someone who may no longer read it.
    let list = Memo::new(move |_| match organization.state() {
        Load::Stale(_, error) if error.is_denied() => None,
        state => state.data().cloned(),
    });
    let t = use_locale();
    let access = Memo::new(move |_| {
        let part = match list.get() {
            Some(fresh) => OrganizationPart::Known(fresh.value),
            None => OrganizationPart::NotKnown,
        };
        image.with(|image| EffectiveAccess::new(&image.value, &part, collation(t.language())))
    });
    let navigation = expect_context::<Navigation>();
    let wish =
        Memo::new(move |_| navigation.query().with(|query| (query.search.clone(), query.level, query.show)));
    let directory = use_page().users.directory();
    let shown = Memo::new(move |_| {
        let (search, level, show) = wish.get();
        access.with(|access| {
            let mut rows = access.fitting(&collation(t.language()).search_key(&search), level);
            if let Some(filter) = show {
                let directory = directory.get();
                let row = |index: usize| access.rows.get(index).filter(|row| !row.is_own);
                rows.retain(|index| {
                    row(*index).is_some_and(|row| directory.lets_through(filter, row.id.as_ref()))
                });
            }
            rows
        })
    });
    let target = StoredValue::new(target);
    use_page().effective_table.set_value(Some(Callback::new(move |()| table(target, image, access, shown))));
    provide_context(View {
        target,
        image,
        organization,
        list,
        visibility,
        access,
        shown,
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

/// The rows that are shown, for a file.
fn table(
    target: StoredValue<Target>,
    image: Memo<Fresh<AccessList>>,
    access: Memo<EffectiveAccess>,
    shown: Memo<Vec<usize>>,
) -> Table {
    access.with_untracked(|access| {
        let rows = shown.with_untracked(|shown| {
            let rows = shown.iter().filter_map(|index| access.rows.get(*index));
            target.with_value(|target| rows.map(|row| effective_row(target, row)).collect())
        });
        let about = About {
            sort: String::new(),
            ..about(Some(image.with_untracked(|fresh| fresh.at)), access.rows.len())
        };
        Table { kind: "effective_access", columns: &EFFECTIVE_COLUMNS, rows, about }
    })
}

/// Whether everyone may pull an image.
fn visibility(image: Target) -> Loader<Target, Visibility> {
    Loader::new(
        use_signed_in(),
        move || image.clone(),
        |client, image, cancel| async move { client.image_visibility(&image, &cancel).await },
    )
}

/// Reads everything again after the image's list was: the parts are to be of one time.
fn read_along(
    image: Memo<Fresh<AccessList>>,
    organization: Loader<Target, AccessList>,
    visibility: Loader<Target, Visibility>,
) {
    let mut earlier = None;
    effect(move || {
        let at = image.get().at;
        if earlier.replace(at).is_some_and(|earlier| earlier != at) {
            organization.reload();
            visibility.reload();
        }
    });
}

#[component]
fn Table() -> impl IntoView {
    let t = use_locale();
    let view = use_view();
    let View { target, shown, access, .. } = view;
    let count = Signal::derive(move || shown.with(Vec::len));
    let windowed = use_windowed(count);
    let at = move |position: usize| {
        let index = shown.with(|shown| shown.get(position).copied())?;
        access.with(|access| access.rows.get(index).cloned())
    };
    let row_key = Callback::new(move |position| fingerprint(at(position)));
    let row = Callback::new(move |position| {
        let cells = at(position).map(|row| view! { <cells::Cells row/> });
        Row { cells: cells.into_any(), class: Signal::stored("") }
    });
    let line = Callback::new(move |position| {
        let Some(row) = at(position) else { return String::new() };
        let name = row.names.first().map(ToString::to_string).unwrap_or_default();
        let id = row.id.map(|id| id.to_string()).unwrap_or_default();
        let level = row.effective.level().map_or("", |level| t.untracked().levels.name(level));
        [name.as_str(), id.as_str(), level].join("\t")
    });
    let label =
        t.format(move |w| target.with_value(|target| (w.effective().title)(&visible(target.to_string()))));
    view! {
        <div on:copy=move |event| copy_rows(&event, line)>
        <DataTable label count windowed columns=6 row_key row class="table--effective">
            <th scope="col" role="columnheader">{t.label(|w| w.access().user)}</th>
            <th scope="col" role="columnheader">{t.label(|w| w.access().user_id)}</th>
            <th scope="col" role="columnheader">{t.label(|w| w.effective().organization)}</th>
            <th scope="col" role="columnheader">{t.label(|w| w.effective().image)}</th>
            <th scope="col" role="columnheader">{t.label(|w| w.effective().effective)}</th>
            <th scope="col" role="columnheader">{t.label(|w| w.effective().why)}</th>
        </DataTable>
        </div>
        <Show when=Signal::derive(move || count.get() == 0)>
            <NoRows nobody=Signal::derive(move || access.with(|access| access.rows.is_empty())) unreadable=view.unreadable()/>
        </Show>
        <NotPrinted count windowed/>
    }
}
