//! Writing a file: line by line, so that a page can stop in between.

use serde::Serialize;

use domain::review::findings::Accepted;
use domain::review::snapshot::{Snapshot, UserNumber};

use crate::api::json::visible;

use super::content::Content;
use super::digest::{ContentDigest, FileDigest, Hasher};
use super::sums::Sums;
use super::wire::accepted::AcceptedLine;
use super::wire::end::EndLine;
use super::wire::head::HeadLine;
use super::wire::held::Grant;
use super::wire::lists::ListsLine;
use super::wire::subject::SubjectLine;
use super::wire::user::UserLine;
use super::wire::{self, Form};

/// What the writer has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// The digest of the content.
    pub content: ContentDigest,
    /// The digest of the whole file.
    pub file: FileDigest,
    /// How many bytes the file has. One with more than [`FILE_MOST`](super::FILE_MOST) is not opened again.
    pub bytes: u64,
}

/// The lines of a file, each with its line break. The line of an image takes time in proportion to its grants.
#[derive(Debug)]
pub struct Writer<'a> {
    snapshot: &'a Snapshot,
    accepted: Vec<&'a Accepted>,
    made_by: &'a str,
    previous: Option<FileDigest>,
    next: Next,
    line: Vec<u8>,
    hasher: Hasher,
    bytes: u64,
    content: Content,
    sums: Sums,
}

/// Which line comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Head,
    Lists,
    User(usize),
    Subject(usize),
    Accepted(usize),
    End,
    Nothing,
}

impl<'a> Writer<'a> {
    /// A file of a snapshot and of what was accepted in it. `made_by` names the program; `previous` is the digest of the file
    /// that this one follows.
    pub fn new(
        snapshot: &'a Snapshot,
        accepted: &'a [Accepted],
        made_by: &'a str,
        previous: Option<FileDigest>,
    ) -> Self {
        let mut accepted: Vec<&Accepted> = accepted.iter().collect();
        accepted.sort_by(|one, other| one.finding.cmp(&other.finding));
        Self {
            snapshot,
            accepted,
            made_by,
            previous,
            next: Next::Head,
            line: Vec::new(),
            hasher: Hasher::default(),
            bytes: 0,
            content: Content::default(),
            sums: Sums::default(),
        }
    }

    /// The digests and the size, once the last line is written.
    pub fn written(&self) -> Option<Written> {
        (self.next == Next::Nothing).then(|| Written {
            content: self.content.digest(),
            file: FileDigest::of(&self.hasher),
            bytes: self.bytes,
        })
    }

    fn write(&mut self, next: Next, line: &impl Serialize) -> String {
        self.next = next;
        self.line.clear();
        wire::write(&mut self.line, line);
        let text = String::from_utf8_lossy(&self.line);
        let is_plain = text.trim_end_matches('\n').bytes().all(|byte| matches!(byte, b' '..=b'~'));
        let text = if is_plain { text.into_owned() } else { visible(&text) };
        self.hasher.take(text.as_bytes());
        self.bytes += text.len() as u64;
        text
    }

    fn user(&mut self, place: usize) -> Option<String> {
        let user = self.snapshot.people().get(UserNumber::at(place))?;
        self.content.user(user);
        self.sums.users += 1;
        Some(self.write(Next::User(place + 1), &UserLine::of(user, user.id.as_str())))
    }

    fn subject(&mut self, place: usize) -> Option<String> {
        let snapshot = self.snapshot;
        let subject = snapshot.subject(place)?;
        let grant = |(user, permission)| {
            Some(Grant(snapshot.people().get(user)?.id.as_str().into(), From::from(permission)))
        };
        let grants: Vec<Grant<'_>> = snapshot.list(place).filter_map(grant).collect();
        self.content.subject(subject, snapshot.list(place));
        self.sums.add(subject, grants.len());
        Some(self.write(Next::Subject(place + 1), &SubjectLine::of(subject, grants, Form::File)))
    }

    fn accepted(&mut self, place: usize) -> Option<String> {
        let accepted = *self.accepted.get(place)?;
        self.sums.accepted += 1;
        Some(self.write(Next::Accepted(place + 1), &AcceptedLine::of(accepted)))
    }
}

impl Iterator for Writer<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        loop {
            let (line, otherwise) = match self.next {
                Next::Head => {
                    let line = HeadLine::of(self.snapshot, self.made_by, self.previous);
                    return Some(self.write(Next::Lists, &line));
                }
                Next::Lists => {
                    let lists = &self.snapshot.lists;
                    self.content.lists(lists);
                    return Some(self.write(Next::User(0), &ListsLine::of(lists, Form::File)));
                }
                Next::User(place) => (self.user(place), Next::Subject(0)),
                Next::Subject(place) => (self.subject(place), Next::Accepted(0)),
                Next::Accepted(place) => (self.accepted(place), Next::End),
                Next::End => {
                    let line = EndLine::of(&self.sums, self.snapshot.totals, self.content.digest());
                    return Some(self.write(Next::Nothing, &line));
                }
                Next::Nothing => return None,
            };
            if line.is_some() {
                return line;
            }
            self.next = otherwise;
        }
    }
}
