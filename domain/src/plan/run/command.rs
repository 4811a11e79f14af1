//! What a run asks for, and what can come of it.

use crate::change::write::Write;
use crate::model::access::AccessList;
use crate::model::names::Target;
use crate::review::snapshot::Fault;

/// One request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Read a list before anything is sent.
    Look(Target),
    /// Send this, once.
    Send(Write),
    /// Read a list after something was sent, to see what it has come to.
    Witness(Target),
}

/// A request that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub(super) u64);

/// What came of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// To [`Command::Look`] and [`Command::Witness`]: the list.
    List(AccessList),
    /// To [`Command::Send`]: the service says that it was done.
    Done,
    /// Neither.
    Failed(Failure),
    /// The request was taken back, as because the network went away. A list is read again later. Whether a request that
    /// writes has reached the service is then not known.
    Interrupted,
}

/// How a request can fail. See [`crate::review::scan::meaning`] for what a status with its code means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The service was asked too often. A list is read again later, a request that writes is not sent again.
    Throttled,
    /// The token is not accepted any more.
    SessionEnded,
    /// The service refuses it to the caller.
    Denied {
        /// The HTTP status.
        status: u16,
        /// The service's code, where it sent one.
        code: Option<String>,
    },
    /// There is no such target, or no such permission.
    Missing,
    /// Something is there already: 409.
    Conflict,
    /// Anything else.
    Fault(Fault),
}
