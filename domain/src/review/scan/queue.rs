//! The requests of a scan: waiting ones in their order, and those under way.

use std::collections::{BTreeMap, VecDeque};

use super::request::{Request, Ticket};

/// See the module. What is about one image comes after everything else, so that an overview is there early.
#[derive(Debug, Clone, Default)]
pub(super) struct Queue {
    early: VecDeque<Request>,
    late: VecDeque<Request>,
    under_way: BTreeMap<Ticket, Request>,
    tickets: u64,
}

impl Queue {
    /// Adds a request behind the others of its kind.
    pub(super) fn add(&mut self, request: Request) {
        self.line(&request).push_back(request);
    }

    /// Puts a request back to the front.
    pub(super) fn put_back(&mut self, request: Request) {
        self.line(&request).push_front(request);
    }

    /// The next request, which is under way from now on.
    pub(super) fn next(&mut self) -> Option<(Ticket, Request)> {
        let request = self.early.pop_front().or_else(|| self.late.pop_front())?;
        let ticket = Ticket(self.tickets);
        self.tickets += 1;
        self.under_way.insert(ticket, request.clone());
        Some((ticket, request))
    }

    /// The request of a ticket, which is no longer under way; `None` if it was not.
    pub(super) fn take(&mut self, ticket: Ticket) -> Option<Request> {
        self.under_way.remove(&ticket)
    }

    /// Puts everything under way back; answers that still come have no ticket any more.
    pub(super) fn recall(&mut self) {
        for (_, request) in std::mem::take(&mut self.under_way).into_iter().rev() {
            self.put_back(request);
        }
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        *self = Self { tickets: self.tickets, ..Self::default() };
    }

    /// How many requests are under way.
    pub(super) fn under_way(&self) -> usize {
        self.under_way.len()
    }

    /// How many are waiting or under way.
    pub(super) fn len(&self) -> usize {
        self.early.len() + self.late.len() + self.under_way()
    }

    fn line(&mut self, request: &Request) -> &mut VecDeque<Request> {
        if request.is_about_an_image() { &mut self.late } else { &mut self.early }
    }
}
