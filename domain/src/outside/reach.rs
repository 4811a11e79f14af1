//! Who reaches an image from outside, in short.

use crate::model::catalog::{Collection, Completeness, Image, Visibility};

use super::share::ShareCount;

/// See the module. What could not be read is not known, and never taken for "nobody".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reach {
    /// Whether everyone can pull the image.
    pub visibility: Visibility,
    /// With how many accounts it is shared; `None` where that was not read.
    pub shares: Option<ShareCount>,
}

/// Which images a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReachFilter {
    /// Those that everyone can pull.
    Public,
    /// Those that are shared with other accounts.
    Shared,
}

impl ReachFilter {
    /// Whether it shows an image. What was not read is not shown: it can't be said to be either.
    pub fn shows(self, visibility: Visibility, is_shared: Option<bool>) -> bool {
        match self {
            ReachFilter::Public => visibility == Visibility::Public,
            ReachFilter::Shared => is_shared == Some(true),
        }
    }
}

/// Whether a list of the images that are shared is all of it: an entry that can't be read, or never came, may be any image.
pub fn names_all(shared: &Collection<Image>) -> bool {
    shared.unreadable == 0 && shared.completeness == Completeness::Whole
}

/// What such a list says of an image; `None` where it leaves that open.
pub fn is_shared(shared: &Collection<Image>, label: &str) -> Option<bool> {
    let is_listed = shared.items.iter().any(|image| image.label == label);
    (is_listed || names_all(shared)).then_some(is_listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    // The list of images called one private whose sharing was in an entry that could not be read.
    #[test]
    fn a_list_that_may_lack_an_image_does_not_say_that_it_is_not_shared() {
        let image = |label: &str| Image {
            name: None,
            label: label.to_owned(),
            visibility: Visibility::Private,
            tags: None,
            updated: None,
        };
        let whole =
            Collection { items: [image("a")].into(), completeness: Completeness::Whole, unreadable: 0 };
        assert_eq!((is_shared(&whole, "a"), is_shared(&whole, "b")), (Some(true), Some(false)));
        for lacking in [
            Collection { unreadable: 1, ..whole.clone() },
            Collection { completeness: Completeness::Short { announced: 2 }, ..whole.clone() },
            Collection { completeness: Completeness::Endless, ..whole },
        ] {
            assert_eq!((is_shared(&lacking, "a"), is_shared(&lacking, "b")), (Some(true), None));
        }
    }
}
