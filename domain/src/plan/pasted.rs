//! A list that is pasted or opened, as edits of a plan: where, who and which level, in each line.
//!
//! Nothing is guessed. A line whose target, user or level is not certain is refused with its number and the reason, and so
//! are lines that contradict each other. What should change is compared with a snapshot, so nothing can be staged on what
//! the snapshot has not read.

mod layout;
mod line;
mod user;

use std::collections::BTreeMap;

use crate::change::write::Desired;
use crate::grant::list::{Record, Sheet};
use crate::model::names::{Target, UserId};
use crate::review::snapshot::Snapshot;

use super::proposal::{Lens, Obstacle};
use super::staging::Staged;

use layout::layout;
use line::{Said, said};
use user::Users;

/// What a list comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pasted {
    /// The edits. Each expects what the snapshot says.
    pub edits: Vec<Staged>,
    /// How many lines say what is so already.
    pub already: usize,
    /// The names of columns that mean nothing here.
    pub ignored: Vec<String>,
    /// The lines that are not used, in their order.
    pub refused: Vec<Refused>,
}

/// A line that is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The line, counted from 1; of JSON the entry.
    pub line: usize,
    /// What it says.
    pub text: String,
    /// Why it is not used.
    pub why: Why,
}

/// Why a line is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It is above the names of the columns.
    AboveHead,
    /// Its cells are not organization, image, user and level.
    Columns,
    /// Two columns say the same. This is the second one.
    TwoColumns(String),
    /// It names no organization.
    NoOrganization,
    /// The snapshot has nothing of this name.
    NotScanned(String),
    /// The list of this was not read.
    NotRead(Target),
    /// The list has entries that can be anybody's, and does not show the user.
    MayHide,
    /// It names no user.
    NoUser,
    /// A spreadsheet has taken the id for a number.
    SpoiledId,
    /// The snapshot does not know the user.
    UnknownUser,
    /// So many users have the name.
    Namesakes(usize),
    /// The id belongs to another name, which is this one.
    OtherName(String),
    /// It names no level.
    NoLevel,
    /// This is no level.
    NotALevel(String),
    /// The level's word and its number differ.
    LevelsDiffer,
    /// The caller would get a permission: the service lets nobody grant to themselves.
    Oneself,
    /// An earlier line says the same: this one.
    SaidTwice(usize),
    /// Another line says something else of the same user on the same target: this one.
    SaidOtherwise(usize),
}

impl Refused {
    fn new(record: &Record, why: Why) -> Self {
        Self { line: record.line, text: short(&record.text()), why }
    }
}

/// The beginning of what a line says, for a sentence about it.
fn short(text: &str) -> String {
    const MOST: usize = 100;
    let mut short: String = text.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Reads a list. What is so now, and who is who, the snapshot says.
pub fn pasted(sheet: &Sheet, snapshot: &Snapshot) -> Pasted {
    let (lens, users) = (Lens::new(snapshot), Users::of(snapshot));
    let found = layout(sheet);
    let mut pasted = Pasted { ignored: found.ignored, refused: found.refused, ..Pasted::default() };
    let mut lines: Vec<(&Record, Said)> = Vec::new();
    for record in found.records {
        match found
            .layout
            .as_ref()
            .map_err(Clone::clone)
            .and_then(|layout| said(record, layout, &lens, &users))
        {
            Ok(said) => lines.push((record, said)),
            Err(why) => pasted.refused.push(Refused::new(record, why)),
        }
    }
    let together = together(&lines);
    for (record, said) in &lines {
        let of_user = together.get(&(said.place, &said.person.id));
        let clash = of_user.and_then(|of_user| of_user.clash(record.line, said.desired));
        match clash.map_or_else(|| edit(said, &lens), Err) {
            Ok(Some(staged)) => pasted.edits.push(staged),
            Ok(None) => pasted.already += 1,
            Err(why) => pasted.refused.push(Refused::new(record, why)),
        }
    }
    pasted.refused.sort_by_key(|refused| refused.line);
    pasted
}

/// What all lines say of one user on one target.
struct Together {
    /// The first of them.
    first: (usize, Desired),
    /// The first that says something else.
    other: Option<(usize, Desired)>,
}

impl Together {
    /// What speaks against a line: of lines that contradict each other, none counts.
    fn clash(&self, line: usize, desired: Desired) -> Option<Why> {
        let (first, wanted) = self.first;
        match self.other {
            Some((other, _)) if wanted == desired => Some(Why::SaidOtherwise(other)),
            Some(_) => Some(Why::SaidOtherwise(first)),
            None => (first != line).then_some(Why::SaidTwice(first)),
        }
    }
}

fn together<'a>(lines: &'a [(&Record, Said)]) -> BTreeMap<(usize, &'a UserId), Together> {
    let mut all: BTreeMap<(usize, &UserId), Together> = BTreeMap::new();
    for (record, said) in lines {
        let line = (record.line, said.desired);
        let entry = all.entry((said.place, &said.person.id));
        let of_user = entry.or_insert(Together { first: line, other: None });
        if of_user.other.is_none() && of_user.first.1 != said.desired {
            of_user.other = Some(line);
        }
    }
    all
}

/// The edit of a line; `None` if what it says is so already.
fn edit(said: &Said, lens: &Lens<'_>) -> Result<Option<Staged>, Why> {
    match lens.edit_by_hand(said.place, &said.person, said.desired, said.reason.as_ref()) {
        Ok(edit) => Ok(edit.filter(|staged| staged.edit.action().is_some())),
        Err(Obstacle::Oneself(_)) => Err(Why::Oneself),
        Err(_) => Err(Why::MayHide),
    }
}

#[cfg(test)]
mod tests;
