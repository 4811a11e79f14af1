//! The Chinese sentences. Headlines marked (o) are ours; all others are the vendor's.

use domain::model::operation::Operation;

use super::{Cause, Explanation};

pub(super) fn headline(operation: Operation, cause: Cause) -> &'static str {
    match (cause, operation) {
        (Cause::Unauthenticated, Operation::SignIn) => "登录被拒绝",
        (Cause::Unauthenticated | Cause::Missing, Operation::CheckToken) => "Token 无效",
        (Cause::Missing, Operation::SignIn | Operation::AssumeAgency) => "项目或账号不存在",
        (Cause::BadRequest | Cause::BadLevel | Cause::BadUser, _) => "错误的请求",
        (Cause::Unauthenticated | Cause::OtherAccount, _) => "鉴权失败",
        (Cause::Missing, _) => "组织不存在",
        (Cause::Exists, _) => "存在冲突", // (o)
        (Cause::Internal, _) => "内部错误",
        (Cause::Denied | Cause::DeniedByPolicy, _) => "没有权限", // (o)
        (Cause::WrongAddress, _) => "地址不存在",                 // (o)
        (Cause::Busy, _) => "服务繁忙",                           // (o)
        (Cause::Throttled, _) => "请求过于频繁",                  // (o)
        (Cause::Refused | Cause::ProxyMethod | Cause::ProxyHeaders | Cause::ProxyAddress, _) => "请求被拒绝", // (o)
        (Cause::Unavailable, _) => "服务不可用",  // (o)
        (Cause::OtherStatus, _) => "服务错误",    // (o)
        (Cause::Network, _) => "无法连接",        // (o)
        (Cause::Timeout, _) => "响应超时",        // (o)
        (Cause::Aborted, _) => "已取消",          // (o)
        (Cause::Unexpected, _) => "响应内容异常", // (o)
        (Cause::TooLarge, _) => "响应内容过大",   // (o)
    }
}

pub(super) fn explanation(operation: Operation, cause: Cause) -> Explanation {
    match (cause, operation) {
        (Cause::Unauthenticated, Operation::SignIn) => (
            "账号、用户名、密码或验证码有误，或者该用户不允许使用密码登录。",
            "请逐项核对。多次输错可能导致用户被暂时锁定。",
        ),
        (Cause::Unauthenticated | Cause::Missing, Operation::CheckToken) => {
            ("IAM 无法识别该 Token，它可能已过期或复制不完整。", "请获取新的 Token 并完整粘贴。")
        }
        (Cause::Unauthenticated, _) => ("会话已结束：Token 已过期或已失效。", "请重新登录。"),
        (Cause::OtherAccount, _) => ("该组织属于其他账号。", "请登录该账号，或核对组织名称。"),
        (Cause::Missing, Operation::SignIn | Operation::AssumeAgency) => {
            ("IAM 中没有该项目或账号。", "请核对项目名称，通常与区域 ID 相同。")
        }
        (Cause::Denied, Operation::SignIn | Operation::CheckToken | Operation::AssumeAgency) => {
            ("IAM 已识别您的身份，但您无权使用该项目。", "请核对项目，或联系账号管理员授权。")
        }
        (Cause::Denied, _) => ("您无权查看此列表。", "请联系该组织的管理者。"),
        (Cause::DeniedByPolicy, _) => {
            ("账号的 IAM 策略禁止此操作，与此处的授权无关。", "请联系账号管理员调整策略。")
        }
        (Cause::Missing, _) => {
            ("它可能已被删除、属于其他账号，或对您不可见。", "请核对名称，或在组织列表中查找。")
        }
        (Cause::BadRequest, Operation::SignIn) => {
            ("IAM 无法识别输入的内容。", "请核对账号、用户名和项目后重试。")
        }
        (Cause::BadRequest | Cause::BadLevel | Cause::BadUser, _) => {
            ("服务未接受该请求。", "请查看“技术详情”中的服务器消息，修正后重试。")
        }
        (Cause::WrongAddress, _) => (
            "控制台所连接的服务没有此地址，与镜像或组织无关。",
            "请联系控制台管理员检查 config.json 中该区域的地址。",
        ),
        (Cause::Exists, _) => ("该请求与已有内容冲突。", "请刷新后重试。"),
        (Cause::Busy, _) => ("服务正在处理其他操作。", "请稍候重试。"),
        (Cause::Throttled, _) => ("服务暂时不再接受请求。这并不是缺少权限。", "请等待一分钟后重试。"),
        (Cause::Refused | Cause::ProxyMethod | Cause::ProxyHeaders | Cause::ProxyAddress, _) => {
            ("服务拒绝了该请求。", "请查看“技术详情”中的服务器消息。")
        }
        (Cause::Internal | Cause::OtherStatus, _) => {
            ("服务在处理请求时出错。", "请重试。如持续出现，请将下方的请求 ID 提供给服务支持人员。")
        }
        (Cause::Unavailable, _) => ("服务或其前端服务器暂不可用。", "请稍候重试。"),
        (Cause::Network, _) => (
            "无法连接服务：可能处于离线状态，或者域名、证书、重定向、安全策略存在问题。",
            "请检查网络连接后重试。",
        ),
        (Cause::Timeout, _) => ("服务未在规定时间内响应。", "请重试。"),
        (Cause::Aborted, _) => ("请求已取消。", "需要时可重试。"),
        (Cause::Unexpected, _) => (
            "响应与服务文档不符，可能是控制台与服务之间的其他服务器返回的。",
            "请重试。如持续出现，请将技术详情提供给控制台管理员。",
        ),
        (Cause::TooLarge, _) => ("响应超过 20 MB，未予读取。", "请联系控制台管理员。"),
    }
}
