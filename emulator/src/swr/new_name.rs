//! What the names of new organizations and images must look like.

use crate::error::{self, Refusal};
use crate::names::{ImageName, OrganizationName};

/// Nobody may have it.
const RESERVED: &str = "library";

/// The name of a new organization.
///
/// Source: OTC API reference, "Creating an Organization": 1 to 64 characters, a letter first, a letter or digit last, and
/// no two separators side by side but two underscores. The FAQ of the vendor allows more hyphens.
pub(super) fn organization(name: &str) -> Result<OrganizationName, Refusal> {
    let begins = name.starts_with(|first: char| first.is_ascii_lowercase());
    if begins && is_name(name, "._-", 64) && name != RESERVED {
        Ok(OrganizationName::new(name))
    } else {
        Err(error::ORGANIZATION_NAME.into())
    }
}

/// The name of a new image, with `/` or `$` between its parts.
///
/// Source: OTC API reference, "Creating an Image Repository in an Organization".
pub(super) fn image(name: &str) -> Result<ImageName, Refusal> {
    let name = ImageName::from_path(name);
    if is_name(name.as_str(), "./_-", 128) { Ok(name) } else { Err(error::IMAGE_NAME.into()) }
}

fn is_name(name: &str, separators: &str, limit: usize) -> bool {
    let is_letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    let is_known = name.chars().all(|letter| is_letter(letter) || separators.contains(letter));
    let has_ends = name.starts_with(is_letter) && name.ends_with(is_letter);
    let mut between = name.split(is_letter).filter(|run| !run.is_empty());
    is_known && has_ends && name.len() <= limit && between.all(|run| run.len() == 1 || run == "__")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_between_letters_and_alone() {
        for name in ["a", "a1", "a.b", "a_b", "a__b", "a-b-c", "group-1.2_3", &"a".repeat(64)] {
            assert!(organization(name).is_ok() && image(name).is_ok(), "{name}");
        }
        for name in
            ["", "A", "a.", "-a", "a..b", "a--b", "a___b", "a._b", "a b", "ä", "a/", "/a", "a//b", "a:b"]
        {
            assert_eq!(organization(name), Err(error::ORGANIZATION_NAME.into()), "{name}");
            assert_eq!(image(name), Err(error::IMAGE_NAME.into()), "{name}");
        }
    }

    #[test]
    fn only_images_begin_with_a_digit_and_have_slashes() {
        assert!(
            organization("1a").is_err() && organization("a/b").is_err() && organization("library").is_err()
        );
        assert!(image("1a").is_ok() && image("library").is_ok());
        assert_eq!(image("team$web/app"), Ok(ImageName::new("team/web/app")));
    }

    #[test]
    fn names_end_somewhere() {
        assert!(organization(&"a".repeat(65)).is_err());
        assert!(image(&"a".repeat(128)).is_ok() && image(&"a".repeat(129)).is_err());
    }
}
