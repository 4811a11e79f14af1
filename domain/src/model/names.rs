//! The names that the service uses, each its own type, and the rules of those that become part of a URL.
//!
//! Encoding for a URL is `paths.rs`; only whether a name can be in one at all is checked here.

use std::cmp::Ordering;
use std::fmt;

pub use crate::model::user_id::UserId;

/// Makes a newtype over text that says nothing about its content.
macro_rules! text_newtype {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(String);

        impl $name {
            /// Takes the text as it is.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text as it came.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_newtype!(
    /// The name of an IAM user, as the grant recorded it. It may be stale: IAM does not report renames to SWR.
    UserName
);
text_newtype!(
    /// An account (`domain` on IAM's wire).
    AccountName
);
text_newtype!(
    /// An agency: what an account lets the users of another one do for it. IAM's wire says `xrole`.
    AgencyName
);
text_newtype!(
    /// An IAM project; for SWR the region's own one.
    ProjectName
);
text_newtype!(
    /// The id of a region in `config.json`.
    RegionId
);

impl UserName {
    /// The longest name that IAM's pages allow anywhere, in characters.
    pub const LONGEST: usize = 64;
}

/// Why a text can't be the name of an organization or image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// Nothing there.
    Empty,
    /// `.` or `..`: a browser would take it out of the URL and the request would reach another resource.
    Dots,
    /// An image name with `$`, which stands for `/` in every path and so can't be told from it.
    Dollar,
}

/// The name of an organization (`namespace` on the wire).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganizationName(String);

impl OrganizationName {
    /// Takes any name that can be put into a path.
    ///
    /// # Errors
    /// Says why the text can't be one. Names that the service would never have allowed are not refused:
    /// it decides which exist.
    pub fn new(text: impl Into<String>) -> Result<Self, NameFault> {
        checked(text.into()).map(Self)
    }

    /// The name as the service and the screen write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OrganizationName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name of an image inside its organization (`repository` on the wire), with its `/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImageName(String);

impl ImageName {
    /// Takes any name that can be put into a path.
    ///
    /// # Errors
    /// Says why the text can't be one.
    pub fn new(text: impl Into<String>) -> Result<Self, NameFault> {
        let text = checked(text.into())?;
        if text.contains('$') { Err(NameFault::Dollar) } else { Ok(Self(text)) }
    }

    /// The name as the service and the screen write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as paths write it: `$` for `/`.
    ///
    /// Source: SWR API reference, every `repository` path parameter; a raw `/` reaches the gateway's 404.
    pub fn to_segment(&self) -> String {
        self.0.replace('/', "$")
    }

    /// The name that a path means.
    ///
    /// # Errors
    /// Says why the segment names nothing.
    pub fn from_segment(segment: &str) -> Result<Self, NameFault> {
        Self::new(segment.replace('$', "/"))
    }
}

impl fmt::Display for ImageName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What permissions can be granted on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// All images of an organization.
    Organization(OrganizationName),
    /// One image.
    Image(OrganizationName, ImageName),
}

impl Target {
    /// The organization that the target is, or lies in.
    pub const fn organization(&self) -> &OrganizationName {
        match self {
            Target::Organization(organization) | Target::Image(organization, _) => organization,
        }
    }

    /// The image that the target is, if it is one.
    pub const fn image(&self) -> Option<&ImageName> {
        match self {
            Target::Organization(_) => None,
            Target::Image(_, image) => Some(image),
        }
    }
}

/// By name, and each organization before its images.
impl Ord for Target {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.organization(), self.image()).cmp(&(other.organization(), other.image()))
    }
}

impl PartialOrd for Target {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Organization(organization) => organization.fmt(f),
            Target::Image(organization, image) => write!(f, "{organization}/{image}"),
        }
    }
}

fn checked(text: String) -> Result<String, NameFault> {
    match text.as_str() {
        "" => Err(NameFault::Empty),
        "." | ".." => Err(NameFault::Dots),
        _ => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_slash_is_a_dollar_in_paths_only() {
        let image = ImageName::new("team/web/app").unwrap();
        assert_eq!(image.to_segment(), "team$web$app");
        assert_eq!(ImageName::from_segment("team$web$app").unwrap(), image);
        assert_eq!(image.to_string(), "team/web/app");
    }

    #[test]
    fn names_that_would_leave_their_place_in_a_path_are_refused() {
        assert_eq!(OrganizationName::new(".."), Err(NameFault::Dots));
        assert_eq!(ImageName::new("."), Err(NameFault::Dots));
        assert_eq!(ImageName::new(""), Err(NameFault::Empty));
        assert_eq!(ImageName::new("a$b"), Err(NameFault::Dollar));
        // Inside a longer name the dots are harmless, since no slash reaches the path.
        assert_eq!(ImageName::new("a/../b").unwrap().to_segment(), "a$..$b");
    }

    #[test]
    fn an_organization_comes_before_its_images() {
        let organization = |name| Target::Organization(OrganizationName::new(name).unwrap());
        let image = |organization, name| {
            Target::Image(OrganizationName::new(organization).unwrap(), ImageName::new(name).unwrap())
        };
        let mut targets =
            [image("b", "a"), organization("b"), image("a", "z"), image("a", "b"), organization("a")];
        targets.sort();
        assert_eq!(targets.map(|target| target.to_string()), ["a", "a/b", "a/z", "b", "b/a"]);
    }

    #[test]
    fn names_are_kept_as_they_came() {
        assert_eq!(OrganizationName::new("group").unwrap().as_str(), "group");
        assert_eq!(ImageName::new("team/web").unwrap().as_str(), "team/web");
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn every_image_name_survives_its_path_segment(text in "\\PC{1,64}") {
                if let Ok(image) = ImageName::new(text) {
                    prop_assert!(!image.to_segment().contains('/'));
                    prop_assert_eq!(ImageName::from_segment(&image.to_segment()), Ok(image));
                }
            }
        }
    }
}
