//! Writing a file.

use serde::Serialize;

use crate::api::json::visible;
use domain::plan::record::{AboutPlan, PlanRecord, VERSION};
use domain::plan::stages::Step;
use domain::plan::staging::Staged;

use super::FORMAT;
use super::wire::{AccountPart, END, EditPart, EndLine, HeadLine, PersonPart, STEP, Seen, StepLine};

/// The whole text. `made_by` names the program. Invisible characters are written as escapes.
pub fn text(record: &PlanRecord, made_by: &str) -> String {
    let mut lines = vec![line(&head(record.about(), made_by))];
    lines.extend(record.steps().iter().map(|one| line(&step(one))));
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let edits = record.steps().iter().map(|step| step.edits.len()).sum();
    lines.push(line(&EndLine { t: END.into(), steps: count(record.steps().len()), edits: count(edits) }));
    lines.concat()
}

fn head<'a>(about: &'a AboutPlan, made_by: &'a str) -> HeadLine<'a> {
    HeadLine {
        format: FORMAT.into(),
        version: VERSION,
        made_by: made_by.into(),
        region: about.region.as_str().into(),
        account: AccountPart { id: about.account.id.clone(), name: about.account.name.as_str().into() },
        planned_by: PersonPart {
            id: about.made_by.id.as_str().into(),
            name: about.made_by.name.as_str().into(),
        },
        planned: about.made_at.to_rfc3339_millis().into(),
        snapshot: about.snapshot.clone(),
    }
}

fn step(step: &Step) -> StepLine<'_> {
    StepLine {
        t: STEP.into(),
        stage: step.stage.number().into(),
        organization: step.target.organization().to_string(),
        image: step.target.image().map(ToString::to_string),
        id: step.number.clone(),
        edits: step.edits.iter().map(edit).collect(),
    }
}

fn edit(staged: &Staged) -> EditPart {
    let edit = &staged.edit;
    EditPart(
        edit.id.as_str().to_owned(),
        edit.name.as_str().to_owned(),
        Seen(edit.expected.clone()),
        edit.desired.map_or(0, |level| level.auth().into()),
        staged.reason.as_ref().map(ToString::to_string),
    )
}

fn line(line: &impl Serialize) -> String {
    // Nothing of a line can fail to be written to memory.
    let text = serde_json::to_string(line).unwrap_or_default();
    visible(&text) + "\n"
}
