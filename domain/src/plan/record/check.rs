//! From the values of a file to a record.

use std::collections::{BTreeMap, HashSet};

use crate::change::reason;
use crate::change::write::{Current, Edit};
use crate::model::level::{Level, Permission};
use crate::model::names::{AccountName, ImageName, OrganizationName, RegionId, Target, UserId, UserName};
use crate::plan::stages::Stage;
use crate::plan::staging::{Plan, Staged};
use crate::review::snapshot::Account;
use crate::text::time::UnixMillis;

use super::fault::{Fault, LONGEST_TEXT, MOST_EDITS, Refusal};
use super::{AboutPlan, PlanRecord, VERSION, person, staged};

/// The values of a file, as they were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawPlan {
    /// The version of the format.
    pub version: u64,
    /// The region.
    pub region: String,
    /// The account's id, if there is one.
    pub account_id: Option<String>,
    /// The account's name.
    pub account_name: String,
    /// The id of the user who has made it.
    pub made_by_id: String,
    /// Their name.
    pub made_by_name: String,
    /// When it was made.
    pub made_at: UnixMillis,
    /// The digest of the snapshot.
    pub snapshot: Option<String>,
    /// The steps.
    pub steps: Vec<RawStep>,
}

/// The values of a step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RawStep {
    /// The organization.
    pub organization: String,
    /// The image; `None` if the step is about the organization itself.
    pub image: Option<String>,
    /// The service's number of the target.
    pub number: Option<String>,
    /// The stage, from 1 to 4.
    pub stage: u64,
    /// The edits.
    pub edits: Vec<RawEdit>,
}

/// The values of an edit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RawEdit {
    /// The user's id.
    pub id: String,
    /// The user's name.
    pub name: String,
    /// What they held; `None` for nothing.
    pub seen: Current,
    /// The number of the level that they should hold; `None` for nothing.
    pub desired: Option<i64>,
    /// Why.
    pub reason: Option<String>,
}

impl PlanRecord {
    /// The record that some values make.
    ///
    /// # Errors
    /// Says why the values are none, and where. Nothing of them is then used.
    pub fn checked(raw: &RawPlan) -> Result<Self, Refusal> {
        let about = about(raw).map_err(|fault| Refusal { step: None, edit: None, fault })?;
        let mut sorting = Sorting::default();
        for (number, step) in raw.steps.iter().enumerate() {
            sorting.take(number, step, &about.made_by.id)?;
        }
        let whole = |fault| Refusal { step: None, edit: None, fault };
        let plan: Plan = sorting.edits.iter().cloned().collect();
        let record = Self::new(about, &plan);
        // The same edits have one order, and one way to be parted into steps.
        let edits = record.steps.iter().flat_map(|step| &step.edits);
        let is_sorted = edits.eq(&sorting.edits) && record.steps.len() == raw.steps.len();
        if is_sorted { Ok(record) } else { Err(whole(Fault::Unsorted)) }
    }
}

fn about(raw: &RawPlan) -> Result<AboutPlan, Fault> {
    if raw.version != VERSION {
        return Err(Fault::Version(raw.version));
    }
    if raw.steps.iter().map(|step| step.edits.len()).sum::<usize>() > MOST_EDITS {
        return Err(Fault::TooMany);
    }
    for text in [&raw.region, &raw.account_name, &raw.made_by_id] {
        filled(text)?;
    }
    for text in
        [Some(&raw.made_by_name), raw.account_id.as_ref(), raw.snapshot.as_ref()].into_iter().flatten()
    {
        short(text)?;
    }
    Ok(AboutPlan {
        region: RegionId::new(raw.region.clone()),
        account: Account { id: raw.account_id.clone(), name: AccountName::new(raw.account_name.clone()) },
        made_by: person(&raw.made_by_id, &raw.made_by_name),
        made_at: raw.made_at,
        snapshot: raw.snapshot.clone(),
    })
}

/// The edits of the steps so far.
#[derive(Default)]
struct Sorting {
    edits: Vec<Staged>,
    users: HashSet<(Target, UserId)>,
    numbers: BTreeMap<Target, Option<String>>,
}

impl Sorting {
    fn take(&mut self, number: usize, step: &RawStep, made_by: &UserId) -> Result<(), Refusal> {
        let refused = |fault| Refusal { step: Some(number), edit: None, fault };
        let stage = Stage::from_number(step.stage).ok_or(refused(Fault::UnknownStage(step.stage)))?;
        let target = target(step).map_err(refused)?;
        if step.edits.is_empty() {
            return Err(refused(Fault::NoEdits));
        }
        let known = self.numbers.entry(target.clone()).or_insert_with(|| step.number.clone());
        if *known != step.number {
            return Err(refused(Fault::Numbers));
        }
        for (place, raw) in step.edits.iter().enumerate() {
            let refused = |fault| Refusal { step: Some(number), edit: Some(place), fault };
            let edit = edit(raw).map_err(refused)?;
            match Stage::of(&edit, made_by) {
                None => return Err(refused(Fault::NoChange)),
                Some(other) if other != stage => return Err(refused(Fault::WrongStage)),
                Some(_) => {}
            }
            if !self.users.insert((target.clone(), edit.id.clone())) {
                return Err(refused(Fault::Twice));
            }
            self.edits.push(staged(step, raw, target.clone(), edit));
        }
        Ok(())
    }
}

fn target(step: &RawStep) -> Result<Target, Fault> {
    for text in [Some(&step.organization), step.image.as_ref(), step.number.as_ref()].into_iter().flatten() {
        short(text)?;
    }
    let organization = OrganizationName::new(step.organization.clone()).map_err(Fault::Name)?;
    let Some(image) = &step.image else { return Ok(Target::Organization(organization)) };
    Ok(Target::Image(organization, ImageName::new(image.clone()).map_err(Fault::Name)?))
}

fn edit(raw: &RawEdit) -> Result<Edit, Fault> {
    filled(&raw.id)?;
    short(&raw.name)?;
    raw.reason.as_deref().map_or(Ok(()), |text| at_most(text, reason::LONGEST))?;
    if let Some(Permission::Unknown(text)) = &raw.seen {
        short(text)?;
        let number = text.trim().parse().ok();
        if number.and_then(Level::from_auth).is_some() {
            return Err(Fault::DisguisedLevel);
        }
    }
    let level = |auth: i64| Level::from_auth(auth).ok_or(Fault::UnknownLevel(auth));
    Ok(Edit {
        id: UserId::new(raw.id.clone()),
        name: UserName::new(raw.name.clone()),
        expected: raw.seen.clone(),
        desired: raw.desired.map(level).transpose()?,
    })
}

fn filled(text: &str) -> Result<(), Fault> {
    if text.trim().is_empty() { Err(Fault::Empty) } else { short(text) }
}

fn short(text: &str) -> Result<(), Fault> {
    at_most(text, LONGEST_TEXT)
}

fn at_most(text: &str, characters: usize) -> Result<(), Fault> {
    if text.chars().nth(characters).is_some() { Err(Fault::TooLong) } else { Ok(()) }
}
