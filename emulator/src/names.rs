//! Names and ids as types of their own, so that one is never taken for another. They hold any text: what a name must
//! look like is for the console to say, and the emulator has to survive what the console lets through.

use std::fmt;

use serde::Serialize;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps the text as it is.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )+};
}

texts! {
    /// The name of an account, called domain on the wire.
    AccountName;
    /// The id of an account, called domain on the wire.
    AccountId;
    /// The name of a project, which is that of a region.
    ProjectName;
    /// The id of a project.
    ProjectId;
    /// The name of an IAM user.
    UserName;
    /// The id of an IAM user, normally 32 hex digits.
    UserId;
    /// The name of an organization, called namespace on the wire.
    OrganizationName;
    /// The name of an image, called repository on the wire, with its slashes.
    ImageName;
}

impl ImageName {
    /// The name as a path has it, where every `/` is written `$`.
    pub(crate) fn from_path(segment: &str) -> Self {
        Self(segment.replace('$', "/"))
    }
}
