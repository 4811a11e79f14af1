//! Which call of SWR a method and a path are. An unknown method on a known path is as unknown as the path: the gateway
//! publishes pairs of both.

use crate::names::{AccountName, ImageName, OrganizationName};
use crate::switches::SharePath;

/// A call of SWR.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Route {
    Versions,
    Version,
    Guarded(Guarded),
}

/// A call of the manage API, which needs a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Guarded {
    Namespaces,
    Namespace(OrganizationName),
    NamespaceAccess(Access, OrganizationName),
    Repos,
    SharedRepos,
    Overview,
    Image { organization: OrganizationName, image: ImageName, on: OnImage },
}

/// What of an image a call is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum OnImage {
    Itself,
    Attributes,
    Access(Access),
    Shares(OnShares),
}

/// What is done with the accounts that an image is shared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum OnShares {
    List,
    Show(AccountName),
    Edit(ShareEdit),
}

/// How the accounts that an image is shared with are changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ShareEdit {
    /// The body names the account.
    Add,
    Change(AccountName),
    Remove(AccountName),
}

impl OnImage {
    fn itself(method: &str) -> Option<Self> {
        match method {
            "GET" => Some(Self::Itself),
            "PATCH" => Some(Self::Attributes),
            _ => None,
        }
    }

    /// Whether it only asks.
    pub(super) fn is_read(&self) -> bool {
        match self {
            Self::Itself | Self::Access(Access::Read) | Self::Shares(OnShares::List | OnShares::Show(_)) => {
                true
            }
            Self::Attributes | Self::Access(Access::Edit(_)) | Self::Shares(OnShares::Edit(_)) => false,
        }
    }
}

/// What is done with a list of permissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    Edit(Edit),
}

/// How a list of permissions is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edit {
    Grant,
    Change,
    Revoke,
}

impl Route {
    pub(super) fn of(method: &str, segments: &[&str], share_path: SharePath) -> Option<Self> {
        match segments {
            [""] if method == "GET" => Some(Self::Versions),
            ["v2"] | ["v2", ""] if method == "GET" => Some(Self::Version),
            ["v2", "manage", rest @ ..] => Guarded::of(method, rest, share_path).map(Self::Guarded),
            _ => None,
        }
    }

    /// The image that the call is about.
    pub(super) fn image(&self) -> Option<&ImageName> {
        match self {
            Self::Guarded(Guarded::Image { image, .. }) => Some(image),
            _ => None,
        }
    }
}

impl Guarded {
    fn of(method: &str, segments: &[&str], share_path: SharePath) -> Option<Self> {
        match segments {
            // Nothing is named by nothing.
            _ if segments.contains(&"") => None,
            ["namespaces"] if method == "GET" => Some(Self::Namespaces),
            ["repos"] if method == "GET" => Some(Self::Repos),
            ["shared-repositories"] if method == "GET" => Some(Self::SharedRepos),
            ["overview"] if method == "GET" => Some(Self::Overview),
            ["namespaces", name] if method == "GET" => Some(Self::Namespace(OrganizationName::new(*name))),
            ["namespaces", name, "access"] => {
                Some(Self::NamespaceAccess(Access::of(method)?, OrganizationName::new(*name)))
            }
            ["namespaces", name, "repos", image] => Some(Self::image(name, image, OnImage::itself(method)?)),
            ["namespaces", name, "repos", image, "access"] => {
                Some(Self::image(name, image, OnImage::Access(Access::of(method)?)))
            }
            ["namespaces", name, kind, image, "access-domains", rest @ ..]
                if is_share_path(kind, share_path) =>
            {
                Some(Self::image(name, image, OnImage::Shares(OnShares::of(method, rest)?)))
            }
            _ => None,
        }
    }

    fn image(organization: &str, image: &str, on: OnImage) -> Self {
        Self::Image {
            organization: OrganizationName::new(organization),
            image: ImageName::from_path(image),
            on,
        }
    }
}

/// Whether the accounts that an image is shared with are found below that segment.
fn is_share_path(kind: &str, path: SharePath) -> bool {
    match path {
        SharePath::Both => matches!(kind, "repositories" | "repos"),
        SharePath::Repositories => kind == "repositories",
        SharePath::Repos => kind == "repos",
    }
}

impl OnShares {
    fn of(method: &str, rest: &[&str]) -> Option<Self> {
        let account = |name: &str| AccountName::new(name);
        match (method, rest) {
            ("GET", []) => Some(Self::List),
            ("POST", []) => Some(Self::Edit(ShareEdit::Add)),
            ("GET", [name]) => Some(Self::Show(account(name))),
            ("PATCH", [name]) => Some(Self::Edit(ShareEdit::Change(account(name)))),
            ("DELETE", [name]) => Some(Self::Edit(ShareEdit::Remove(account(name)))),
            _ => None,
        }
    }
}

impl Access {
    fn of(method: &str) -> Option<Self> {
        match method {
            "GET" => Some(Self::Read),
            "POST" => Some(Self::Edit(Edit::Grant)),
            "PATCH" => Some(Self::Edit(Edit::Change)),
            "DELETE" => Some(Self::Edit(Edit::Revoke)),
            _ => None,
        }
    }
}
