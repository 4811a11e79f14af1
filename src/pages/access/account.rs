//! What the account's users say about the people of a permission table: marks beside a name, and the filter for them.

use crate::view::prelude::*;

use crate::components::choice::Choice;
use crate::state::navigation::Navigation;
use crate::words::{Words, use_locale};
use domain::grant::directory::AccountFilter;
use domain::model::names::{UserId, UserName};
use domain::table::show::Show;

use super::use_page;

/// The user whose marks are shown. Empty for your own row and for a row without an id: neither has marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AccountUser(Option<(UserId, Option<UserName>)>);

impl AccountUser {
    pub(super) fn new(id: Option<UserId>, name: Option<UserName>, is_own: bool) -> Self {
        Self(id.filter(|_| !is_own).map(|id| (id, name)))
    }
}

/// The marks beside someone's name.
#[component]
pub(super) fn AccountMarks(#[prop(into)] user: Signal<AccountUser>) -> impl IntoView {
    let (t, page) = (use_locale(), use_page());
    let directory = page.users.directory();
    let notes = Memo::new(move |_| {
        let AccountUser(user) = user.get();
        let notes = user.map(|(id, name)| directory.with(|directory| directory.notes(&id, name.as_ref())));
        notes.unwrap_or_default()
    });
    dynamic(move || {
        let words = t.words().access();
        let mark = |note| {
            view! { " " <span class="badge badge--warning" title=(words.account_note_means)(&note)>{(words.account_note)(&note)}</span> }
        };
        notes.get().into_iter().map(mark).collect_view()
    })
}

fn filter_word(show: Option<Show>, words: &'static Words) -> String {
    (words.access().account_filter_word)(show.and_then(Show::account)).to_owned()
}

/// The filter, where there is someone whom it finds.
#[component]
pub(super) fn AccountChoice() -> impl IntoView {
    let (t, page) = (use_locale(), use_page());
    let navigation = expect_context::<Navigation>();
    // A memo, so that a key in the search does not look up every user of the list again.
    let show = Memo::new(move |_| navigation.query().with(|query| Show::from_key(&query.show)));
    let is_of_use = Memo::new(move |_| {
        let directory = page.users.directory().get();
        let finds =
            |id: &UserId| AccountFilter::ALL.iter().any(|filter| directory.lets_through(*filter, Some(id)));
        let list = page.list.fresh();
        show.get().is_some()
            || list.is_some_and(|fresh| {
                fresh.value.others.iter().filter_map(|grant| grant.id.as_ref()).any(finds)
            })
    });
    view! {
        <Show when=is_of_use>
            <Choice
                label=t.prop(|w| w.access().account_filter)
                label_hidden=true
                options=vec![None, Some(Show::Account(AccountFilter::Absent)), Some(Show::Account(AccountFilter::Disabled))]
                word=filter_word
                value=show
                on_choose=Callback::new(move |show| navigation.refine(|query| query.show = Show::key_of(show)))
            />
        </Show>
    }
}
