//! An episode: from the first complaint to the first answer that is none.

/// The first pause, in milliseconds, where the service does not name one.
const FIRST: f64 = 1_000.0;

/// The shortest one after other episodes.
const SHORTEST: f64 = 250.0;

/// The longest.
const LONGEST: f64 = 60_000.0;

/// See the module.
#[derive(Debug, Clone)]
pub(super) struct Episode {
    began: f64,
    pause_ends: f64,
    pause: f64,
    is_probing: bool,
}

impl Episode {
    /// Begins one. How long the last one was says what kind of limit it is: half of that is waited at once.
    pub(super) fn begin(last: Option<f64>, retry_after: Option<f64>, dice: f64, now: f64) -> Self {
        let pause = last.map_or(FIRST, |last| (last / 2.0).clamp(SHORTEST, LONGEST));
        let mut episode = Self { began: now, pause_ends: now, pause, is_probing: false };
        episode.wait(retry_after, dice, now);
        episode
    }

    /// The request that tried was refused too: a longer pause.
    pub(super) fn go_on(&mut self, retry_after: Option<f64>, dice: f64, now: f64) {
        self.pause = (self.pause * 2.0).min(LONGEST);
        self.is_probing = false;
        self.wait(retry_after, dice, now);
    }

    fn wait(&mut self, retry_after: Option<f64>, dice: f64, now: f64) {
        self.pause *= 0.5 + dice.clamp(0.0, 1.0) / 2.0;
        self.pause_ends = now + asked(retry_after).unwrap_or(self.pause);
    }

    /// Another request of this episode was refused: it may name a longer pause.
    pub(super) fn wait_at_least(&mut self, retry_after: Option<f64>, now: f64) {
        self.pause_ends =
            asked(retry_after).map_or(self.pause_ends, |pause| self.pause_ends.max(now + pause));
    }

    /// Notes that a request tries. Says whether it is the one that does.
    pub(super) const fn probe(&mut self) -> bool {
        !std::mem::replace(&mut self.is_probing, true)
    }

    /// Nothing came of the request that tried: another one may.
    pub(super) const fn probe_again(&mut self) {
        self.is_probing = false;
    }

    pub(super) const fn is_probing(&self) -> bool {
        self.is_probing
    }

    pub(super) const fn began(&self) -> f64 {
        self.began
    }

    pub(super) const fn pause_ends(&self) -> f64 {
        self.pause_ends
    }
}

/// The pause that the service asks for. No time at all asks for nothing.
fn asked(retry_after: Option<f64>) -> Option<f64> {
    retry_after.filter(|pause| *pause > 0.0)
}
