//! The digest of the state in a snapshot: the same for the same state, whenever and by whom it was read.
//!
//! It is the SHA-256 of the lines of the lists, users, organizations and images, as serde writes them (characters that can't
//! be seen are no escapes), without `read` and `appeared`, and with user ids in small letters and without the hyphens of a
//! UUID. What was deleted while it was read is left out: it is no more.

use domain::model::level::Permission;
use domain::review::snapshot::{KnownUser, Lists, Reading, Snapshot, Subject, UserNumber};

use super::digest::{ContentDigest, Hasher};
use super::wire::held::Grant;
use super::wire::lists::ListsLine;
use super::wire::subject::SubjectLine;
use super::wire::user::UserLine;
use super::wire::{Form, write};

/// The digest of a snapshot's state. It takes time in proportion to the grants.
pub fn content(snapshot: &Snapshot) -> ContentDigest {
    let mut content = Content::default();
    content.lists(&snapshot.lists);
    for user in snapshot.people().all() {
        content.user(user);
    }
    for (place, subject) in snapshot.subjects().iter().enumerate() {
        content.subject(subject, snapshot.list(place));
    }
    content.digest()
}

/// The same, part by part in the order of a file.
#[derive(Debug, Default)]
pub(super) struct Content {
    hasher: Hasher,
    /// The ids of the users that have come, in the one form that all forms of an id have.
    ids: Vec<String>,
    line: Vec<u8>,
}

impl Content {
    pub(super) fn lists(&mut self, lists: &Lists) {
        write(&mut self.line, &ListsLine::of(lists, Form::Content));
        self.take();
    }

    pub(super) fn user(&mut self, user: &KnownUser) {
        let id = String::from_utf8_lossy(&user.id.order()).into_owned();
        write(&mut self.line, &UserLine::of(user, &id));
        self.ids.push(id);
        self.take();
    }

    pub(super) fn subject<'a>(
        &mut self,
        subject: &Subject,
        list: impl Iterator<Item = (UserNumber, &'a Permission)>,
    ) {
        if subject.reading == Reading::Gone {
            return;
        }
        let grant = |(user, permission): (UserNumber, &'a Permission)| {
            Some(Grant(self.ids.get(user.index())?.into(), permission.into()))
        };
        let grants = list.filter_map(grant).collect();
        write(&mut self.line, &SubjectLine::of(subject, grants, Form::Content));
        self.take();
    }

    pub(super) fn digest(&self) -> ContentDigest {
        ContentDigest::of(&self.hasher)
    }

    fn take(&mut self) {
        self.hasher.take(&self.line);
        self.line.clear();
    }
}
