//! What is said aloud: one sentence at a time, in a live region that is always there.

use std::time::Duration;

use crate::view::prelude::*;

/// How long a sentence stays.
const STAYS: Duration = Duration::from_secs(8);

/// The present announcement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Announcement {
    /// Counts up, so that the same sentence twice is said twice, and a later one is not cleared with an earlier.
    pub number: u64,
    /// The sentence; empty for silence.
    pub text: String,
    /// Whether it is shown too.
    pub audience: Audience,
}

/// Whether an announcement is for the eye too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Audience {
    /// Said only: what happened can be seen where it happened.
    #[default]
    ScreenReaders,
    /// Said and shown.
    Everyone,
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
    pub fn announce(self, text: impl Into<String>, audience: Audience) {
        let text = text.into();
        let number = self.0.try_update(|present| {
            *present = Announcement { number: present.number + 1, text, audience };
            present.number
        });
        let clear = move || {
            let _ = self.0.try_update(|present| {
                if Some(present.number) == number {
                    present.text.clear();
                }
            });
        };
        set_timeout(clear, STAYS);
    }

    /// The present announcement, for anyone who shows it.
    pub fn present(self) -> Signal<Announcement> {
        self.0.into()
    }
}

impl Default for Announcer {
    fn default() -> Self {
        Self::new()
    }
}
