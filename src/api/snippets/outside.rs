//! Writes that decide who reaches an image from outside, as text for other tools.
//!
//! Sources: github.com/huaweicloud/huaweicloud-skills, `skills/container/swr/`: the operations `UpdateRepo`,
//! `CreateRepoDomains`, `UpdateRepoDomains` and `DeleteRepoDomains` with their parameters;
//! github.com/huaweicloud/terraform-provider-huaweicloud, `docs/resources/swr_repository.md` and
//! `swr_repository_sharing.md`: arguments, `deadline` as a day, ids for import.

use std::fmt::Write as _;

use domain::model::catalog::Visibility;
use domain::model::names::AccountName;
use domain::outside::attributes::Attributes;
use domain::outside::share::Terms;
use domain::outside::until::Until;
use domain::outside::write::{OutsideEdit, OutsideWrite};
use domain::text::request_format::RequestFormat;

use crate::api::outside::prepare;

use super::koocli::value;
use super::shell::{command, word};
use super::terraform::{is_plain, label, string};
use super::{RequestContext, curl, http, powershell};

/// A write in one form; `None` where the form can't express it, or there is nothing to do.
pub fn outside_snippet(
    format: RequestFormat,
    write: &OutsideWrite,
    place: &RequestContext,
) -> Option<String> {
    let prepared = prepare(write)?;
    match format {
        RequestFormat::Http => Some(http::text(&prepared, place)),
        RequestFormat::Curl => Some(curl::text(&prepared, place)),
        RequestFormat::PowerShell => Some(powershell::text(&prepared, place)),
        RequestFormat::KooCli => koocli(write, place),
        RequestFormat::Terraform => terraform(write),
    }
}

fn koocli(write: &OutsideWrite, place: &RequestContext) -> Option<String> {
    let (operation, values) = match &write.edit {
        OutsideEdit::Visibility { desired, .. } => ("UpdateRepo", attributes(desired)),
        OutsideEdit::Share { account, expected, desired } => {
            let operation = match (expected, desired) {
                (None, _) => "CreateRepoDomains",
                (Some(_), Some(_)) => "UpdateRepoDomains",
                (Some(_), None) => "DeleteRepoDomains",
            };
            (operation, share(account, desired.as_ref()))
        }
    };
    let mut parts = vec![
        format!("hcloud SWR {operation}"),
        format!("--cli-region={}", word(place.region.as_str())),
        format!("--namespace={}", word(write.organization.as_str())),
        format!("--repository={}", word(&write.image.to_segment())),
    ];
    for (name, text) in values {
        parts.push(format!("--{name}={}", value(&text)?));
    }
    Some(command(&parts))
}

fn attributes(attributes: &Attributes) -> Vec<(&'static str, String)> {
    let is_public = attributes.visibility == Visibility::Public;
    let texts = [("category", &attributes.category), ("description", &attributes.description)];
    let texts = texts.into_iter().filter_map(|(name, text)| Some((name, text.clone()?)));
    texts.chain([("is_public", is_public.to_string())]).collect()
}

fn share(account: &AccountName, terms: Option<&Terms>) -> Vec<(&'static str, String)> {
    let mut values = vec![("access_domain", account.to_string())];
    if let Some(terms) = terms {
        values.push(("permit", "read".to_owned()));
        values.push(("deadline", terms.until.to_wire()));
        values.push(("description", terms.description.clone()));
    }
    values
}

/// The block of what should be there; `None` where the provider can't say it: what is taken away has no block.
fn terraform(write: &OutsideWrite) -> Option<String> {
    let (organization, image) = (write.organization.as_str(), write.image.as_str());
    if !is_plain(organization) || !is_plain(&write.image.to_segment()) {
        return None;
    }
    let (kind, name, arguments, id) = match &write.edit {
        OutsideEdit::Visibility { desired, .. } => {
            let arguments = repository(organization, image, desired);
            (
                "huaweicloud_swr_repository",
                write.target().to_string(),
                arguments,
                format!("{organization}/{image}"),
            )
        }
        OutsideEdit::Share { account, desired, .. } => {
            let arguments = sharing(organization, image, account, desired.as_ref()?)?;
            let name = format!("{}_{account}", write.target());
            let id = format!("{organization}/{image}/{account}");
            ("huaweicloud_swr_repository_sharing", name, arguments, id)
        }
    };
    let label = label(&name);
    let mut text = format!("resource \"{kind}\" \"{label}\" {{\n");
    let widest = arguments.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    for (name, value) in arguments {
        // Writing to text never fails.
        let _ = writeln!(text, "  {name:widest$} = {value}");
    }
    text.push('}');
    // What takes over something that is there is found by an id in which a slash separates.
    if !image.contains('/') && (!id.contains("//") && is_there(write)) {
        let _ = write!(text, "\n\nimport {{\n  to = {kind}.{label}\n  id = {}\n}}", string(&id));
    }
    Some(text)
}

/// Whether there is something already that Terraform has to take over.
const fn is_there(write: &OutsideWrite) -> bool {
    !matches!(write.edit, OutsideEdit::Share { expected: None, .. })
}

fn repository(organization: &str, image: &str, desired: &Attributes) -> Vec<(&'static str, String)> {
    let mut arguments = vec![("organization", string(organization)), ("name", string(image))];
    arguments.extend(desired.category.as_deref().map(|text| ("category", string(text))));
    arguments.extend(desired.description.as_deref().map(|text| ("description", string(text))));
    arguments.push(("is_public", (desired.visibility == Visibility::Public).to_string()));
    arguments
}

fn sharing(
    organization: &str,
    image: &str,
    account: &AccountName,
    terms: &Terms,
) -> Option<Vec<(&'static str, String)>> {
    let deadline = match &terms.until {
        Until::NoEnd => "forever".to_owned(),
        Until::End(_) => terms.until.last_day()?,
        Until::Odd(_) => return None,
    };
    Some(vec![
        ("organization", string(organization)),
        ("repository", string(image)),
        ("sharing_account", string(account.as_str())),
        ("permission", string("pull")),
        ("deadline", string(&deadline)),
        ("description", string(&terms.description)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::model::names::{ImageName, OrganizationName, RegionId};

    fn place() -> RequestContext {
        RequestContext {
            swr: "https://swr.example.com".to_owned(),
            region: RegionId::new("eu-de"),
            masked_token: "••••".to_owned(),
        }
    }

    fn write(edit: OutsideEdit) -> OutsideWrite {
        OutsideWrite {
            organization: OrganizationName::new("group").unwrap(),
            image: ImageName::new("app").unwrap(),
            edit,
        }
    }

    fn share(expected: Option<Terms>, desired: Option<Terms>) -> OutsideWrite {
        write(OutsideEdit::Share { account: AccountName::new("partner"), expected, desired })
    }

    fn terms(until: &str) -> Terms {
        Terms { until: Until::of_wire(until), description: "for ${them}".to_owned() }
    }

    fn text(format: RequestFormat, write: &OutsideWrite) -> String {
        outside_snippet(format, write, &place()).unwrap()
    }

    #[test]
    fn a_share_in_every_form() {
        let new = share(None, Some(terms("2026-12-31T23:59:59Z")));
        let path = "/v2/manage/namespaces/group/repositories/app/access-domains";
        assert!(
            text(RequestFormat::Http, &new).starts_with(&format!("POST {path}\nX-Auth-Token: ••••\n\n{{"))
        );
        let koocli = text(RequestFormat::KooCli, &new);
        for part in [
            "hcloud SWR CreateRepoDomains",
            "--namespace=group",
            "--repository=app",
            "--access_domain=partner",
            "--permit=read",
            "--deadline=2026-12-31T23:59:59Z",
            "--description='for ${them}'",
        ] {
            assert!(koocli.contains(part), "{part}: {koocli}");
        }
        assert_eq!(
            text(RequestFormat::Terraform, &new),
            "resource \"huaweicloud_swr_repository_sharing\" \"group_app_partner\" {\n  \
             organization    = \"group\"\n  repository      = \"app\"\n  sharing_account = \"partner\"\n  \
             permission      = \"pull\"\n  deadline        = \"2026-12-31\"\n  \
             description     = \"for $${them}\"\n}"
        );
    }

    #[test]
    fn the_end_of_a_share_has_no_body_and_no_block() {
        let end = share(Some(terms("forever")), None);
        assert!(!text(RequestFormat::Http, &end).contains('{'));
        assert!(!text(RequestFormat::Curl, &end).contains("--data-raw"));
        assert!(!text(RequestFormat::PowerShell, &end).contains("-Body"));
        assert!(text(RequestFormat::KooCli, &end).contains("DeleteRepoDomains"));
        assert_eq!(outside_snippet(RequestFormat::Terraform, &end, &place()), None);
    }

    #[test]
    fn visibility_in_every_form_repeats_what_was_read() {
        let before = Attributes {
            visibility: Visibility::Public,
            category: Some("linux".to_owned()),
            description: None,
        };
        let after = before.with(Visibility::Private);
        let private = write(OutsideEdit::Visibility { expected: before, desired: after });
        let koocli = text(RequestFormat::KooCli, &private);
        assert!(koocli.contains("UpdateRepo") && koocli.contains("--category=linux"), "{koocli}");
        assert!(koocli.contains("--is_public=false") && !koocli.contains("description"), "{koocli}");
        let terraform = text(RequestFormat::Terraform, &private);
        assert!(terraform.contains("  is_public    = false\n}"), "{terraform}");
        assert!(terraform.contains("id = \"group/app\""), "{terraform}");
    }
}
