//! "Stage fix": what a finding asks for goes into the plan, at once or after a question.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::pages::plan::stage_and_say;
use crate::state::plan::Planning;
use crate::state::review::Review;
use crate::words::{Locale, use_locale};
use domain::change::reason::Reason;
use domain::plan::fix::{Choice, Fix, NoFix, Ticked, stage_fix};
use domain::plan::staging::Staged;
use domain::review::findings::{Fingerprint, Report, Rule};
use domain::review::snapshot::{KnownUser, Snapshot};

use super::finding::Said;

/// The reason of a staged edit is the finding, cut to so many characters.
const REASON_MOST: usize = 300;

/// What a person is asked before something is staged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub(super) said: Said,
    pub(super) rule: Rule,
    pub(super) about: Need,
}

/// What is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Need {
    /// Who gets Manage.
    Manager,
    /// The level for what is none.
    Level,
    /// Which of these ids are the old ones.
    OldIds(Vec<KnownUser>),
    /// Which of these edits.
    Pick(Vec<Staged>),
}

/// Why findings of a rule have no fix; `None` where they may have one. A finding itself says the rest once somebody stages it:
/// to work it out for each one takes too long.
pub(super) const fn no_fix(rule: Rule) -> Option<NoFix> {
    match rule {
        Rule::NotRead => Some(NoFix::ReadAgain),
        Rule::Public => Some(NoFix::Visibility),
        Rule::Shared => Some(NoFix::Sharing),
        Rule::SeveralNames => Some(NoFix::NameOnly),
        Rule::UnknownCreator => Some(NoFix::Creator),
        Rule::ManageGranted | Rule::MadeAnew => Some(NoFix::Decide),
        _ => None,
    }
}

/// What stages, for the page of the findings.
#[derive(Clone, Copy)]
pub struct Stager {
    parts: StoredValue<Parts>,
    pub(super) asked: RwSignal<Option<Asked>>,
}

/// Apart from [`Stager`], which each finding has: it is large.
struct Parts {
    review: Review,
    planning: Planning,
    announce: Announce,
    t: Locale,
}

impl Stager {
    pub(super) fn new(review: Review) -> Self {
        let (planning, announce, t) = (Planning::of_session(), expect_context::<Announce>(), use_locale());
        let parts = StoredValue::new(Parts { review, planning, announce, t });
        Self { parts, asked: RwSignal::new(None) }
    }

    /// What the review has read.
    pub(super) fn snapshot(self) -> Option<Arc<Snapshot>> {
        self.parts.with_value(|parts| untrack(|| parts.review.snapshot()))
    }

    /// Stages what a finding asks for, or asks what is missing.
    pub(super) fn fix(self, said: &Said, rule: Rule, choice: Choice) {
        let Some(snapshot) = self.snapshot() else { return };
        let reports = self.parts.with_value(|parts| untrack(|| parts.review.findings().reports()));
        let text: String = format!("{}: {}", rule.id(), said.sentence).chars().take(REASON_MOST).collect();
        let choice = Choice { reason: Reason::new(&text), ..choice };
        let about = match fix(&reports, rule, &said.finding, &choice, &snapshot) {
            Ok(Fix { edits, ticked: Ticked::Yes }) => return self.stage(edits),
            Ok(Fix { edits, ticked: Ticked::No }) => Need::Pick(edits),
            Err((NoFix::ChooseManager, _)) => Need::Manager,
            Err((NoFix::ChooseLevel, _)) => Need::Level,
            Err((NoFix::ChooseOldIds, users)) => Need::OldIds(users),
            Err((why, _)) => return self.say(why),
        };
        self.asked.set(Some(Asked { said: said.clone(), rule, about }));
    }

    /// Stages edits, and says how many.
    pub(super) fn stage(self, edits: Vec<Staged>) {
        self.asked.set(None);
        let (planning, announce, t) =
            self.parts.with_value(|parts| (parts.planning, parts.announce, parts.t));
        stage_and_say(planning, announce, t, edits);
    }

    /// Says why there is nothing to stage.
    fn say(self, why: NoFix) {
        let (announce, t) = self.parts.with_value(|parts| (parts.announce, parts.t));
        let words = t.untracked();
        announce.toast(match why {
            NoFix::NotChecked(why) => (words.findings().not_checked)(why),
            why => (words.fix().no_fix)(why).unwrap_or(words.findings().nothing).to_owned(),
        });
    }
}

/// The fix of one finding; without one, why, and the finding's users.
fn fix(
    reports: &[Report],
    rule: Rule,
    finding: &Fingerprint,
    choice: &Choice,
    snapshot: &Snapshot,
) -> Result<Fix, (NoFix, Vec<KnownUser>)> {
    let report = reports.iter().find(|report| report.rule == rule);
    let found =
        report.and_then(|report| report.findings().iter().find(|one| one.fingerprint(snapshot) == *finding));
    let found = found.ok_or((NoFix::NothingToDo, Vec::new()))?;
    stage_fix(found, choice, snapshot).map_err(|why| {
        let people = snapshot.people();
        (why, found.users.iter().filter_map(|user| people.get(*user).cloned()).collect())
    })
}
