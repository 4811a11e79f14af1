//! What is announced when the plan changes: what was done, and how many edits it has now.

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::state::plan::Planning;
use crate::words::Locale;
use domain::plan::staging::{Plan, Staged};

/// "Staged: 4 edits. 118 in the plan."
pub(in crate::pages) fn say_staged(planning: Planning, announce: Announce, t: Locale, count: usize) {
    announce.toast((t.untracked().plan().staged)(count, len(planning)));
}

/// So many edits were taken back, or are as they were before.
pub(in crate::pages) fn say_changed(planning: Planning, announce: Announce, t: Locale, count: usize) {
    announce.toast((t.untracked().plan().changed)(count, len(planning)));
}

/// Stages edits, and says what that has changed.
pub(in crate::pages) fn stage_and_say(planning: Planning, announce: Announce, t: Locale, edits: Vec<Staged>) {
    let staging = planning.stage(edits);
    match (staging.added + staging.replaced, staging.taken_back) {
        (0, 0) => announce.toast(t.untracked().wizards().nothing),
        (0, taken_back) => say_changed(planning, announce, t, taken_back),
        (set, taken_back) => say_staged(planning, announce, t, set + taken_back),
    }
}

/// Undoes the last staging, and says what that has changed.
pub(in crate::pages) fn undo_and_say(planning: Planning, announce: Announce, t: Locale) {
    if let Some(changed) = planning.undo() {
        say_changed(planning, announce, t, changed);
    }
}

fn len(planning: Planning) -> usize {
    untrack(|| planning.with(Plan::len))
}
