//! What is said aloud: one sentence at a time, in one live region that is always there.

use leptos::prelude::*;

/// The present announcement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Announcement {
    /// Counts up, so that the same sentence twice is said twice.
    pub number: u64,
    /// The sentence; empty for silence.
    pub text: String,
}

/// Says things to people who can't see, or do not look at, what changed.
#[derive(Clone, Copy)]
pub struct Announcer(RwSignal<Announcement>);

impl Announcer {
    /// A silent announcer.
    pub fn new() -> Self {
        Self(RwSignal::new(Announcement::default()))
    }

    /// Says a sentence.
    pub fn say(self, text: impl Into<String>) {
        let text = text.into();
        let _ = self.0.try_update(|present| {
            present.number += 1;
            present.text = text;
        });
    }

    /// The present announcement, for the one component that shows it.
    pub fn present(self) -> Signal<Announcement> {
        self.0.into()
    }
}

impl Default for Announcer {
    fn default() -> Self {
        Self::new()
    }
}
