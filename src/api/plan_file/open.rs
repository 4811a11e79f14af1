//! Opening a file.

use crate::api::snapshot_file::Expected;
use domain::plan::record::{Fault, Foreign, PlanRecord, RawEdit, RawPlan, RawStep, VERSION};
use domain::text::time::UnixMillis;

use super::wire::{END, EditPart, EndLine, Format, HeadLine, Kind, STEP, StepLine, read};
use super::{FILE_MOST, FORMAT, OpenError};

/// The record in a file, if it is one of this region and account.
///
/// # Errors
/// See [`OpenError`]. Nothing of the file is used then.
pub fn open(bytes: &[u8], expected: &Expected) -> Result<PlanRecord, OpenError> {
    if bytes.len() > FILE_MOST {
        return Err(OpenError::TooLarge);
    }
    let text = str::from_utf8(bytes).map_err(|_| OpenError::NotThisFormat)?;
    let text = text.trim_start_matches('\u{FEFF}');
    let mut lines = Lines { rest: text, number: 0 };
    let mut raw = head(lines.next().ok_or_else(|| begun(text))?)?;
    let end = loop {
        let Some(line) = lines.next() else { return Err(OpenError::CutOff { lines: lines.number }) };
        let damaged = OpenError::Damaged { line: lines.number };
        let Some(Kind { t }) = read(line) else { return Err(damaged) };
        match &*t {
            STEP => raw.steps.push(step(line).ok_or(damaged)?),
            END => break read::<EndLine<'_>>(line).ok_or(damaged)?,
            _ => return Err(damaged),
        }
    };
    if !lines.rest.is_empty() {
        return Err(OpenError::Damaged { line: lines.number + 1 });
    }
    let edits: usize = raw.steps.iter().map(|step| step.edits.len()).sum();
    if (end.steps, end.edits) != (count(raw.steps.len()), count(edits)) {
        return Err(OpenError::SumsDiffer);
    }
    let record = PlanRecord::checked(&raw).map_err(|refusal| match refusal.fault {
        Fault::TooMany => OpenError::TooLarge,
        Fault::Unsorted => OpenError::SumsDiffer,
        // The first step is on the second line.
        _ => OpenError::Damaged { line: refusal.step.map_or(1, |step| count(step) + 2) },
    })?;
    record.of(&expected.region, &expected.account).map_err(|foreign| match foreign {
        Foreign::Region(region) => OpenError::OtherRegion(region),
        Foreign::Account(account) => OpenError::OtherAccount(account),
    })?;
    Ok(record)
}

fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

/// Whole lines, each with its line break.
struct Lines<'a> {
    rest: &'a str,
    /// How many there were.
    number: u64,
}

impl<'a> Lines<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let (line, rest) = self.rest.split_once('\n')?;
        self.rest = rest;
        self.number += 1;
        Some(line)
    }
}

/// What is wrong with a file without a whole first line.
fn begun(text: &str) -> OpenError {
    let usual = format!("{{\"format\":\"{FORMAT}\"");
    let is_begun = !text.is_empty() && (text.starts_with(&usual) || usual.starts_with(text));
    if is_begun { OpenError::CutOff { lines: 0 } } else { OpenError::NotThisFormat }
}

fn head(line: &str) -> Result<RawPlan, OpenError> {
    let Some(Format { format, version }) = read(line) else { return Err(OpenError::NotThisFormat) };
    if format != FORMAT || version == 0 {
        return Err(OpenError::NotThisFormat);
    }
    if version > VERSION {
        return Err(OpenError::NewerVersion(version));
    }
    let damaged = OpenError::Damaged { line: 1 };
    let head: HeadLine<'_> = read(line).ok_or_else(|| damaged.clone())?;
    Ok(RawPlan {
        version,
        region: head.region.into_owned(),
        account_id: head.account.id,
        account_name: head.account.name.into_owned(),
        made_by_id: head.planned_by.id.into_owned(),
        made_by_name: head.planned_by.name.into_owned(),
        made_at: UnixMillis::from_rfc3339(&head.planned).ok_or(damaged)?,
        snapshot: head.snapshot,
        steps: Vec::new(),
    })
}

fn step(line: &str) -> Option<RawStep> {
    let StepLine { stage, organization, image, id, edits, .. } = read(line)?;
    let edit = |EditPart(id, name, seen, desired, reason)| RawEdit {
        id,
        name,
        seen: seen.0,
        desired: Some(desired).filter(|level| *level != 0),
        reason,
    };
    Some(RawStep { organization, image, number: id, stage, edits: edits.into_iter().map(edit).collect() })
}
