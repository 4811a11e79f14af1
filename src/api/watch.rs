//! What hears of the requests that people cause, so that what sends by itself can give way to them.
//!
//! A request with a single try ([`Cancel::single`](super::Cancel::single)) is not among them: its sender paces it.

use std::cell::RefCell;
use std::rc::Rc;

use super::error::ApiError;
use domain::review::pace::Permit;

/// Hears how a request has ended: without a failure, it was answered.
type Answered = Box<dyn Fn(Permit, Option<&ApiError>)>;

/// What is called for each request. A trait would do, but with one implementation the compiler calls it directly, and the
/// main part of the program would carry it.
pub struct Watch {
    /// A request is sent; `None` if nothing has to be said of its answer.
    pub sent: Box<dyn Fn() -> Option<Permit>>,
    /// It was answered, or it is known that it will not be.
    pub answered: Answered,
}

thread_local! {
    static WATCH: RefCell<Option<Rc<Watch>>> = const { RefCell::new(None) };
}

/// From now on requests are watched like this, or no longer.
pub fn watch(by: Option<Watch>) {
    WATCH.replace(by.map(Rc::new));
}

/// The present watch, for one request.
pub(super) fn present() -> Option<Rc<Watch>> {
    WATCH.with_borrow(Clone::clone)
}
