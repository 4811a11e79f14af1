//! Services that limit requests.

use crate::review::chance::Chance;

use super::{LATENCY, REQUESTS};

/// How a service limits requests.
#[derive(Debug, Clone, Copy)]
pub(super) enum Limit {
    None,
    /// So many a second, and a stock of so many.
    Bucket {
        per_second: f64,
        depth: f64,
    },
    /// So many in each window of so many milliseconds.
    Window {
        count: u32,
        length: f64,
        starts: Starts,
    },
}

/// When the first request comes in a window.
#[derive(Debug, Clone, Copy)]
pub(super) enum Starts {
    /// At its beginning.
    AtItsBeginning,
    /// At any moment.
    Anywhere,
}

/// The service's side of a limit.
pub(super) struct Limiter {
    limit: Limit,
    tokens: f64,
    at: f64,
    window: f64,
    used: u32,
    /// When the first window ends.
    first: f64,
}

impl Limiter {
    pub(super) fn new(limit: Limit, chance: &mut Chance) -> Self {
        let (tokens, first) = match limit {
            Limit::None => (0.0, 0.0),
            Limit::Bucket { depth, .. } => (depth, 0.0),
            Limit::Window { length, starts: Starts::AtItsBeginning, .. } => (0.0, length),
            Limit::Window { length, starts: Starts::Anywhere, .. } => (0.0, length * chance.unit()),
        };
        Self { limit, tokens, at: 0.0, window: -2.0, used: 0, first }
    }

    pub(super) fn lets_through(&mut self, now: f64) -> bool {
        match self.limit {
            Limit::None => true,
            Limit::Bucket { per_second, depth } => {
                self.tokens = (self.tokens + (now - self.at) * per_second / 1000.0).min(depth);
                self.at = now;
                let is_enough = self.tokens >= 1.0;
                self.tokens -= if is_enough { 1.0 } else { 0.0 };
                is_enough
            }
            Limit::Window { count, length, .. } => {
                let window = ((now - self.first) / length).floor();
                if window > self.window {
                    (self.window, self.used) = (window, 0);
                }
                self.used += 1;
                self.used <= count
            }
        }
    }

    /// The least time that all requests take, by the limit and by how many can be under way.
    pub(super) fn bound(&self, most: u32) -> f64 {
        let unlimited = f64::from(REQUESTS) * LATENCY / f64::from(most);
        match self.limit {
            Limit::None => unlimited,
            Limit::Bucket { per_second, depth } => {
                unlimited.max((f64::from(REQUESTS) - depth) * 1000.0 / per_second)
            }
            Limit::Window { count, length, .. } => {
                let (mut left, mut begins, mut ends) = (f64::from(REQUESTS), 0.0, self.first);
                loop {
                    let possible = f64::from(count).min((ends - begins) * f64::from(most) / LATENCY);
                    if possible >= left {
                        return begins + left * LATENCY / f64::from(most);
                    }
                    (left, begins, ends) = (left - possible, ends, ends + length);
                }
            }
        }
    }

    /// When a request is let through again, in milliseconds from now: what `Retry-After` would say.
    pub(super) fn retry_after(&self, now: f64) -> f64 {
        match self.limit {
            Limit::None => 0.0,
            Limit::Bucket { per_second, .. } => (1000.0 / per_second).max(1000.0),
            Limit::Window { length, .. } => length - (now - self.first).rem_euclid(length),
        }
    }
}
