//! Which call of SWR a method and a path are. An unknown method on a known path is as unknown as the path: the gateway
//! publishes pairs of both.

use crate::names::{ImageName, OrganizationName, ProjectId};
use crate::switches::SharePath;

use super::on_image::{Access, OnImage, OnShares};

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
    /// The body names the organization.
    NamespaceCreation,
    Namespace(OrganizationName),
    NamespaceDeletion(OrganizationName),
    NamespaceAccess(Access, OrganizationName),
    Repos,
    SharedRepos,
    Overview,
    Quotas(ProjectId),
    /// The body names the image.
    ImageCreation(OrganizationName),
    Image {
        organization: OrganizationName,
        image: ImageName,
        on: OnImage,
    },
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
            ["namespaces", rest @ ..] => Self::on_organizations(method, rest, share_path),
            ["repos"] if method == "GET" => Some(Self::Repos),
            ["shared-repositories"] if method == "GET" => Some(Self::SharedRepos),
            ["overview"] if method == "GET" => Some(Self::Overview),
            ["projects", id, "quotas"] if method == "GET" => Some(Self::Quotas(ProjectId::new(*id))),
            _ => None,
        }
    }

    fn on_organizations(method: &str, segments: &[&str], share_path: SharePath) -> Option<Self> {
        let named = |name: &str| OrganizationName::new(name);
        match (method, segments) {
            ("GET", []) => Some(Self::Namespaces),
            ("POST", []) => Some(Self::NamespaceCreation),
            ("GET", [name]) => Some(Self::Namespace(named(name))),
            ("DELETE", [name]) => Some(Self::NamespaceDeletion(named(name))),
            ("POST", [name, "repos"]) => Some(Self::ImageCreation(named(name))),
            (_, [name, "access"]) => Some(Self::NamespaceAccess(Access::of(method)?, named(name))),
            (_, [name, kind, image, "access-domains", rest @ ..]) if is_share_path(kind, share_path) => {
                Some(Self::image(name, image, OnImage::Shares(OnShares::of(method, rest)?)))
            }
            (_, [name, "repos", image, below @ ..]) => {
                Some(Self::image(name, image, OnImage::of(method, below)?))
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
