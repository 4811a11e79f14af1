//! What a scan asks for, and what can come of it.

use crate::model::access::AccessList;
use crate::model::catalog::Visibility;
use crate::model::names::{ImageName, OrganizationName, Target};
use crate::model::user::ListedUsers;
use crate::review::snapshot::{Fault, ListedOrganization, Share, Totals};

/// One request. All of them only read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Request {
    /// The organizations that the caller sees.
    Organizations,
    /// What the service counts for the whole account.
    Overview,
    /// The account's users.
    Users,
    /// A page of the images that are shared with other accounts.
    Shared {
        /// How many records come before it.
        offset: u64,
    },
    /// The access list of an organization or image.
    Access(Target),
    /// A page of an organization's images.
    Images {
        /// Which organization.
        organization: OrganizationName,
        /// How many records come before it.
        offset: u64,
    },
    /// The accounts that an image is shared with.
    Shares(Target),
}

impl Request {
    /// Whether it is about one image: of these there are many, and they come after everything else.
    pub(super) const fn is_about_an_image(&self) -> bool {
        matches!(self, Request::Access(Target::Image(..)) | Request::Shares(_))
    }
}

/// A request that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub(super) u64);

/// What came of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// What was asked for.
    Answered(Answer),
    /// The service refuses it to the caller.
    Denied {
        /// The HTTP status.
        status: u16,
        /// The service's code, where it sent one.
        code: Option<String>,
    },
    /// There is no such organization or image.
    Gone,
    /// It failed, in a way that another try did not change.
    Failed(Fault),
    /// The service was asked too often. The request is sent again later, and nothing is recorded.
    Throttled,
    /// The session ended, the network went away, or the request was taken back. It is sent again later.
    Interrupted,
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// To [`Request::Organizations`]: those that have a usable name, and how many others there are.
    Organizations(Vec<ListedOrganization>, u32),
    /// To [`Request::Overview`].
    Overview(Totals),
    /// To [`Request::Users`].
    Users(ListedUsers),
    /// To [`Request::Images`] and [`Request::Shared`].
    Page(ImagePage),
    /// To [`Request::Access`].
    Access(AccessList),
    /// To [`Request::Shares`].
    Shares(Vec<Share>),
}

/// One page of a list of images.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImagePage {
    /// How many records the whole list has, where the service says so.
    pub total: Option<u64>,
    /// The records in their order; `None` for one without a usable name.
    pub records: Vec<Option<ImageRecord>>,
}

/// A record of such a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageRecord {
    /// The organization that it names; `None` where it names none, and then it is the one that was asked for.
    pub organization: Option<String>,
    /// The image.
    pub image: ImageName,
    /// Whether everyone may pull it.
    pub visibility: Visibility,
}
