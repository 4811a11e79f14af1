//! What a part of a page that shows loaded data can be in, and how it gets from one state to the next. Pure: the requests
//! themselves are in `loader`; what each state looks like is in `pages::data_view`.

use std::sync::Arc;

use crate::api::ApiError;
use domain::text::time::UnixMillis;

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

impl<V> Eq for Fresh<V> {}

impl<V> PartialEq for Fresh<V> {
    /// The same answer, not merely an equal one: cheap, and what a view needs to know.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.value, &other.value) && self.at == other.at
    }
}

/// What a part of a page that shows loaded data is in. `D` is what is known of the data: the data with its time
/// ([`Fresh`]), or the time alone ([`Status`]), which is all that the frame around the data needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Load<D> {
    /// Nothing yet; a request is under way.
    First,
    /// Data, and no request.
    Ready(D),
    /// Data, and a request for newer.
    Refreshing(D),
    /// Data that could not be refreshed, and why.
    Stale(D, ApiError),
    /// No data, and why.
    Failed(ApiError),
    /// No data, since the session ended before there was any. The session dialog says so; the next session reads again.
    Ended,
}

/// A state without its data: when the data was read.
pub type Status = Load<UnixMillis>;

impl<D> Load<D> {
    /// What is known of the data, if there is any.
    pub const fn data(&self) -> Option<&D> {
        match self {
            Load::Ready(data) | Load::Refreshing(data) | Load::Stale(data, _) => Some(data),
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

    /// The same state with something else in place of the data; where there is none, nothing has been loaded.
    pub fn filter_map<E>(self, change: impl FnOnce(D) -> Option<E>) -> Load<E> {
        match self {
            Load::First => Load::First,
            Load::Ready(data) => change(data).map_or(Load::First, Load::Ready),
            Load::Refreshing(data) => change(data).map_or(Load::First, Load::Refreshing),
            Load::Stale(data, error) => change(data).map_or(Load::First, |data| Load::Stale(data, error)),
            Load::Failed(error) => Load::Failed(error),
            Load::Ended => Load::Ended,
        }
    }
}

/// Names one request for a keyed value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticket(u64);

/// A loaded value together with the key it belongs to.
#[derive(Debug)]
pub struct Keyed<K, V> {
    held: Option<(K, Load<Fresh<V>>)>,
    ticket: Ticket,
}

impl<K: PartialEq, V> Keyed<K, V> {
    /// Nothing is loaded yet.
    pub const fn new() -> Self {
        Self { held: None, ticket: Ticket(0) }
    }

    /// A request for a key starts. What was held under another key is gone; what was held under the same one
    /// stays on the screen meanwhile. Every earlier request is void from now on.
    pub fn begin(&mut self, key: K) -> Ticket {
        self.ticket = Ticket(self.ticket.0 + 1);
        let load = match self.held.take() {
            Some((held, load)) if held == key => match load.data() {
                Some(fresh) => Load::Refreshing(fresh.clone()),
                None => Load::First,
            },
            _ => Load::First,
        };
        self.held = Some((key, load));
        self.ticket
    }

    /// An earlier reading of a key, to be held until a request for it ends. What is held already counts more.
    pub fn offer(&mut self, key: K, reading: Fresh<V>) {
        let is_held = self.held.as_ref().is_some_and(|(held, load)| *held == key && load.data().is_some());
        if !is_held {
            self.held = Some((key, Load::Refreshing(reading)));
        }
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
            *load = match (answer, load.data()) {
                (Ok(value), _) => Load::Ready(Fresh { value: Arc::new(value), at }),
                // The session dialog speaks of this failure; the view waits for the next session.
                (Err(error), Some(fresh)) if error.ends_session() => Load::Ready(fresh.clone()),
                (Err(error), None) if error.ends_session() => Load::Ended,
                (Err(error), Some(fresh)) => Load::Stale(fresh.clone(), error),
                (Err(error), None) => Load::Failed(error),
            };
        }
        true
    }

    /// The state under a key: what is held, if it is held under that key, and nothing otherwise.
    pub fn under(&self, key: &K) -> Load<Fresh<V>> {
        match &self.held {
            Some((held, load)) if held == key => load.clone(),
            _ => Load::First,
        }
    }
}

impl<K: PartialEq, V> Default for Keyed<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const AT: UnixMillis = UnixMillis(1);

    fn value<V: Copy>(load: &Load<Fresh<V>>) -> Option<V> {
        load.data().map(|fresh| *fresh.value)
    }

    #[test]
    fn an_answer_is_drawn_only_under_its_own_key() {
        let mut keyed = Keyed::new();
        let a = keyed.begin('a');
        let b = keyed.begin('b');
        assert!(!keyed.settle(a, Ok('a'), AT));
        assert_eq!(keyed.under(&'b'), Load::First);
        assert!(keyed.settle(b, Ok('b'), AT));
        assert_eq!(value(&keyed.under(&'b')), Some('b'));
        assert_eq!(keyed.under(&'a'), Load::First);
    }

    #[test]
    fn a_refresh_keeps_what_is_there_and_a_failed_one_marks_it() {
        let mut keyed = Keyed::new();
        let first = keyed.begin('a');
        keyed.settle(first, Ok(1), AT);
        let second = keyed.begin('a');
        assert!(matches!(keyed.under(&'a'), Load::Refreshing(_)));
        keyed.settle(second, Err(ApiError::Network), AT);
        assert!(matches!(keyed.under(&'a'), Load::Stale(fresh, ApiError::Network) if *fresh.value == 1));
    }

    #[test]
    fn an_earlier_reading_is_there_at_once_with_its_own_time() {
        let mut keyed = Keyed::new();
        let earlier = Fresh { value: Arc::new(1), at: UnixMillis(0) };
        keyed.offer('a', earlier.clone());
        assert_eq!(keyed.under(&'b'), Load::First);
        let ticket = keyed.begin('a');
        assert_eq!(keyed.under(&'a'), Load::Refreshing(earlier.clone()));
        keyed.settle(ticket, Err(ApiError::Network), AT);
        assert_eq!(keyed.under(&'a'), Load::Stale(earlier.clone(), ApiError::Network));
        keyed.offer('a', Fresh { value: Arc::new(0), at: UnixMillis(0) });
        assert_eq!(keyed.under(&'a'), Load::Stale(earlier, ApiError::Network), "what is on the screen stays");
        let ticket = keyed.begin('a');
        keyed.settle(ticket, Ok(2), AT);
        assert_eq!(value(&keyed.under(&'a')), Some(2));
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
        let mut keyed = Keyed::new();
        let ticket = keyed.begin('a');
        keyed.settle(ticket, ended(), AT);
        assert_eq!(keyed.under(&'a'), Load::<Fresh<i32>>::Ended);
        let ticket = keyed.begin('a');
        assert_eq!(keyed.under(&'a'), Load::First);
        keyed.settle(ticket, Ok(1), AT);
        let ticket = keyed.begin('a');
        keyed.settle(ticket, ended(), AT);
        assert!(matches!(keyed.under(&'a'), Load::Ready(_)));
    }

    proptest! {
        /// Any interleaving of starts and answers: whatever is shown under a key was read for that key, and it
        /// is the answer to the last request for it.
        #[test]
        fn nothing_is_ever_shown_under_another_key(
            steps in proptest::collection::vec((0u8..4, any::<bool>(), 0usize..8), 1..60),
        ) {
            let mut keyed: Keyed<u8, (u8, u64)> = Keyed::new();
            let mut open: Vec<(Ticket, u8)> = Vec::new();
            let mut key = 0;
            for (next, starts, which) in steps {
                if starts || open.is_empty() {
                    key = next;
                    open.push((keyed.begin(key), key));
                } else {
                    let (ticket, of) = open.remove(which % open.len());
                    keyed.settle(ticket, Ok((of, ticket.0)), AT);
                }
                for shown in 0..4 {
                    if let Some((of, _)) = value(&keyed.under(&shown)) {
                        prop_assert_eq!(of, shown);
                        prop_assert_eq!(shown, key);
                    }
                }
            }
            if let Some((_, number)) = value(&keyed.under(&key)) {
                prop_assert!(number <= keyed.ticket.0);
            }
        }
    }
}
