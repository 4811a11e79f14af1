//! What is said in Chinese only where permissions are read and written. Headlines marked (o) are ours; all others are
//! the vendor's.

use domain::model::operation::{Kind, Operation};

use super::{Cause, Explanation};

pub(super) fn headline(operation: Operation, cause: Cause) -> Option<&'static str> {
    let headline = match (cause, operation) {
        (Cause::Missing, Operation::QueryAccess(Kind::Image) | Operation::UpdateAccess(Kind::Image)) => {
            "镜像或镜像权限不存在"
        }
        (Cause::Missing, Operation::CreateAccess(Kind::Image) | Operation::DeleteAccess(Kind::Image)) => {
            "镜像不存在"
        }
        (Cause::Missing, Operation::ListUsers) => "用户不存在", // (o)
        (Cause::Exists, Operation::CreateAccess(Kind::Organization)) => "组织权限已存在",
        (Cause::Exists, Operation::CreateAccess(Kind::Image)) => "镜像权限已存在", // (o)
        _ => return None,
    };
    Some(headline)
}

/// After a write whose outcome is open.
const LOOK_FIRST: &str = "从响应无法确定是否已授权。列表已重新读取，请先核对，再决定是否重新授权。";

/// The same after a change or revocation.
const LOOK_AGAIN: &str = "从响应无法确定是否已执行。列表已重新读取，请先核对现状，再决定是否重复操作。";

const fn look_first(operation: Operation) -> &'static str {
    match operation {
        Operation::CreateAccess(_) => LOOK_FIRST,
        _ => LOOK_AGAIN,
    }
}

pub(super) fn explanation(operation: Operation, cause: Cause) -> Option<Explanation> {
    let explanation = match (cause, operation) {
        (Cause::Denied, operation) => return denied(operation),
        (Cause::Missing, operation) => return missing(operation),
        (Cause::ProxyMethod, _) => (
            "控制台与服务之间的某个设备拒绝此请求方法。",
            "请联系代理的管理员，允许 GET、POST、PATCH、DELETE 请求到达服务。",
        ),
        (Cause::ProxyHeaders, _) => (
            "控制台与服务之间的某个设备拒绝此大小的请求头。",
            "请联系代理的管理员，允许至少 32 kB 的请求头：Token 可能有这么大。",
        ),
        (Cause::ProxyAddress, _) => {
            ("控制台与服务之间的某个设备拒绝此长度的地址。", "请联系代理的管理员，允许更长的地址。")
        }
        (Cause::BadLevel, _) => ("服务未接受该权限级别。", "请选择读取、编辑或管理。"),
        (Cause::BadUser, _) => ("服务未接受某个用户名。", "请与 IAM 中账号的用户核对。"),
        (Cause::Exists, Operation::CreateAccess(_)) => (
            "请求中有用户已拥有权限，但服务未说明是哪一个。",
            "列表已重新读取，请去掉已在列表中的用户后重新授权。",
        ),
        (Cause::Internal | Cause::Unavailable | Cause::OtherStatus, operation) if operation.writes() => {
            ("服务在处理请求时出错。", look_first(operation))
        }
        (Cause::Network, operation) if operation.writes() => {
            ("收到响应之前连接已中断。", look_first(operation))
        }
        (Cause::Timeout, operation) if operation.writes() => {
            ("服务未在规定时间内响应。", look_first(operation))
        }
        (Cause::TooLarge, operation) if operation.writes() => {
            ("响应超过 20 MB，未予读取。", look_first(operation))
        }
        _ => return None,
    };
    Some(explanation)
}

fn denied(operation: Operation) -> Option<Explanation> {
    let denied = match operation {
        Operation::QueryAccess(Kind::Image) => ("您无权查看该镜像的权限。", "请联系该镜像或其组织的管理者。"),
        Operation::QueryAccess(Kind::Organization) => ("您无权查看该组织的权限。", "请联系该组织的管理者。"),
        Operation::CreateAccess(Kind::Image) => (
            "在此授权需要组织的“编辑”权限或镜像的“管理”权限，且不能给自己授权。",
            "请联系该镜像或其组织的管理者授权。",
        ),
        Operation::CreateAccess(Kind::Organization) => {
            ("在此授权需要组织的“管理”权限，且不能给自己授权。", "请联系该组织的管理者授权。")
        }
        Operation::UpdateAccess(Kind::Image) | Operation::DeleteAccess(Kind::Image) => (
            "在此修改或删除权限需要组织的“编辑”权限或镜像的“管理”权限。",
            "请联系该镜像或其组织的管理者处理。",
        ),
        Operation::UpdateAccess(Kind::Organization) | Operation::DeleteAccess(Kind::Organization) => {
            ("在此修改或删除权限需要组织的“管理”权限。", "请联系该组织的管理者处理。")
        }
        Operation::ListUsers => ("您无权查看账号的用户列表。", "请手动输入用户名和 ID。"),
        _ => return None,
    };
    Some(denied)
}

fn missing(operation: Operation) -> Option<Explanation> {
    let missing = match operation {
        Operation::UpdateAccess(_) | Operation::DeleteAccess(_) => (
            "镜像或组织可能已不存在，或者其中某个用户已不再拥有权限。",
            "列表已重新读取，请核对仍在列表中的用户。",
        ),
        Operation::QueryAccess(Kind::Image) | Operation::CreateAccess(Kind::Image) => {
            ("它可能已被删除或重命名，也可能对您不可见。", "请核对名称，或在其组织中查找该镜像。")
        }
        _ => return None,
    };
    Some(missing)
}
