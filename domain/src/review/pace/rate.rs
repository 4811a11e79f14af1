//! A pace: so many requests a second, evenly, and slowly more.

/// The share of what the service has delivered that is asked of it from then on.
const OF_DELIVERED: f64 = 0.95;

/// The share of the pace that is kept at least after a complaint.
const OF_PACE: f64 = 0.85;

/// What a pace grows by in a second without a complaint.
const GROWTH: f64 = 1.01;

/// The slowest pace, in requests per second, and the fastest: more than a thousand is none.
const SLOWEST: f64 = 1.0 / 60.0;
const FASTEST: f64 = 1_000.0;

/// See the module.
#[derive(Debug, Clone)]
pub(super) struct Rate {
    per_second: f64,
    since: f64,
    next: f64,
}

impl Rate {
    /// The pace after an episode, by the one before, if there was one, and by what was delivered per second so far, with all
    /// pauses.
    pub(super) fn after_episode(before: Option<&Rate>, delivered: f64, now: f64) -> Self {
        let kept = before.map_or(0.0, |before| OF_PACE * before.per_second);
        let per_second = kept.max(OF_DELIVERED * delivered).clamp(SLOWEST, FASTEST);
        Self { per_second, since: now, next: now }
    }

    /// Notes that a request is sent. One that comes late brings the next one forward, by less than one interval; those of
    /// people, which do not wait, put it off by no more than one.
    pub(super) fn send(&mut self, now: f64) {
        let seconds = (now - self.since).max(0.0) / 1000.0;
        self.per_second = (self.per_second * GROWTH.powf(seconds)).min(FASTEST);
        self.since = now;
        let interval = 1000.0 / self.per_second;
        self.next = self.next.clamp(now - interval, now + interval) + interval;
    }

    /// Leaves out a time in which nobody had a request: peace is no merit then.
    pub(super) fn leave_out(&mut self, idle: f64) {
        self.since += idle;
    }

    pub(super) const fn next(&self) -> f64 {
        self.next
    }

    pub(super) const fn per_second(&self) -> f64 {
        self.per_second
    }
}
