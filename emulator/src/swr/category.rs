//! The vendor's categories of images.

const CATEGORIES: [&str; 8] =
    ["app_server", "linux", "framework_app", "database", "lang", "windows", "arm", "other"];

/// What an image is in for which nobody chose one.
pub(super) const DEFAULT: &str = "other";

/// The category of that name, if the vendor has it.
pub(super) fn named(text: &str) -> Option<&'static str> {
    CATEGORIES.into_iter().find(|category| *category == text)
}
