//! The call as a command of KooCLI (`hcloud`), the vendor's command line.
//!
//! Sources: github.com/huaweicloud/huaweicloud-skills, `skills/container/swr/huawei-cloud-swr-image-governance/SKILL.md`:
//! the names of the operations, entries of a bare array as `--1.user_id=…` counted from 1, and ids of a bare array
//! of text as `--1=…` (older pages beside it revoke by `--1.user_id`, which that page takes back).
//! KooCLI's FAQ "How do I leave a body parameter empty": `[]` and `{}` are no values but mean an empty one.
//! SWR API reference: in `repository`, `$` stands for `/`.

use domain::change::write::{Action, Edit, Write};
use domain::model::names::Target;

use super::RequestContext;
use super::shell::{command, word};

/// The command; `None` where a value would be taken for something else. It signs with the keys of KooCLI's own
/// profile, so there is no token in it.
pub(super) fn text(write: &Write, place: &RequestContext) -> Option<String> {
    let mut parts = vec![
        format!("hcloud SWR {}", operation(write)),
        format!("--cli-region={}", word(place.region.as_str())),
        format!("--namespace={}", word(write.target.organization().as_str())),
    ];
    if let Target::Image(_, image) = &write.target {
        parts.push(format!("--repository={}", word(&image.to_segment())));
    }
    for (number, edit) in (1..).zip(&write.edits) {
        parts.push(entry(number, edit)?);
    }
    Some(command(&parts))
}

const fn operation(write: &Write) -> &'static str {
    match (&write.target, write.action) {
        (Target::Image(..), Action::Grant) => "CreateUserRepositoryAuth",
        (Target::Image(..), Action::Change) => "UpdateUserRepositoryAuth",
        (Target::Image(..), Action::Revoke) => "DeleteUserRepositoryAuth",
        (Target::Organization(_), Action::Grant) => "CreateNamespaceAuth",
        (Target::Organization(_), Action::Change) => "UpdateNamespaceAuth",
        (Target::Organization(_), Action::Revoke) => "DeleteNamespaceAuth",
    }
}

/// The entry of one person: the same parts in the same order as in the request's body.
fn entry(number: usize, edit: &Edit) -> Option<String> {
    let (id, name) = (value(edit.id.as_str())?, value(edit.name.as_str())?);
    Some(match edit.desired {
        Some(level) => {
            format!("--{number}.user_id={id} --{number}.user_name={name} --{number}.auth={}", level.auth())
        }
        None => format!("--{number}={id}"),
    })
}

/// A value; `None` where KooCLI would take it for another one.
pub(super) fn value(text: &str) -> Option<String> {
    (!matches!(text, "[]" | "{}")).then(|| word(text))
}
