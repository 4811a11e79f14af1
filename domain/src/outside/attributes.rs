//! What an image's own record says: whether it is public, and what a request that changes this has to repeat.
//!
//! Source: SWR API reference, "updating the brief description of an image": one request sets all three.

use crate::model::catalog::Visibility;

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Attributes {
    /// Whether everyone can pull it.
    pub visibility: Visibility,
    /// Its category, as the service names it; `None` where it was not sent.
    pub category: Option<String>,
    /// Its description; `None` where it was not sent.
    pub description: Option<String>,
}

impl Attributes {
    /// The same with another visibility.
    #[must_use]
    pub fn with(&self, visibility: Visibility) -> Self {
        Self { visibility, ..self.clone() }
    }
}
