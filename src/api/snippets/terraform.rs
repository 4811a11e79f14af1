//! What is to hold, as a block for Terraform.
//!
//! Sources: github.com/huaweicloud/terraform-provider-huaweicloud, `docs/resources/swr_image_permissions.md` and
//! `swr_organization_permissions.md` (arguments, levels, ids), `huaweicloud/services/swr/*_permissions.go` (the
//! caller is no part of `users`; `repository` is written with its `/`; names are put into paths as they are; an id
//! with a comma is taken apart there, one with a slash only where the repository has none);
//! HCL native syntax specification (strings, identifiers); Terraform's `import` block, since 1.5.

use std::fmt::Write as _;

use domain::change::resulting::ResultingGrant;
use domain::model::level::Level;
use domain::model::names::Target;
use domain::paths::encode;
use domain::text::reveal::is_hidden;

/// The block of the whole list of a target, without the caller, and the block that takes over what holds already.
///
/// `None` where the provider can't manage it: it demands at least one user, and it does not encode names.
pub fn terraform(target: &Target, holders: &[ResultingGrant]) -> Option<String> {
    let organization = target.organization().as_str();
    let (kind, repository, id) = match target {
        Target::Organization(_) => {
            ("huaweicloud_swr_organization_permissions", None, organization.to_owned())
        }
        Target::Image(_, image) => {
            let sign = if image.as_str().contains('/') { ',' } else { '/' };
            let id = format!("{organization}{sign}{image}");
            ("huaweicloud_swr_image_permissions", Some(image), id)
        }
    };
    if holders.is_empty()
        || !is_plain(organization)
        || repository.is_some_and(|image| !is_plain(&image.to_segment()))
    {
        return None;
    }
    let label = label(&target.to_string());
    let mut text = format!("resource \"{kind}\" \"{label}\" {{\n  organization = {}\n", string(organization));
    if let Some(image) = repository {
        // Writing to text never fails, here and below.
        let _ = writeln!(text, "  repository   = {}", string(image.as_str()));
    }
    for holder in holders {
        let _ = write!(text, "\n  users {{\n    user_id    = {}\n", string(holder.id.as_str()));
        if let Some(name) = &holder.name {
            let _ = writeln!(text, "    user_name  = {}", string(name.as_str()));
        }
        let _ = write!(text, "    permission = \"{}\"\n  }}\n", permission(holder.level));
    }
    let _ = write!(text, "}}\n\nimport {{\n  to = {kind}.{label}\n  id = {}\n}}", string(&id));
    Some(text)
}

/// The provider's word for a level.
const fn permission(level: Level) -> &'static str {
    match level {
        Level::Read => "Read",
        Level::Write => "Write",
        Level::Manage => "Manage",
    }
}

/// Whether a name is the same in a path: the provider encodes none.
pub(super) fn is_plain(name: &str) -> bool {
    encode(name) == name
}

/// A name for the resource, made of what it is about: letters, digits and `_`, with no digit in front.
pub(super) fn label(name: &str) -> String {
    let tame = name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' });
    let digit_first = name.starts_with(|c: char| c.is_ascii_digit());
    digit_first.then_some('_').into_iter().chain(tame).collect()
}

/// A string that Terraform reads back as exactly this text.
///
/// `${` and `%{` begin a template; a doubled sign takes that away. After the same sign a doubling could be read
/// from either end, so there the sign is written by its number.
pub(super) fn string(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            '$' | '%' if rest.peek() == Some(&'{') && before != Some(c) => written.extend([c, c]),
            c if is_hidden(c) || (matches!(c, '$' | '%') && rest.peek() == Some(&'{')) => {
                let code = u32::from(c);
                let _ = if code > 0xFFFF {
                    write!(written, "\\U{code:08x}")
                } else {
                    write!(written, "\\u{code:04x}")
                };
            }
            c => written.push(c),
        }
        before = Some(c);
    }
    written.push('"');
    written
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use domain::model::names::{ImageName, OrganizationName, UserId, UserName};

    /// Reads a string as HCL does; `None` where it ends early, late, or holds a template.
    fn read(text: &str) -> Option<String> {
        let mut rest = text.strip_prefix('"')?;
        let mut read = String::new();
        loop {
            let escapes = [("\\\"", '"'), ("\\\\", '\\'), ("\\n", '\n'), ("\\r", '\r'), ("\\t", '\t')];
            if let Some((escape, c)) = escapes.iter().find(|(escape, _)| rest.starts_with(escape)) {
                read.push(*c);
                rest = &rest[escape.len()..];
            } else if let Some(number) = rest.strip_prefix("\\u") {
                read.push(char::from_u32(u32::from_str_radix(number.get(..4)?, 16).ok()?)?);
                rest = &number[4..];
            } else if let Some(number) = rest.strip_prefix("\\U") {
                read.push(char::from_u32(u32::from_str_radix(number.get(..8)?, 16).ok()?)?);
                rest = &number[8..];
            } else if rest.starts_with("$${") || rest.starts_with("%%{") {
                read.push_str(&rest[1..3]);
                rest = &rest[3..];
            } else if rest.starts_with("${") || rest.starts_with("%{") || rest.starts_with('\\') {
                return None;
            } else if let Some(end) = rest.strip_prefix('"') {
                return end.is_empty().then_some(read);
            } else {
                let c = rest.chars().next().filter(|c| !c.is_control())?;
                read.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }

    fn image(name: &str) -> Target {
        Target::Image(OrganizationName::new("group").unwrap(), ImageName::new(name).unwrap())
    }

    fn holder(name: Option<&str>, level: Level) -> ResultingGrant {
        ResultingGrant { id: UserId::new("1"), name: name.map(UserName::new), level }
    }

    #[test]
    fn a_block_names_everybody_and_is_taken_over_by_its_id() {
        let holders = [holder(Some("a"), Level::Manage), holder(None, Level::Write)];
        let expected = r#"resource "huaweicloud_swr_image_permissions" "group_app" {
  organization = "group"
  repository   = "app"

  users {
    user_id    = "1"
    user_name  = "a"
    permission = "Manage"
  }

  users {
    user_id    = "1"
    permission = "Write"
  }
}

import {
  to = huaweicloud_swr_image_permissions.group_app
  id = "group/app"
}"#;
        assert_eq!(terraform(&image("app"), &holders).unwrap(), expected);
    }

    #[test]
    fn an_image_with_a_slash_keeps_it_and_its_id_has_a_comma() {
        let text = terraform(&image("team/app"), &[holder(None, Level::Read)]).unwrap();
        assert!(text.contains(r#"repository   = "team/app""#) && text.contains(r#"id = "group,team/app""#));
    }

    #[test]
    fn an_organization_has_a_resource_of_its_own() {
        let target = Target::Organization(OrganizationName::new("1-group").unwrap());
        let text = terraform(&target, &[holder(None, Level::Read)]).unwrap();
        assert!(text.starts_with(r#"resource "huaweicloud_swr_organization_permissions" "_1_group" {"#));
        assert!(!text.contains("repository") && text.contains(r#"id = "1-group""#));
    }

    #[test]
    fn what_the_provider_can_not_manage_is_not_written() {
        assert_eq!(terraform(&image("app"), &[]), None);
        for name in ["a b", "a,b", "名"] {
            assert_eq!(terraform(&image(name), &[holder(None, Level::Read)]), None, "{name}");
        }
    }

    #[test]
    fn signs_of_templates_are_taken_as_they_are() {
        for text in ["${a}", "$${a}", "$$${a}", "%{if}", "%%{", "%${", "$%{", "$", "%", "$$", "{"] {
            assert_eq!(read(&string(text)).as_deref(), Some(text), "{}", string(text));
        }
        assert_eq!(string("${a}"), r#""$${a}""#);
        assert_eq!(string("a\u{200B}\u{E0041}"), r#""a\u200b\U000e0041""#);
    }

    proptest! {
        #[test]
        fn every_text_is_read_back(text in any::<String>()) {
            prop_assert_eq!(read(&string(&text)), Some(text));
        }

        #[test]
        fn texts_of_signs_are_read_back(text in "[$%{}\"\\\\\n\r\tu0]{0,12}") {
            prop_assert_eq!(read(&string(&text)), Some(text));
        }

        #[test]
        fn every_label_is_an_identifier(name in "\\PC{1,40}") {
            if let Ok(organization) = OrganizationName::new(name) {
                let label = label(&Target::Organization(organization).to_string());
                prop_assert!(label.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_'));
                prop_assert!(label.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
            }
        }
    }
}
