//! Opening a file: piece by piece, so that a page can stop in between.

use domain::model::names::RegionId;
use domain::review::findings::Accepted;
use domain::review::snapshot::{Account, Head, Lists, Misfit, Restore, Snapshot};

use super::content::Content;
use super::digest::{ContentDigest, FileDigest, Hasher};
use super::error::OpenError;
use super::lines::Lines;
use super::sums::Sums;
use super::wire::accepted::{self, AcceptedLine};
use super::wire::end::{self, EndLine};
use super::wire::head::{Format, HeadLine, HeadOfFile};
use super::wire::held::Grant;
use super::wire::lists::{self, ListsLine};
use super::wire::subject::{IMAGE, ImageLine, Listed, ORGANIZATION, OrganizationLine};
use super::wire::user::{self, UserLine};
use super::wire::{Kind, read};
use super::{FILE_MOST, FORMAT, VERSION};

/// Of what a file has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The region.
    pub region: RegionId,
    /// The account.
    pub account: Account,
}

/// What a file has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The snapshot.
    pub snapshot: Snapshot,
    /// What was accepted, by finding.
    pub accepted: Vec<Accepted>,
    /// The program that has written the file.
    pub made_by: String,
    /// The digest of the file that this one follows.
    pub previous: Option<FileDigest>,
    /// The digest of the content.
    pub content: ContentDigest,
    /// The digest of the whole file.
    pub file: FileDigest,
}

/// See the module. After an error it says the same one for ever.
#[derive(Debug)]
pub struct Opener {
    pub(super) bytes: u64,
    hasher: Hasher,
    lines: Lines,
    body: Body,
    failed: Option<OpenError>,
}

/// What the lines have come to.
#[derive(Debug)]
struct Body {
    expected: Expected,
    /// How many lines there were.
    lines: u64,
    head: Option<HeadOfFile>,
    lists: Option<Lists>,
    restore: Restore,
    accepted: Vec<Accepted>,
    end: Option<EndLine<'static>>,
    content: Content,
    sums: Sums,
}

impl Opener {
    /// For a file of this region and account.
    pub fn new(expected: Expected) -> Self {
        Self {
            bytes: 0,
            hasher: Hasher::default(),
            lines: Lines::default(),
            failed: None,
            body: Body {
                expected,
                lines: 0,
                head: None,
                lists: None,
                restore: Restore::default(),
                accepted: Vec::new(),
                end: None,
                content: Content::default(),
                sums: Sums::default(),
            },
        }
    }

    /// Takes the next piece of the file, cut anywhere. It takes time in proportion to the piece, and to the line that ends in
    /// it.
    ///
    /// # Errors
    /// See [`OpenError`]. The rest of the file does not matter then.
    pub fn take(&mut self, piece: &[u8]) -> Result<(), OpenError> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        let taken = self.take_sound(piece);
        self.failed = taken.clone().err();
        taken
    }

    fn take_sound(&mut self, piece: &[u8]) -> Result<(), OpenError> {
        self.bytes += piece.len() as u64;
        if self.bytes > FILE_MOST {
            return Err(OpenError::TooLarge);
        }
        self.hasher.take(piece);
        let body = &mut self.body;
        self.lines.feed(piece, |line| body.line(line))?;
        let is_text =
            |begun: &[u8]| begun.is_empty() || BOM.starts_with(begun) || without_bom(begun).starts_with(b"{");
        if body.lines == 0 && !is_text(self.lines.begun()) {
            return Err(OpenError::NotThisFormat);
        }
        Ok(())
    }

    /// What the file has, at its end.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn finish(self) -> Result<Opened, OpenError> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        if self.bytes == 0 || (self.body.lines == 0 && !is_begin(self.lines.begun())) {
            return Err(OpenError::NotThisFormat);
        }
        let file = FileDigest::of(&self.hasher);
        self.body.finish(self.lines.begun(), file)
    }
}

/// What editors may put before a text.
const BOM: &[u8] = "\u{FEFF}".as_bytes();

fn without_bom(text: &[u8]) -> &[u8] {
    text.strip_prefix(BOM).unwrap_or(text)
}

/// Whether the first line of a file, as far as it has come, can be one of this format.
fn is_begin(begun: &[u8]) -> bool {
    let (begun, usual) = (without_bom(begun), format!("{{\"format\":\"{FORMAT}\""));
    begun.starts_with(usual.as_bytes()) || usual.as_bytes().starts_with(begun)
}

impl Body {
    fn damaged(&self) -> OpenError {
        OpenError::Damaged { line: self.lines }
    }

    fn line(&mut self, bytes: &[u8]) -> Result<(), OpenError> {
        self.lines += 1;
        let text = str::from_utf8(bytes);
        if self.lines == 1 {
            return self.head(text.unwrap_or_default().trim_start_matches('\u{FEFF}'));
        }
        self.later_line(text.unwrap_or_default())
    }

    fn head(&mut self, line: &str) -> Result<(), OpenError> {
        let Some(Format { format, version }) = read(line) else { return Err(OpenError::NotThisFormat) };
        if format != FORMAT || version == 0 {
            return Err(OpenError::NotThisFormat);
        }
        if version > VERSION {
            return Err(OpenError::NewerVersion(version));
        }
        let head = read::<HeadLine<'_>>(line).and_then(HeadLine::head).ok_or_else(|| self.damaged())?;
        if head.about.region != self.expected.region {
            return Err(OpenError::OtherRegion(head.about.region));
        }
        if !head.about.account.is_same(&self.expected.account) {
            return Err(OpenError::OtherAccount(head.about.account));
        }
        self.head = Some(head);
        Ok(())
    }

    /// A line after the first one. Their order is that of a snapshot; nothing comes behind the end.
    fn later_line(&mut self, line: &str) -> Result<(), OpenError> {
        let Kind { t } = read(line).filter(|_| self.end.is_none()).ok_or_else(|| self.damaged())?;
        let is_first = self.lists.is_none();
        let has_accepted = !self.accepted.is_empty();
        let taken = match &*t {
            lists::KIND if is_first => self.lists(line),
            _ if is_first => None,
            user::KIND if !has_accepted => self.user(line),
            ORGANIZATION if !has_accepted => read::<OrganizationLine<'_>>(line)
                .and_then(OrganizationLine::subject)
                .map(|one| self.subject(one)),
            IMAGE if !has_accepted => {
                read::<ImageLine<'_>>(line).and_then(ImageLine::subject).map(|one| self.subject(one))
            }
            accepted::KIND => self.accepted(line),
            end::KIND => self.end(line),
            _ => None,
        };
        taken.unwrap_or_else(|| Err(self.damaged()))
    }

    fn lists(&mut self, line: &str) -> Option<Result<(), OpenError>> {
        let lists = read::<ListsLine<'_>>(line)?.lists()?;
        self.content.lists(&lists);
        self.lists = Some(lists);
        Some(Ok(()))
    }

    fn user(&mut self, line: &str) -> Option<Result<(), OpenError>> {
        let user = read::<UserLine<'_>>(line)?.user()?;
        self.content.user(&user);
        self.sums.users += 1;
        self.restore.person(user).ok().map(Ok)
    }

    fn subject(&mut self, (subject, grants): Listed<'_>) -> Result<(), OpenError> {
        self.sums.add(&subject, grants.len());
        let list = grants.iter().map(|Grant(id, held)| (id.as_ref(), held.clone().into()));
        self.restore.subject(subject, list).map_err(|misfit| match misfit {
            Misfit::TooManyGrants => OpenError::TooManyGrants,
            _ => self.damaged(),
        })?;
        if let Some((subject, list)) = self.restore.last() {
            self.content.subject(subject, list);
        }
        Ok(())
    }

    fn accepted(&mut self, line: &str) -> Option<Result<(), OpenError>> {
        let accepted = read::<AcceptedLine<'_>>(line)?.accepted()?;
        if self.accepted.last().is_some_and(|last| last.finding > accepted.finding) {
            return None;
        }
        self.sums.accepted += 1;
        self.accepted.push(accepted);
        Some(Ok(()))
    }

    fn end(&mut self, line: &str) -> Option<Result<(), OpenError>> {
        let end = read::<EndLine<'_>>(line)?;
        let content = end.content()?;
        let expected = EndLine::of(&self.sums, end.totals(), content);
        if end != expected {
            return Some(Err(OpenError::SumsDiffer));
        }
        if content != self.content.digest() {
            return Some(Err(OpenError::ContentDiffers));
        }
        self.end = Some(expected);
        Some(Ok(()))
    }

    fn finish(self, begun: &[u8], file: FileDigest) -> Result<Opened, OpenError> {
        let damaged = self.damaged();
        let Body { lines, head, lists, restore, accepted, end, content, .. } = self;
        let (Some(head), Some(lists), Some(end)) = (head, lists, end) else {
            return Err(OpenError::CutOff { lines });
        };
        if !begun.is_empty() {
            return Err(OpenError::Damaged { line: lines + 1 });
        }
        let HeadOfFile { about, ended, is_stopped, made_by, previous } = head;
        let head = Head { about, ended, is_stopped, totals: end.totals(), lists };
        let snapshot = restore.finish(head).map_err(|_| damaged)?;
        Ok(Opened { snapshot, accepted, made_by, previous, content: content.digest(), file })
    }
}
