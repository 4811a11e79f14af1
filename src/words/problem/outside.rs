//! What is said only where it is about who reaches an image from outside. Headlines marked (o) are ours; all others are the
//! vendor's.

use super::{Cause, Explanation};
use crate::api::error::ApiError;
use crate::words::Language;
use domain::model::operation::Operation;

/// The code for an account that an image is not shared with: a 400, where others would say 404.
const NOT_SHARED: u32 = 4_001_090;

/// What matters of a failure here beside its cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    /// The image is not there, or not to be seen.
    NoImage,
    /// The account is not among those that the image is shared with.
    NoShare,
    /// It is already.
    IsShared,
    /// Too little right to see who it is.
    MayNotSee,
    /// Too little right to share.
    MayNotShare,
    /// Too little right to change the image's record.
    MayNotUpdate,
    /// Something about a new or changed share was not accepted.
    BadShare,
}

fn case(operation: Operation, error: &ApiError) -> Option<Case> {
    let changes_share = matches!(operation, Operation::UpdateShare | Operation::DeleteShare);
    match Cause::of(operation, error) {
        Cause::BadRequest if changes_share && error.serial() == Some(NOT_SHARED) => Some(Case::NoShare),
        Cause::Missing if changes_share => Some(Case::NoShare),
        Cause::Missing => Some(Case::NoImage),
        Cause::Exists if operation == Operation::CreateShare => Some(Case::IsShared),
        Cause::Denied if operation == Operation::UpdateImage => Some(Case::MayNotUpdate),
        Cause::Denied if operation.writes() => Some(Case::MayNotShare),
        Cause::Denied => Some(Case::MayNotSee),
        Cause::BadRequest if matches!(operation, Operation::CreateShare | Operation::UpdateShare) => {
            Some(Case::BadShare)
        }
        _ => None,
    }
}

/// Headline and explanation, where they are others than elsewhere.
pub(super) fn said(
    operation: Operation,
    error: &ApiError,
    language: Language,
) -> Option<(Option<&'static str>, Explanation)> {
    let case = case(operation, error).filter(|_| operation.is_outside())?;
    Some(match language {
        Language::English => english(case),
        Language::Chinese => chinese(case),
    })
}

const fn english(case: Case) -> (Option<&'static str>, Explanation) {
    match case {
        Case::NoImage => (
            Some("The image does not exist."),
            (
                "It may have been deleted or renamed, or it may be hidden from you.",
                "Check the name, or look for the image in its organization.",
            ),
        ),
        Case::NoShare => (
            Some("The image is not shared with this account."), // (o)
            (
                "The sharing may have ended, or the image may have been deleted.",
                "The list has been refreshed: check which accounts are still on it.",
            ),
        ),
        Case::IsShared => (
            Some("The image is already shared with this account."), // (o)
            ("An image is shared with an account once.", "Refresh, and change the entry that is there."),
        ),
        Case::MayNotSee => (
            None,
            (
                "You don't have permission to see which accounts this image is shared with.",
                "Ask someone who manages the image or its organization.",
            ),
        ),
        Case::MayNotShare => (
            None,
            (
                "Sharing an image, and ending it, needs Manage on the image or its organization.",
                "Ask someone who manages the image or its organization to do it.",
            ),
        ),
        Case::MayNotUpdate => (
            None,
            (
                "Making an image public or private needs Write on the image or its organization.",
                "Ask someone who manages the image or its organization to do it.",
            ),
        ),
        Case::BadShare => (
            None,
            (
                "The service did not accept the account, the last day or the description.",
                "Check that the account exists and is not your own, and that the image is private. “Technical details” has the \
                 service's words.",
            ),
        ),
    }
}

const fn chinese(case: Case) -> (Option<&'static str>, Explanation) {
    match case {
        Case::NoImage => (
            Some("镜像不存在"),
            ("镜像可能已被删除或重命名，或者对您不可见。", "请核对名称，或在其组织中查找该镜像。"),
        ),
        Case::NoShare => (
            Some("镜像未共享给该账号"), // (o)
            ("共享可能已结束，或镜像已被删除。", "列表已重新读取，请核对仍在列表中的账号。"),
        ),
        Case::IsShared => (
            Some("镜像已共享给该账号"), // (o)
            ("同一镜像只能共享给同一账号一次。", "请刷新后修改已有条目。"),
        ),
        Case::MayNotSee => (None, ("您没有权限查看此镜像的共享账号。", "请联系管理该镜像或其组织的人员。")),
        Case::MayNotShare => {
            (None, ("共享或停止共享需要镜像或其组织的“管理”权限。", "请联系管理该镜像或其组织的人员。"))
        }
        Case::MayNotUpdate => {
            (None, ("设为公开或私有需要镜像或其组织的“编辑”权限。", "请联系管理该镜像或其组织的人员。"))
        }
        Case::BadShare => (
            None,
            (
                "服务未接受该账号、截止日期或描述。",
                "请确认账号存在、不是您自己的账号，且镜像为私有镜像。“技术详情”中有服务的说明。",
            ),
        ),
    }
}
