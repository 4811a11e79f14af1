//! The Chinese sentences. Headlines marked (o) are ours; all others stand in the vendor's pages.

use crate::api::error::{Kind, Operation};

use super::Cause;

type Texts = (&'static str, &'static str, &'static str);

pub(super) fn texts(operation: Operation, cause: Cause) -> Texts {
    let (reason, remedy) = explanation(operation, cause);
    (headline(operation, cause), reason, remedy)
}

fn headline(operation: Operation, cause: Cause) -> &'static str {
    match (cause, operation) {
        (Cause::Unauthenticated, Operation::SignIn) => "登录被拒绝",
        (Cause::Unauthenticated | Cause::Missing, Operation::CheckToken) => "令牌无效",
        (Cause::Missing, Operation::SignIn) => "项目或账号不存在",
        (Cause::BadRequest | Cause::BadLevel | Cause::BadUser, _) => "错误的请求",
        (Cause::Unauthenticated | Cause::OtherAccount, _) => "鉴权失败",
        (Cause::Missing, Operation::QueryAccess(Kind::Image) | Operation::UpdateAccess(Kind::Image)) => {
            "镜像或镜像权限不存在"
        }
        (Cause::Missing, Operation::CreateAccess(Kind::Image) | Operation::DeleteAccess(Kind::Image)) => {
            "镜像不存在"
        }
        (Cause::Missing, Operation::ListUsers) => "用户不存在", // (o)
        (Cause::Missing, _) => "组织不存在",
        (Cause::Exists, Operation::CreateAccess(Kind::Organization)) => "组织权限已存在",
        (Cause::Exists, Operation::CreateAccess(Kind::Image)) => "镜像权限已存在", // (o)
        (Cause::Exists, _) => "存在冲突",                                          // (o)
        (Cause::Internal, _) => "内部错误",
        (Cause::Denied | Cause::DeniedByPolicy, _) => "没有权限", // (o)
        (Cause::WrongAddress, _) => "地址不存在",                 // (o)
        (Cause::Busy, _) => "服务繁忙",                           // (o)
        (Cause::Throttled, _) => "请求过于频繁",                  // (o)
        (Cause::Refused, _) => "请求被拒绝",                      // (o)
        (Cause::Unavailable, _) => "服务不可用",                  // (o)
        (Cause::OtherStatus, _) => "服务错误",                    // (o)
        (Cause::Network, _) => "无法连接",                        // (o)
        (Cause::Timeout, _) => "响应超时",                        // (o)
        (Cause::Aborted, _) => "已取消",                          // (o)
        (Cause::Unexpected, _) => "响应内容异常",                 // (o)
        (Cause::TooLarge, _) => "响应内容过大",                   // (o)
    }
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

fn explanation(operation: Operation, cause: Cause) -> (&'static str, &'static str) {
    match (cause, operation) {
        (Cause::Unauthenticated, Operation::SignIn) => (
            "账号、用户名、密码或验证码有误，或者该用户不允许使用密码登录。",
            "请逐项核对。多次输错可能导致用户被暂时锁定。",
        ),
        (Cause::Unauthenticated | Cause::Missing, Operation::CheckToken) => {
            ("IAM 不认识此令牌，它可能已过期或复制不完整。", "请获取新的令牌并完整粘贴。")
        }
        (Cause::Unauthenticated, _) => ("会话已结束：令牌已过期或被收回。", "请重新登录。"),
        (Cause::OtherAccount, _) => ("该组织属于其他账号。", "请登录该账号，或核对组织名称。"),
        (Cause::Missing, Operation::SignIn) => {
            ("IAM 中没有该项目或账号。", "请核对项目名称，通常与区域 ID 相同。")
        }
        (Cause::Denied, operation) => denied(operation),
        (Cause::DeniedByPolicy, _) => {
            ("账号的 IAM 策略禁止此操作，与此处的授权无关。", "请联系账号管理员调整策略。")
        }
        (Cause::Missing, operation) => missing(operation),
        (Cause::BadRequest, Operation::SignIn) => {
            ("IAM 无法识别输入的内容。", "请核对账号、用户名和项目后重试。")
        }
        (Cause::BadRequest, _) => ("服务未接受该请求。", "请查看“技术详情”中的服务器消息，修正后重试。"),
        (Cause::BadLevel, _) => ("服务未接受该权限级别。", "请选择读取、编辑或管理。"),
        (Cause::BadUser, _) => ("服务未接受某个用户名。", "请与 IAM 中账号的用户核对。"),
        (Cause::WrongAddress, _) => {
            ("控制台所连接的服务没有此地址，与镜像或组织无关。", "请部署者检查 config.json 中该区域的地址。")
        }
        (Cause::Exists, Operation::CreateAccess(_)) => (
            "请求中有用户已拥有权限，但服务未说明是哪一个。",
            "列表已重新读取，请去掉已在列表中的用户后重新授权。",
        ),
        (Cause::Exists, _) => ("该请求与已有内容冲突。", "请刷新后重试。"),
        (Cause::Busy, _) => ("服务正在处理其他操作。", "请稍候重试。"),
        (Cause::Throttled, _) => ("服务暂时不再接受请求。这并不是缺少权限。", "请等待一分钟后重试。"),
        (Cause::Refused, _) => ("服务拒绝了该请求。", "请查看“技术详情”中的服务器消息。"),
        (Cause::Internal | Cause::Unavailable | Cause::OtherStatus, operation) if operation.writes() => {
            ("服务在处理请求时出错。", look_first(operation))
        }
        (Cause::Internal | Cause::OtherStatus, _) => {
            ("服务在处理请求时出错。", "请重试。如持续出现，请将下方的请求 ID 提供给服务支持人员。")
        }
        (Cause::Unavailable, _) => ("服务或其前端服务器暂不可用。", "请稍候重试。"),
        (Cause::Network, operation) if operation.writes() => {
            ("收到响应之前连接已中断。", look_first(operation))
        }
        (Cause::Network, _) => (
            "无法连接服务：可能处于离线状态，或者域名、证书、重定向、安全策略存在问题。",
            "请检查网络连接后重试。",
        ),
        (Cause::Timeout, operation) if operation.writes() => {
            ("服务未在规定时间内响应。", look_first(operation))
        }
        (Cause::Timeout, _) => ("服务未在规定时间内响应。", "请重试。"),
        (Cause::Aborted, _) => ("在收到响应之前已放弃请求。", "需要时可重试。"),
        (Cause::Unexpected, _) => (
            "响应与服务文档不符，可能是控制台与服务之间的其他服务器返回的。",
            "请重试。如持续出现，请将技术详情提供给部署者。",
        ),
        (Cause::TooLarge, operation) if operation.writes() => {
            ("响应超过 20 MB，未予读取。", look_first(operation))
        }
        (Cause::TooLarge, _) => ("响应超过 20 MB，未予读取。", "请告知部署者。"),
    }
}

fn denied(operation: Operation) -> (&'static str, &'static str) {
    match operation {
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
        Operation::SignIn | Operation::CheckToken => {
            ("IAM 已识别您的身份，但您无权使用该项目。", "请核对项目，或联系账号管理员授权。")
        }
        Operation::ListUsers => ("您无权查看账号的用户列表。", "请手动输入用户名和 ID。"),
        Operation::ListOrganizations | Operation::ListImages => {
            ("您无权查看此列表。", "请联系该组织的管理者。")
        }
    }
}

fn missing(operation: Operation) -> (&'static str, &'static str) {
    match operation {
        Operation::UpdateAccess(_) | Operation::DeleteAccess(_) => (
            "镜像或组织可能已不存在，或者其中某个用户已不再拥有权限。",
            "列表已重新读取，请核对仍在列表中的用户。",
        ),
        Operation::QueryAccess(Kind::Image) | Operation::CreateAccess(Kind::Image) => {
            ("它可能已被删除或重命名，也可能对您不可见。", "请核对名称，或在其组织中查找该镜像。")
        }
        _ => ("它可能已被删除、属于其他账号，或对您不可见。", "请核对名称，或在组织列表中查找。"),
    }
}
