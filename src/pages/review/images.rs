//! `/review/images`: all images, those with the same list in one row.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::dialog::Dialog;
use crate::components::name::Name;
use crate::components::switch::switch;
use crate::pages::links::target_link;
use crate::pages::listing::{CellStyle, Column, Listing, SearchField};
use crate::pages::save::listing_file;
use crate::state::navigation::Navigation;
use crate::words::use_locale;
use domain::model::names::Target;
use domain::paths::Query;
use domain::review::matrix::{Rows, View, like};
use domain::review::rows::files::{IMAGE_COLUMNS, image_row};
use domain::review::rows::{ImageRow, images};
use domain::review::snapshot::Snapshot;
use domain::table::rows::SortBy;
use domain::text::reveal::visible;

use super::matrix::{address, link_of_filter};
use super::selecting::Ticked;
use super::table::ReviewTable;
use super::users_of::UsersOf;
use crate::pages::wizards::alike::MakeAlike;

#[component]
pub(super) fn Images(snapshot: Arc<Snapshot>) -> impl IntoView {
    let t = use_locale();
    let are_grouped = RwSignal::new(true);
    let opened = RwSignal::new(None);
    let read_at = snapshot.ended;
    let ticked = Ticked::new(|row: &ImageRow| row.users.and_then(|_| row.images.first()));
    let of_rows = Arc::clone(&snapshot);
    let rows = Memo::new(move |_| images(&of_rows, are_grouped.get()));
    let listing = Listing::new(columns(opened, ticked), move || rows.get(), || |_: &ImageRow| true);
    let file = Callback::new(move |()| {
        listing_file(listing, "reviewed_images", &IMAGE_COLUMNS, Some(read_at), image_row)
    });
    view! {
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.lists.filter)/>
            {link_of_filter(|search| Query { search: search.to_owned(), ..Query::default() })}
            {switch(
                |w| w.review_tables().group,
                move || are_grouped.get(),
                move || are_grouped.update(|on| *on = !*on),
            )}
        </div>
        <MakeAlike snapshot=Arc::clone(&snapshot) listing ticked>{matrix_of_selected(ticked, listing)}</MakeAlike>
        <ReviewTable
            listing
            label=t.prop(|w| w.review().images)
            class="table--groups"
            count=t.format(move |w| (w.review_tables().rows)(listing.count(), listing.len()))
            file
        />
        <Opened snapshot opened/>
    }
}

fn columns(opened: RwSignal<Option<Vec<Target>>>, ticked: Ticked<ImageRow>) -> Vec<Column<ImageRow>> {
    let t = use_locale();
    let users = |row: &ImageRow| row.users.map(|list| (list.users, list.is_at_least));
    let managers = |row: &ImageRow| row.users.map(|list| (list.managers, list.may_more_manage));
    vec![
        Column::new(t.prop(|w| w.review_tables().image), move |row: &ImageRow| {
            view! { {ticked.tick(row)} {names(row, opened)} }
        })
        .named(move |row: &ImageRow| {
            let (name, size) = (visible(row.images.first()?.to_string()), row.images.len());
            let group = (size > 1).then(|| (t.words().review_tables().group_of)(size));
            Some(group.into_iter().chain([name]).collect::<Vec<_>>().join(" "))
        })
        .style(CellStyle::Class("cell-ticked"))
        .sorted("image", SortBy::Name),
        Column::new(t.prop(|w| w.images().visibility), |row: &ImageRow| {
            let (t, visibility) = (use_locale(), row.visibility);
            // Sharing has a column of its own.
            dynamic(move || (t.words().images().reach)(visibility, Some(false)))
        })
        .style(CellStyle::Labelled(""))
        .sorted("visibility", SortBy::Value(|a, b| a.visibility.cmp(&b.visibility))),
        Column::new(t.prop(|w| w.review_tables().shared_with), |row: &ImageRow| {
            let (t, shared) = (use_locale(), row.shared);
            dynamic(move || (t.words().review_tables().shared)(shared))
        })
        .style(CellStyle::Labelled(""))
        .sorted("shared", SortBy::Value(|a, b| a.shared.cmp(&b.shared))),
        Column::new(t.prop(|w| w.lists.users), move |row: &ImageRow| count(users(row)))
            .style(CellStyle::Numeric)
            .sorted("users", SortBy::Value(|a, b| a.users.cmp(&b.users))),
        Column::new(t.prop(|w| w.review_tables().managers), move |row: &ImageRow| count(managers(row)))
            .style(CellStyle::Numeric)
            .sorted(
                "managers",
                SortBy::Value(|a, b| {
                    a.users.map(|list| list.managers).cmp(&b.users.map(|list| list.managers))
                }),
            ),
    ]
}

/// A number, and whether it may be more, or that it was not read.
fn count(number: Option<(usize, bool)>) -> AnyView {
    let t = use_locale();
    match number {
        Some((number, is_at_least)) => {
            let number = u64::try_from(number).unwrap_or(u64::MAX);
            dynamic(move || (t.words().review_tables().count)(number, is_at_least))
        }
        None => view! { <span class="muted">{t.label(|w| w.review().not_read)}</span> }.into_any(),
    }
}

/// The image, or the group: its size, which opens it, and one of its images.
fn names(row: &ImageRow, opened: RwSignal<Option<Vec<Target>>>) -> AnyView {
    let images = row.images.clone();
    let Some(first) = images.first().cloned() else { return ().into_any() };
    let t = use_locale();
    let (size, name) = (images.len(), first.to_string());
    if size == 1 {
        let users = row.users.map(|_| {
            let name = visible(&name);
            view! {
                <button
                    type="button"
                    class="button button--row"
                    aria-label=move || (t.words().wizards().users_of)(&name)
                    on:click=move |_| opened.set(Some(images.clone()))
                >
                    {t.label(|w| w.wizards().users)}
                </button>
                " "
            }
        });
        return view! { {users} {target_link(&first)} }.into_any();
    }
    view! {
        <button type="button" class="button button--row" on:click=move |_| opened.set(Some(images.clone()))>
            {dynamic(move || (t.words().review_tables().group_of)(size))}
        </button>
        " "
        <Name text=name/>
    }
    .into_any()
}

/// The image, or the images of the group, that was opened, and who is on its list.
#[component]
fn Opened(snapshot: Arc<Snapshot>, opened: RwSignal<Option<Vec<Target>>>) -> impl IntoView {
    let t = use_locale();
    let close = Callback::new(move |()| opened.set(None));
    dynamic(move || {
        opened.get().map(|images| {
            let size = images.len();
            let snapshot = Arc::clone(&snapshot);
            let only = images.first().filter(|_| size == 1).map(|image| visible(image.to_string()));
            let title = t.format(move |w| match &only {
                Some(image) => (w.wizards().users_of)(image),
                None => (w.review_tables().group_of)(size),
            });
            let link = |image: &Target| view! { <li>{target_link(image)}</li> };
            let to_matrix = images.first().map(matrix_of);
            view! {
                <Dialog title on_dismiss=close>
                    <div class="dialog__body">
                        <ul class="group">{images.iter().map(link).collect_view()}</ul>
                        <UsersOf snapshot images/>
                        <div class="dialog__foot">
                            {to_matrix}
                            <button type="button" class="button" on:click=move |_| close.run(())>
                                {t.label(|w| w.review_tables().close)}
                            </button>
                        </div>
                    </div>
                </Dialog>
            }
        })
    })
}

/// The link to the matrix of the rows that are selected, once there are any.
fn matrix_of_selected(ticked: Ticked<ImageRow>, listing: Listing<ImageRow>) -> AnyView {
    let (t, navigation) = (use_locale(), expect_context::<Navigation>());
    let term = |row: &ImageRow| match &*row.images {
        [image] => Some(image.to_string()),
        images => images.first().map(like),
    };
    dynamic(move || {
        let terms: Vec<String> = ticked.rows(listing).iter().filter_map(term).collect();
        (!terms.is_empty()).then(|| {
            let query = Query { search: terms.join(","), ..Query::default() };
            let href = move || address(navigation, |_| query.clone());
            view! { <a class="button" href=href>{t.label(|w| w.matrix().of_selected)}</a> }
        })
    })
    .into_any()
}

/// The link to the matrix of the images with the same list as this one, each in a row.
fn matrix_of(image: &Target) -> AnyView {
    let (t, navigation) = (use_locale(), expect_context::<Navigation>());
    let show = View { rows: Rows::Single, ..View::default() }.key();
    let query = Query { search: like(image), show: show.to_owned(), ..Query::default() };
    let href = move || address(navigation, |_| query.clone());
    view! { <a class="button" href=href>{t.label(|w| w.matrix().to_matrix)}</a> }.into_any()
}
