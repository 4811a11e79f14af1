//! The account's users as IAM lists them, read once in a session, when someone first needs them. Most users may not
//! read that list, which is no fault: then the people seen on permission lists are all that is known.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::ApiError;
use crate::words::Language;
use domain::grant::directory::Directory;
use domain::model::user::ListedUsers;

use super::collation::collation;
use super::known_users::KnownUsers;
use super::loader::Loader;
use super::session::signed_in::use_signed_in;

type Users = Loader<(), ListedUsers>;

/// See the module.
#[derive(Clone, Copy)]
pub struct AccountUsers {
    /// `None` until the users are needed.
    users: RwSignal<Option<Users>>,
    /// The session's: the list lives longer than the page that first needs it.
    owner: StoredValue<Option<Owner>>,
    directory: Memo<Arc<Directory>>,
}

impl AccountUsers {
    /// Nothing is read yet.
    pub fn new(seen: KnownUsers, language: Signal<Language>) -> Self {
        let users = RwSignal::new(None::<Users>);
        let directory = Memo::new(move |_| {
            let fresh = users.get().and_then(Users::fresh);
            let account = fresh.as_ref().map(|fresh| &*fresh.value);
            Arc::new(Directory::new(account, seen.all(), collation(language.get())))
        });
        Self { users, owner: StoredValue::new(Owner::current()), directory }
    }

    /// Has the users read, unless that has begun.
    pub fn need(self) {
        if self.users.try_with_untracked(Option::is_some) != Some(false) {
            return;
        }
        let Some(owner) = self.owner.try_get_value().flatten() else { return };
        let users = owner.with(|| {
            Loader::new(
                use_signed_in(),
                || (),
                |client, (), cancel| async move { client.users(&cancel).await },
            )
        });
        self.users.set(Some(users));
    }

    /// Everyone who is known; follows what is read.
    pub fn directory(self) -> Signal<Arc<Directory>> {
        self.directory.into()
    }

    /// Why the list could not be read.
    pub fn error(self) -> Option<ApiError> {
        self.users.get()?.state().error().cloned()
    }
}
