//! `decisions.csv`: a row for each permission, with what was decided and what came of it, and a row for each list that was
//! not read.

use std::collections::HashMap;

use crate::change::write::Desired;
use crate::effective::{Effective, Part, Source, effective};
use crate::model::catalog::Visibility;
use crate::model::level::{Level, Permission};
use crate::model::names::{ImageName, Target, UserId, UserName};
use crate::plan::decided::desired;
use crate::review::decisions::{Each, Verdict};
use crate::review::reach::Parts;
use crate::review::rows::files::shares;
use crate::review::snapshot::{Facts, Snapshot, Subject, UserNumber};
use crate::text::export::{Cell, auth, plain_csv};

use super::{Change, Package};

/// The columns. `docs/review.md` says what is in each of them.
pub const DECISION_COLUMNS: [&str; 23] = [
    "review",
    "region",
    "account",
    "organization",
    "image",
    "user_id",
    "user_name",
    "level",
    "auth",
    "source",
    "effective",
    "certainty",
    "public",
    "shared_with",
    "read_at",
    "decision",
    "reason",
    "mode",
    "decided_by",
    "decided_at",
    "change",
    "outcome",
    "witnessed_at",
];

impl Package<'_> {
    /// `decisions.csv`.
    pub fn decisions_csv(&self) -> String {
        plain_csv(&DECISION_COLUMNS, &self.decision_rows())
    }

    /// The rows: decisions one by one, then together, then what was not read.
    pub fn decision_rows(&self) -> Vec<Vec<Cell>> {
        let writer = Rows { package: self, parts: Parts::of(self.snapshot), done: done(self.changes) };
        let each = self.signed.decisions().each(self.snapshot);
        let decided = each.filter_map(|one| writer.row(&one));
        let unread = self.snapshot.subjects().iter().filter(|subject| subject.reading.is_open());
        decided.chain(unread.map(|subject| writer.unread(subject))).collect()
    }
}

/// What the last run has made of each edit.
fn done(changes: &[Change]) -> HashMap<(&Target, &UserId), &Change> {
    changes.iter().map(|change| ((&change.staged.target, &change.staged.edit.id), change)).collect()
}

struct Rows<'a> {
    package: &'a Package<'a>,
    parts: Parts<'a>,
    done: HashMap<(&'a Target, &'a UserId), &'a Change>,
}

impl Rows<'_> {
    const fn snapshot(&self) -> &Snapshot {
        self.package.snapshot
    }

    fn row(&self, one: &Each<'_>) -> Option<Vec<Cell>> {
        let subject = self.snapshot().subject(one.place)?;
        let mut cells = self.place(subject).to_vec();
        cells.extend(self.holder(one));
        cells.extend(outside(subject));
        cells.extend(self.decision(one));
        cells.extend(self.change(one, subject));
        Some(cells)
    }

    /// A list that was not read: of it nothing was decided.
    fn unread(&self, subject: &Subject) -> Vec<Cell> {
        let mut cells = self.place(subject).to_vec();
        cells.extend((0..7).map(|_| Cell::Nothing));
        cells.extend(outside(subject));
        cells.push("not_read".into());
        cells.resize(DECISION_COLUMNS.len(), Cell::Nothing);
        cells
    }

    fn place(&self, subject: &Subject) -> [Cell; 5] {
        let about = &self.snapshot().about;
        [
            self.package.review.into(),
            about.region.as_str().into(),
            about.account.name.as_str().into(),
            subject.target.organization().as_str().into(),
            subject.target.image().map(ImageName::as_str).into(),
        ]
    }

    /// Who holds what, and what that comes to with the organization's list.
    fn holder(&self, one: &Each<'_>) -> [Cell; 7] {
        let known = one.user.and_then(|user| self.snapshot().people().get(user));
        let held = one.user.and_then(|user| self.snapshot().held(one.place, user));
        let (Some(known), Some(held), Some(user)) = (known, held, one.user) else {
            return [const { Cell::Nothing }; 7];
        };
        let (source, effective, certainty) = self.effective(one.place, user);
        [
            known.id.as_str().into(),
            known.names.first().map(UserName::as_str).into(),
            held.word().into(),
            auth(held),
            source.into(),
            effective.map(Level::key).into(),
            certainty.into(),
        ]
    }

    /// Where the effective level comes from, the level, and how certain it is. On an organization it is its own list's.
    fn effective(
        &self,
        place: usize,
        user: UserNumber,
    ) -> (Option<&'static str>, Option<Level>, &'static str) {
        let own = self.parts.part(place, user);
        let subject = self.snapshot().subject(place).filter(|subject| subject.is_image());
        let Some(subject) = subject else {
            let certainty = if own.level().is_some() { "certain" } else { "unknown" };
            return (Some("organization"), own.level(), certainty);
        };
        let around = self.snapshot().place(&Target::Organization(subject.target.organization().clone()));
        let around = around.map_or(Part::NotKnown, |place| self.parts.part(place, user));
        let effective = effective(around, own);
        let certainty = match effective {
            Effective::Level(..) if around.is_held() => "inferred",
            Effective::Level(..) => "certain",
            Effective::AtLeast(_) => "at_least",
            Effective::Unknown => "unknown",
        };
        (effective.source().map(Source::key), effective.level(), certainty)
    }

    fn decision(&self, one: &Each<'_>) -> [Cell; 5] {
        let decided = one.decided;
        [
            decision(decided.map(|decided| decided.verdict)).into(),
            decided.and_then(|decided| decided.reason.as_ref()).map(ToString::to_string).into(),
            one.mode.key().into(),
            decided.map(|_| self.package.signed.by().name.as_str()).into(),
            decided.map_or(Cell::Nothing, |decided| Cell::Moment(decided.at.to_rfc3339())),
        ]
    }

    /// What the decision changes, and what has come of that.
    fn change(&self, one: &Each<'_>, subject: &Subject) -> [Cell; 3] {
        let wanted = one.user.zip(one.decided).and_then(|(user, decided)| {
            let wanted = desired(decided.verdict, self.parts.part(one.place, user))?;
            Some((self.snapshot().people().get(user)?, wanted))
        });
        let Some((known, wanted)) = wanted else { return [const { Cell::Nothing }; 3] };
        let done = self.done.get(&(&subject.target, &known.id));
        // A change from before this reading is not the decision's outcome: the list shows the permission again.
        let is_later = |change: &&&Change| {
            let read = subject.reading.at();
            change.at.zip(read).is_none_or(|(at, read)| at >= read)
        };
        let done = done.filter(|change| change.staged.edit.desired == wanted).filter(is_later);
        [
            change(wanted).into(),
            done.map_or("open", |change| change.outcome()).into(),
            done.and_then(|change| change.witnessed_at())
                .map_or(Cell::Nothing, |at| Cell::Moment(at.to_rfc3339())),
        ]
    }
}

/// The word for a decision.
const fn decision(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        None => "undecided",
        Some(Verdict::Keep) => "keep",
        Some(Verdict::Lower(_)) => "lower",
        Some(Verdict::Remove) => "remove",
        Some(Verdict::Ask) => "ask",
    }
}

/// The word for what is changed.
fn change(desired: Desired) -> String {
    desired.map_or_else(|| "revoke".to_owned(), |level| format!("set {}", level.key()))
}

/// Who reaches the subject from outside, and when its list was read.
fn outside(subject: &Subject) -> [Cell; 3] {
    let (public, shared) = match &subject.facts {
        Facts::Organization(_) => (Cell::Nothing, Cell::Nothing),
        Facts::Image(facts) => {
            let public = match facts.visibility {
                Visibility::Public => "yes".into(),
                Visibility::Private => "no".into(),
                Visibility::Unknown => Cell::Nothing,
            };
            (public, shares(&facts.shares))
        }
    };
    [public, shared, subject.reading.at().map_or(Cell::Nothing, |at| Cell::Moment(at.to_rfc3339()))]
}

/// What a permission is called in files.
pub(super) fn held(permission: Option<&Permission>) -> Cell {
    Permission::word_of(permission).into()
}
