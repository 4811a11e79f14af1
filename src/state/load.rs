//! What a region of the page that shows loaded data can be in, and how it gets from one to the other. Pure: the
//! requests themselves are `loader`.

use std::sync::Arc;

use crate::api::ApiError;
use crate::domain::time::UnixMillis;

/// Loaded data, and when it was read.
#[derive(Debug)]
pub struct Fresh<V> {
    /// The data.
    pub value: Arc<V>,
    /// When the answer came.
    pub at: UnixMillis,
}

impl<V> Clone for Fresh<V> {
    fn clone(&self) -> Self {
        Self { value: Arc::clone(&self.value), at: self.at }
    }
}

impl<V> PartialEq for Fresh<V> {
    /// The same answer, not merely an equal one: cheap, and what a view needs to know.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.value, &other.value) && self.at == other.at
    }
}

/// The state of one region.
#[derive(Debug)]
pub enum Load<V> {
    /// Nothing yet; a request is under way.
    First,
    /// Data, and no request.
    Ready(Fresh<V>),
    /// Data, and a request for newer.
    Refreshing(Fresh<V>),
    /// Data that could not be renewed, and why.
    Stale(Fresh<V>, ApiError),
    /// No data, and why.
    Failed(ApiError),
    /// No data, since the session ended before there was any. The session dialog speaks of it; the next session
    /// reads again.
    Ended,
}

impl<V> Load<V> {
    /// The data, if there is any.
    pub const fn fresh(&self) -> Option<&Fresh<V>> {
        match self {
            Load::Ready(fresh) | Load::Refreshing(fresh) | Load::Stale(fresh, _) => Some(fresh),
            Load::First | Load::Failed(_) | Load::Ended => None,
        }
    }

    /// Whether a request is under way.
    pub const fn is_loading(&self) -> bool {
        matches!(self, Load::First | Load::Refreshing(_))
    }

    /// Why the last request failed, if it did.
    pub const fn error(&self) -> Option<&ApiError> {
        match self {
            Load::Stale(_, error) | Load::Failed(error) => Some(error),
            Load::First | Load::Ready(_) | Load::Refreshing(_) | Load::Ended => None,
        }
    }
}

/// The state of one region without its data: what the frame around the data needs to know, whatever the data is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// See [`Load::First`].
    First,
    /// See [`Load::Ready`], with the time of the data.
    Ready(UnixMillis),
    /// See [`Load::Refreshing`], with the time of the data.
    Refreshing(UnixMillis),
    /// See [`Load::Stale`], with the time of the data.
    Stale(UnixMillis, ApiError),
    /// See [`Load::Failed`].
    Failed(ApiError),
    /// See [`Load::Ended`].
    Ended,
}

impl Status {
    /// Whether a request is under way.
    pub const fn is_loading(&self) -> bool {
        matches!(self, Status::First | Status::Refreshing(_))
    }

    /// When the data on the screen was read, if there is any.
    pub const fn read_at(&self) -> Option<UnixMillis> {
        match self {
            Status::Ready(at) | Status::Refreshing(at) | Status::Stale(at, _) => Some(*at),
            Status::First | Status::Failed(_) | Status::Ended => None,
        }
    }
}

impl<V> Load<V> {
    /// The same state with the data as another type. Data that is no such type counts as not there.
    pub fn typed<W>(self, as_other: impl FnOnce(&V) -> Option<Arc<W>>) -> Load<W> {
        let other = |fresh: &Fresh<V>| Some(Fresh { value: as_other(&fresh.value)?, at: fresh.at });
        match self {
            Load::First => Load::First,
            Load::Ready(fresh) => other(&fresh).map_or(Load::First, Load::Ready),
            Load::Refreshing(fresh) => other(&fresh).map_or(Load::First, Load::Refreshing),
            Load::Stale(fresh, error) => other(&fresh).map_or(Load::First, |fresh| Load::Stale(fresh, error)),
            Load::Failed(error) => Load::Failed(error),
            Load::Ended => Load::Ended,
        }
    }

    /// The state without the data.
    pub fn status(&self) -> Status {
        match self {
            Load::First => Status::First,
            Load::Ready(fresh) => Status::Ready(fresh.at),
            Load::Refreshing(fresh) => Status::Refreshing(fresh.at),
            Load::Stale(fresh, error) => Status::Stale(fresh.at, error.clone()),
            Load::Failed(error) => Status::Failed(error.clone()),
            Load::Ended => Status::Ended,
        }
    }
}

impl<V> Clone for Load<V> {
    fn clone(&self) -> Self {
        match self {
            Load::First => Load::First,
            Load::Ready(fresh) => Load::Ready(fresh.clone()),
            Load::Refreshing(fresh) => Load::Refreshing(fresh.clone()),
            Load::Stale(fresh, error) => Load::Stale(fresh.clone(), error.clone()),
            Load::Failed(error) => Load::Failed(error.clone()),
            Load::Ended => Load::Ended,
        }
    }
}

impl<V> PartialEq for Load<V> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Load::First, Load::First) | (Load::Ended, Load::Ended) => true,
            (Load::Ready(a), Load::Ready(b)) | (Load::Refreshing(a), Load::Refreshing(b)) => a == b,
            (Load::Stale(a, x), Load::Stale(b, y)) => a == b && x == y,
            (Load::Failed(x), Load::Failed(y)) => x == y,
            _ => false,
        }
    }
}

/// Names one request of a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticket(u64);

/// A loaded value together with the key it belongs to.
#[derive(Debug)]
pub struct Slot<K, V> {
    held: Option<(K, Load<V>)>,
    ticket: Ticket,
}

impl<K: PartialEq, V> Slot<K, V> {
    /// An empty slot.
    pub const fn new() -> Self {
        Self { held: None, ticket: Ticket(0) }
    }

    /// A request for a key starts. What was held under another key is gone; what was held under the same one
    /// stays on the screen meanwhile. Every earlier request is void from now on.
    pub fn begin(&mut self, key: K) -> Ticket {
        self.ticket = Ticket(self.ticket.0 + 1);
        let load = match self.held.take() {
            Some((held, load)) if held == key => match load.fresh() {
                Some(fresh) => Load::Refreshing(fresh.clone()),
                None => Load::First,
            },
            _ => Load::First,
        };
        self.held = Some((key, load));
        self.ticket
    }

    /// Whether a request is the present one.
    pub fn is_present(&self, ticket: Ticket) -> bool {
        ticket == self.ticket
    }

    /// A request ends. Returns whether it was the present one; the answer to any other is dropped.
    pub fn settle(&mut self, ticket: Ticket, answer: Result<V, ApiError>, at: UnixMillis) -> bool {
        if !self.is_present(ticket) {
            return false;
        }
        if let Some((_, load)) = &mut self.held {
            *load = match (answer, load.fresh()) {
                (Ok(value), _) => Load::Ready(Fresh { value: Arc::new(value), at }),
                // The session dialog speaks of this failure; the region waits for the next session.
                (Err(error), Some(fresh)) if error.ends_session() => Load::Ready(fresh.clone()),
                (Err(error), None) if error.ends_session() => Load::Ended,
                (Err(error), Some(fresh)) => Load::Stale(fresh.clone(), error),
                (Err(error), None) => Load::Failed(error),
            };
        }
        true
    }

    /// The state under a key: what is held, if it is held under that key, and nothing otherwise.
    pub fn under(&self, key: &K) -> Load<V> {
        match &self.held {
            Some((held, load)) if held == key => load.clone(),
            _ => Load::First,
        }
    }
}

impl<K: PartialEq, V> Default for Slot<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const AT: UnixMillis = UnixMillis(1);

    fn value<V: Copy>(load: &Load<V>) -> Option<V> {
        load.fresh().map(|fresh| *fresh.value)
    }

    #[test]
    fn an_answer_is_drawn_only_under_its_own_key() {
        let mut slot = Slot::new();
        let a = slot.begin('a');
        let b = slot.begin('b');
        assert!(!slot.settle(a, Ok('a'), AT));
        assert_eq!(slot.under(&'b'), Load::First);
        assert!(slot.settle(b, Ok('b'), AT));
        assert_eq!(value(&slot.under(&'b')), Some('b'));
        assert_eq!(slot.under(&'a'), Load::First);
    }

    #[test]
    fn a_refresh_keeps_what_is_there_and_a_failed_one_marks_it() {
        let mut slot = Slot::new();
        let first = slot.begin('a');
        slot.settle(first, Ok(1), AT);
        let second = slot.begin('a');
        assert!(matches!(slot.under(&'a'), Load::Refreshing(_)));
        slot.settle(second, Err(ApiError::Network), AT);
        assert!(matches!(slot.under(&'a'), Load::Stale(fresh, ApiError::Network) if *fresh.value == 1));
    }

    #[test]
    fn the_end_of_a_session_leaves_the_region_as_it_was() {
        let ended = || {
            Err(ApiError::Status(crate::api::error::Failure {
                status: 401,
                body: crate::api::error::ErrorBody::Empty,
                request_id: None,
                retry_after: None,
            }))
        };
        let mut slot = Slot::new();
        let ticket = slot.begin('a');
        slot.settle(ticket, ended(), AT);
        assert_eq!(slot.under(&'a'), Load::<i32>::Ended);
        let ticket = slot.begin('a');
        assert_eq!(slot.under(&'a'), Load::First);
        slot.settle(ticket, Ok(1), AT);
        let ticket = slot.begin('a');
        slot.settle(ticket, ended(), AT);
        assert!(matches!(slot.under(&'a'), Load::Ready(_)));
    }

    proptest! {
        /// Any interleaving of starts and answers: whatever is shown under a key was read for that key, and it
        /// is the answer to the last request for it.
        #[test]
        fn nothing_is_ever_shown_under_another_key(
            steps in proptest::collection::vec((0u8..4, any::<bool>(), 0usize..8), 1..60),
        ) {
            let mut slot: Slot<u8, (u8, u64)> = Slot::new();
            let mut open: Vec<(Ticket, u8)> = Vec::new();
            let mut key = 0;
            for (next, starts, which) in steps {
                if starts || open.is_empty() {
                    key = next;
                    open.push((slot.begin(key), key));
                } else {
                    let (ticket, of) = open.remove(which % open.len());
                    slot.settle(ticket, Ok((of, ticket.0)), AT);
                }
                for shown in 0..4 {
                    if let Some((of, _)) = value(&slot.under(&shown)) {
                        prop_assert_eq!(of, shown);
                        prop_assert_eq!(shown, key);
                    }
                }
            }
            if let Some((_, number)) = value(&slot.under(&key)) {
                prop_assert!(number <= slot.ticket.0);
            }
        }
    }
}
