//! One address' bucket. Credit is counted in parts of a token, so that nothing is lost between two requests that come
//! within a millisecond.

use std::time::Duration;

use crate::time::UnixMillis;

use super::Bucket;

/// What is in the bucket, and since when that holds.
#[derive(Debug, Clone)]
pub(super) struct Fill {
    credit: u64,
    at: UnixMillis,
}

impl Bucket {
    /// A token in the unit of credit: in each millisecond come as many units as the rate has requests.
    fn token(self) -> u64 {
        self.rate.millis()
    }

    fn capacity(self) -> u64 {
        u64::from(self.burst.get()) * self.token()
    }
}

impl Fill {
    pub(super) fn full(bucket: Bucket, now: UnixMillis) -> Self {
        Self { credit: bucket.capacity(), at: now }
    }

    /// Lets in what has come since. A clock that was set back brings nothing, and takes nothing.
    pub(super) fn advance(&mut self, bucket: Bucket, now: UnixMillis) {
        let elapsed = now.get().saturating_sub(self.at.get());
        let gained = elapsed.saturating_mul(u64::from(bucket.rate.count().get()));
        self.credit = self.credit.saturating_add(gained).min(bucket.capacity());
        self.at = now;
    }

    /// How long until there is a token.
    pub(super) fn wait(&self, bucket: Bucket) -> Duration {
        let missing = bucket.token().saturating_sub(self.credit);
        Duration::from_millis(missing.div_ceil(u64::from(bucket.rate.count().get())))
    }

    pub(super) fn take(&mut self, bucket: Bucket) {
        self.credit = self.credit.saturating_sub(bucket.token());
    }

    pub(super) fn is_full(&self, bucket: Bucket) -> bool {
        self.credit == bucket.capacity()
    }
}
