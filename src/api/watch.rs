//! What hears of the requests that people cause, so that what sends by itself can give way to them.
//!
//! A request with a single try ([`Cancel::single`](super::Cancel::single)) is not among them: its sender paces it.

use std::cell::RefCell;
use std::rc::Rc;

use super::error::ApiError;
use domain::review::pace::Permit;

/// See the module.
pub trait Watch {
    /// A request is sent; `None` if nothing has to be said of its answer.
    fn sent(&self) -> Option<Permit>;

    /// It was answered, or it is known that it will not be.
    fn answered(&self, permit: Permit, failure: Option<&ApiError>);
}

thread_local! {
    static WATCH: RefCell<Option<Rc<dyn Watch>>> = const { RefCell::new(None) };
}

/// From now on these requests are watched, or no longer.
pub fn watch(by: Option<Rc<dyn Watch>>) {
    WATCH.replace(by);
}

/// The present watch, for one request.
pub(super) fn present() -> Option<Rc<dyn Watch>> {
    WATCH.with_borrow(Clone::clone)
}
