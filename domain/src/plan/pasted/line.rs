//! What one line says.

use crate::change::reason::Reason;
use crate::change::write::Desired;
use crate::grant::list::{Record, level_word};
use crate::model::names::{ImageName, OrganizationName, Target};
use crate::model::user::Person;
use crate::plan::proposal::Lens;
use crate::text::export::uncoded;

use super::layout::Layout;
use super::user::Users;
use super::{Why, short};

/// A line whose target, user and level are certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// The place of the target in the snapshot.
    pub(super) place: usize,
    pub(super) person: Person,
    pub(super) desired: Desired,
    pub(super) reason: Option<Reason>,
}

pub(super) fn said(
    record: &Record,
    layout: &Layout,
    lens: &Lens<'_>,
    users: &Users<'_>,
) -> Result<Said, Why> {
    let (least, most) = layout.cells;
    if record.cells.len() < least || record.cells.iter().skip(most).any(|cell| !cell.is_empty()) {
        return Err(Why::Columns);
    }
    let cell = |column: Option<usize>| {
        let cell = column.map(|column| record.cell(column).trim()).unwrap_or_default();
        if layout.is_own { uncoded(cell) } else { cell.to_owned() }
    };
    let target = match layout.target {
        Some(_) => cell(layout.target),
        None => joined(&cell(layout.organization), &cell(layout.image))?,
    };
    let place = place(&target, lens)?;
    let person = users.user(&cell(layout.user), &cell(layout.id))?;
    let desired = level(&cell(layout.level), &cell(layout.number))?;
    Ok(Said { place, person, desired, reason: Reason::new(&cell(layout.reason)) })
}

/// `group`, or `group/image`.
fn joined(organization: &str, image: &str) -> Result<String, Why> {
    match (organization, image) {
        ("", _) => Err(Why::NoOrganization),
        (organization, "") => Ok(organization.to_owned()),
        (organization, image) => Ok(format!("{organization}/{image}")),
    }
}

fn place(text: &str, lens: &Lens<'_>) -> Result<usize, Why> {
    if text.is_empty() {
        return Err(Why::NoOrganization);
    }
    let place = target(text).and_then(|target| lens.snapshot.place(&target));
    let subject = place.and_then(|place| Some((place, lens.snapshot.subject(place)?)));
    let (place, subject) = subject.ok_or_else(|| Why::NotScanned(short(text)))?;
    if subject.reading.is_read() { Ok(place) } else { Err(Why::NotRead(subject.target.clone())) }
}

fn target(text: &str) -> Option<Target> {
    let organization = |name: &str| OrganizationName::new(name).ok();
    match text.split_once('/') {
        None => Some(Target::Organization(organization(text)?)),
        Some((name, image)) => Some(Target::Image(organization(name)?, ImageName::new(image).ok()?)),
    }
}

/// The level of a cell, and of the cell with its number where a list has both: someone may have changed only one.
fn level(word: &str, number: &str) -> Result<Desired, Why> {
    match (word, number) {
        ("", "") => Err(Why::NoLevel),
        (one, "") | ("", one) => desired(one),
        (word, number) if desired(word)? == desired(number)? => desired(word),
        _ => Err(Why::LevelsDiffer),
    }
}

fn desired(text: &str) -> Result<Desired, Why> {
    match level_word(text) {
        Some(level) => Ok(Some(level)),
        None if matches!(text.to_ascii_lowercase().as_str(), "none" | "无") => Ok(None),
        None => Err(Why::NotALevel(short(text))),
    }
}
