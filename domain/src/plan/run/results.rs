//! How far a run has come, and what each edit has come to.

use crate::plan::stages::Stage;
use crate::plan::staging::{Plan, Staged};

use super::Run;
use super::word::{Kind, Word};

/// One edit of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item<'a> {
    /// The stage that it runs in.
    pub stage: Stage,
    /// The edit.
    pub staged: &'a Staged,
    /// What it has come to; `None` while that is open.
    pub word: Option<&'a Word>,
}

/// How many edits have come to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// By word, in the order of [`Kind::ALL`].
    of: [usize; 6],
    /// How many have no word yet.
    pub open: usize,
}

impl Counts {
    /// The counts of edits by what they have come to; `None` for what is open.
    pub fn count<'a>(words: impl IntoIterator<Item = Option<&'a Word>>) -> Self {
        let mut counts = Self::default();
        for word in words {
            let slot = word.and_then(|word| counts.of.get_mut(word.kind() as usize));
            match slot {
                Some(slot) => *slot += 1,
                None => counts.open += 1,
            }
        }
        counts
    }

    /// How many have come to this.
    pub fn of(&self, kind: Kind) -> usize {
        self.of.get(kind as usize).copied().unwrap_or_default()
    }

    /// How many there are.
    pub fn all(&self) -> usize {
        self.of.iter().sum::<usize>() + self.open
    }

    /// How many have a word that is not what was planned.
    pub fn left_over(&self) -> usize {
        self.all() - self.open - self.of(Kind::Applied) - self.of(Kind::AlreadySo)
    }
}

/// How far a run has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many steps have ended.
    pub done: usize,
    /// How many there are.
    pub of: usize,
    /// The stage of the step that was begun last; `None` before the first one.
    pub stage: Option<Stage>,
}

impl Run {
    /// The edits in the order of the run.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        self.steps.iter().zip(&self.words).flat_map(|(step, words)| {
            let item = |(staged, word)| Item { stage: step.stage, staged, word: Option::as_ref(word) };
            step.edits.iter().zip(words).map(item)
        })
    }

    /// How many edits have come to what.
    pub fn counts(&self) -> Counts {
        Counts::count(self.items().map(|item| item.word))
    }

    /// The plan of what is left over, for another run. What has changed meanwhile is in it too: other edits may rest on it,
    /// and stay held back until a person has decided anew.
    pub fn left_over(&self) -> Plan {
        let is_left = |item: &Item<'_>| !item.word.is_some_and(Word::is_as_planned);
        self.items().filter(is_left).map(|item| item.staged.clone()).collect()
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        let done = self.begun - self.lanes.len().min(self.begun);
        let stage = self.begun.checked_sub(1).and_then(|last| self.steps.get(last)).map(|step| step.stage);
        Progress { done, of: self.steps.len(), stage }
    }
}
