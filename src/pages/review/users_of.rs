//! Who is on the list that some images have in common, with what is staged there, and staging for all of them.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::level::PermissionLabel;
use crate::components::name::Name;
use crate::words::use_locale;
use domain::model::level::{Level, Permission};
use domain::model::names::Target;
use domain::model::user::Person;
use domain::plan::by_hand::on_list;
use domain::review::snapshot::Snapshot;
use domain::text::reveal::visible;

use crate::pages::wizards::by_hand::{Asked, StageByHand, row_buttons, staged_words};

#[component]
pub(super) fn UsersOf(
    snapshot: Arc<Snapshot>,
    /// The images, which have the same list.
    images: Vec<Target>,
) -> impl IntoView {
    let t = use_locale();
    let asked = RwSignal::new(None);
    let users = images.first().map(|first| on_list(&snapshot, first)).unwrap_or_default();
    let is_empty = users.is_empty();
    // Who is in an entry that can't be read is on the list, too.
    let unreadable = images.first().and_then(|first| {
        let subject = snapshot.subject(snapshot.place(first)?)?;
        (subject.reading.unreadable() > 0).then(|| (first.clone(), subject.reading.clone()))
    });
    let targets = images.clone();
    let row = move |(user, permission): (Person, Permission)| row(targets.clone(), user, permission, asked);
    let another = move |_| {
        asked.set(Some(Asked { targets: images.clone(), user: None, desired: Some(Level::Read) }));
    };
    view! {
        {(is_empty && unreadable.is_none()).then(|| view! { <p class="note">{t.label(|w| w.wizards().nobody)}</p> })}
        {unreadable.map(|(image, reading)| view! {
            <p class="note note--warning">{dynamic(move || (t.words().review().unread)(&image, &reading))}</p>
        })}
        {(!is_empty).then(|| view! {
            <div class="scroll">
                <table class="glance" aria-label=t.label(|w| w.wizards().users)>
                    <thead>
                        <tr>
                            <th scope="col">{t.label(|w| w.access().user)}</th>
                            <th scope="col">{t.label(|w| w.access().permission)}</th>
                            <th scope="col">{t.label(|w| w.changes().actions)}</th>
                        </tr>
                    </thead>
                    <tbody>{users.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        })}
        <div>
            <button type="button" class="button" on:click=another>{t.label(|w| w.wizards().another_user)}</button>
        </div>
        <StageByHand snapshot asked/>
    }
}

fn row(
    targets: Vec<Target>,
    user: Person,
    permission: Permission,
    asked: RwSignal<Option<Asked>>,
) -> AnyView {
    let (name, id) = (user.name.to_string(), user.id.clone());
    let about = Asked { targets: targets.clone(), user: Some(user), desired: permission.level() };
    view! {
        <tr>
            <th scope="row"><Name text=name.clone()/></th>
            <td><PermissionLabel permission/> " " {staged_words(targets, id.clone())}</td>
            <td>{row_buttons(asked, about, id, visible(&name))}</td>
        </tr>
    }
    .into_any()
}
