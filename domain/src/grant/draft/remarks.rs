//! What the console remarks on the rows of a draft.

use std::collections::HashMap;

use crate::change::write::{Current, Present};
use crate::grant::directory::{Namesakes, Standing};
use crate::grant::list::ListedLevel;
use crate::model::level::Permission;
use crate::model::names::{UserId, UserName};
use crate::model::user::Person;
use crate::text::reveal::is_hidden;

use super::{DraftRow, Facts, Pair};

/// Something about one row that the user should know before sending.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Remark {
    /// No name.
    NameMissing,
    /// The name is longer than IAM allows.
    NameTooLong,
    /// More than one user of the account has the name, so it brings no id: how many.
    NameOfSeveral(usize),
    /// Nobody in the account has the name, and there is no id.
    NameUnknown,
    /// The name holds characters that can't be seen.
    NameHides,
    /// No id.
    IdMissing,
    /// A spreadsheet took the id for a number, and most digits are lost.
    IdSpoiled,
    /// An earlier row names the same id; its place, counted from 1.
    RepeatsRow(usize),
    /// The id is that of another user than the name says.
    IdBelongsTo(Person),
    /// The account's user of this name has another id, and the id of the row is nobody's in the account.
    NameHasOtherId(Person),
    /// The id is the caller's own, and the service lets nobody grant to themself.
    Oneself,
    /// The user holds a permission already.
    AlreadyHas(Permission),
    /// The account's users are known, and the id is none of theirs.
    NotInAccount,
    /// The account's user can't sign in at present.
    Disabled,
    /// The id is not 32 hexadecimal digits. Only a warning: nothing promises that all are.
    IdUnusual,
    /// No level is chosen; what the list says instead, which may be nothing.
    LevelMissing(String),
    /// Cells of the list that mean nothing here.
    LeftOver(Vec<String>),
}

/// The field that a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftField {
    /// The user's name.
    Name,
    /// The user's id.
    Id,
    /// The level.
    Level,
}

impl Remark {
    /// Whether the row can't be sent as it is.
    ///
    /// A user who holds a permission already does not stop the request: the list may be old, and the service
    /// decides. Neither does oneself, since the service may rule otherwise than its manual.
    pub const fn stops(&self) -> bool {
        match self {
            Remark::NameMissing
            | Remark::NameTooLong
            | Remark::IdMissing
            | Remark::IdSpoiled
            | Remark::RepeatsRow(_)
            | Remark::IdBelongsTo(_)
            | Remark::NameHasOtherId(_)
            | Remark::LevelMissing(_) => true,
            Remark::NameOfSeveral(_)
            | Remark::NameUnknown
            | Remark::NameHides
            | Remark::Oneself
            | Remark::AlreadyHas(_)
            | Remark::NotInAccount
            | Remark::Disabled
            | Remark::IdUnusual
            | Remark::LeftOver(_) => false,
        }
    }

    /// The person whom the console proposes instead, and whom the user can decline.
    pub const fn proposal(&self) -> Option<&Person> {
        match self {
            Remark::IdBelongsTo(person) | Remark::NameHasOtherId(person) => Some(person),
            _ => None,
        }
    }

    /// The field that it is about.
    pub const fn field(&self) -> DraftField {
        match self {
            Remark::NameMissing
            | Remark::NameTooLong
            | Remark::NameOfSeveral(_)
            | Remark::NameUnknown
            | Remark::NameHides => DraftField::Name,
            Remark::LevelMissing(_) | Remark::LeftOver(_) => DraftField::Level,
            _ => DraftField::Id,
        }
    }
}

/// The remarks on every row, in the rows' order, those that stop it first.
pub fn remarks(rows: &[DraftRow], facts: &Facts<'_>) -> Vec<Vec<Remark>> {
    let present = facts.list.map(Present::of);
    let mut places: HashMap<UserId, usize> = HashMap::with_capacity(rows.len());
    let on_row = |(place, row): (usize, &DraftRow)| {
        let id = row.user_id();
        let mut remarks = Vec::new();
        on_name(row, &id, facts, &mut remarks);
        if id.is_empty() {
            remarks.push(Remark::IdMissing);
        } else {
            let earlier = *places.entry(id.clone()).or_insert(place);
            if earlier < place {
                remarks.push(Remark::RepeatsRow(earlier + 1));
            }
            on_id(row, &id, facts, present.as_ref().map(|present| present.held(&id)), &mut remarks);
        }
        on_level(row, &mut remarks);
        let (mut ordered, others): (Vec<Remark>, Vec<Remark>) = remarks.into_iter().partition(Remark::stops);
        ordered.extend(others);
        ordered
    };
    rows.iter().enumerate().map(on_row).collect()
}

fn on_name(row: &DraftRow, id: &UserId, facts: &Facts<'_>, remarks: &mut Vec<Remark>) {
    let name = row.name.trim();
    if name.is_empty() {
        remarks.push(Remark::NameMissing);
        return;
    }
    if name.chars().count() > UserName::LONGEST {
        remarks.push(Remark::NameTooLong);
    }
    if id.is_empty() {
        match facts.directory.named(name) {
            Namesakes::Several(count) => remarks.push(Remark::NameOfSeveral(count)),
            Namesakes::Nobody if facts.directory.is_whole() => remarks.push(Remark::NameUnknown),
            Namesakes::Nobody | Namesakes::One(_) => {}
        }
    }
    if name.chars().any(is_hidden) {
        remarks.push(Remark::NameHides);
    }
}

fn on_id(row: &DraftRow, id: &UserId, facts: &Facts<'_>, held: Option<Current>, remarks: &mut Vec<Remark>) {
    if id.looks_spoiled() {
        remarks.push(Remark::IdSpoiled);
        return;
    }
    remarks.extend(contradiction(row, id, facts));
    if id == facts.caller {
        remarks.push(Remark::Oneself);
    } else if let Some(Some(permission)) = held {
        remarks.push(Remark::AlreadyHas(permission));
    }
    if !id.looks_usual() {
        remarks.push(Remark::IdUnusual);
    } else if id != facts.caller {
        match facts.directory.standing(id) {
            Standing::Absent => remarks.push(Remark::NotInAccount),
            Standing::Disabled => remarks.push(Remark::Disabled),
            Standing::Active | Standing::NotKnown => {}
        }
    }
}

/// Whether the account's users say otherwise. A user in another letter case is the same one.
fn contradiction(row: &DraftRow, id: &UserId, facts: &Facts<'_>) -> Option<Remark> {
    let name = row.name.trim();
    if row.pair == Pair::Kept || name.is_empty() {
        return None;
    }
    if let Some(person) = facts.directory.account_user(id) {
        return (!facts.directory.is_called(person, name)).then(|| Remark::IdBelongsTo(person.clone()));
    }
    match facts.directory.named(name) {
        Namesakes::One(person) if facts.directory.account_user(&person.id).is_some() => {
            facts.directory.is_called(person, name).then(|| Remark::NameHasOtherId(person.clone()))
        }
        Namesakes::One(_) | Namesakes::Nobody | Namesakes::Several(_) => None,
    }
}

fn on_level(row: &DraftRow, remarks: &mut Vec<Remark>) {
    let listed = row.listed.as_deref();
    if row.level.is_none() {
        let said = match listed.map(|listed| &listed.level) {
            Some(ListedLevel::NotUnderstood(text)) => text.clone(),
            _ => String::new(),
        };
        remarks.push(Remark::LevelMissing(said));
    }
    if let Some(listed) = listed.filter(|listed| !listed.left_over.is_empty()) {
        remarks.push(Remark::LeftOver(listed.left_over.clone()));
    }
}
