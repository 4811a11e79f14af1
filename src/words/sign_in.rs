//! Words for signing in, and for the end of a session.

use crate::api::iam::Revocation;
use crate::config::SessionPlace;

#[derive(Debug)]
pub struct Words {
    pub sign_in: &'static str,
    pub method: &'static str,
    pub by_user: &'static str,
    pub by_token: &'static str,
    pub region: &'static str,
    pub account: &'static str,
    pub account_hint: &'static str,
    pub user_name: &'static str,
    pub password: &'static str,
    pub project: &'static str,
    pub project_hint: &'static str,
    pub token: &'static str,
    pub token_hint: &'static str,
    pub use_code: &'static str,
    pub user_id: &'static str,
    pub user_id_hint: &'static str,
    pub code: &'static str,
    pub code_hint: &'static str,
    pub required: &'static str,
    pub token_malformed: &'static str,
    /// Where the session is kept, and for how long.
    pub custody: fn(SessionPlace) -> &'static str,
    pub insecure: &'static str,
    pub signed_out: &'static str,
    /// What has happened to the token of the session of before.
    pub old_token: fn(Revocation) -> &'static str,
    /// What follows where it was not revoked: until when others could use it.
    pub may_be_valid: fn(Option<&str>) -> String,
    pub again: &'static str,
    pub whole_account: &'static str,
}

pub(super) const ENGLISH: Words = Words {
    sign_in: "Sign in",
    method: "Sign in with",
    by_user: "IAM user",
    by_token: "Access token",
    region: "Region",
    account: "Account",
    account_hint: "The account (IAM calls it domain) that your user belongs to.",
    user_name: "User name",
    password: "Password",
    project: "Project",
    project_hint: "Usually the id of the region. SWR does not serve sub-projects.",
    token: "Access token",
    token_hint: "A project token of IAM: the X-Subject-Token of POST /v3/auth/tokens.",
    use_code: "Use a verification code (MFA)",
    user_id: "User ID",
    user_id_hint: "Required with a verification code. Find it under “My Credentials”.",
    code: "Verification code",
    code_hint: "Six digits from your multi-factor device.",
    required: "Fill in this field.",
    token_malformed: "This isn't a valid token: it contains spaces or invalid characters.",
    custody: |place| match place {
        SessionPlace::Tab => {
            "You stay signed in in this browser's tabs, also after a reload, until you sign out or the session ends. Your password isn't stored."
        }
        SessionPlace::Memory => {
            "You stay signed in in this browser's open tabs until you sign out or the session ends. Nothing is stored."
        }
    },
    insecure: "You can't sign in here: this page came over http, so others could read your password or token. Open it with https.",
    signed_out: "You have signed out.",
    old_token: |revocation| match revocation {
        Revocation::Revoked => "IAM has revoked your last token.",
        Revocation::Refused => "IAM refused to revoke your last token.",
        Revocation::NotOffered => "The IAM of this region can't revoke your last token.",
        Revocation::NoAnswer => "IAM did not confirm that it revoked your last token.",
        Revocation::Pasted => "Your last token was pasted, so it was not revoked.",
        Revocation::OtherTab => "Another tab revokes your last token.",
    },
    may_be_valid: |until| match until {
        Some(time) => format!(" It may be valid until {time}."),
        None => " It may be valid until it expires.".to_owned(),
    },
    again: "Sign in again",
    whole_account: "whole account",
};

pub(super) const CHINESE: Words = Words {
    sign_in: "登录",
    method: "登录方式",
    by_user: "IAM 用户",
    by_token: "访问 Token",
    region: "区域",
    account: "账号",
    account_hint: "用户所属的账号（IAM 中称为 domain）。",
    user_name: "用户名",
    password: "密码",
    project: "项目",
    project_hint: "通常与区域 ID 相同。SWR 不支持子项目。",
    token: "访问 Token",
    token_hint: "IAM 的项目级 Token，即 POST /v3/auth/tokens 返回的 X-Subject-Token。",
    use_code: "使用 MFA 验证码",
    user_id: "用户 ID",
    user_id_hint: "使用验证码时 IAM 需要用户 ID，可在“我的凭证”中查看。",
    code: "验证码",
    code_hint: "多因素认证设备上的六位数字。",
    required: "请填写此项。",
    token_malformed: "这不是有效的 Token：其中含有空格或无效字符。",
    custody: |place| match place {
        SessionPlace::Tab => {
            "登录状态保留在本浏览器的标签页中（重新加载后仍有效），直到您退出登录或会话结束。密码不会保存。"
        }
        SessionPlace::Memory => {
            "登录状态保留在本浏览器已打开的标签页中，直到您退出登录或会话结束。不保存任何登录信息。"
        }
    },
    insecure: "无法在此页面登录：页面通过 http 打开，他人可能读取您的密码或 Token。请使用 https 打开。",
    signed_out: "您已退出登录。",
    old_token: |revocation| match revocation {
        Revocation::Revoked => "IAM 已吊销您上次使用的 Token。",
        Revocation::Refused => "IAM 拒绝吊销您上次使用的 Token。",
        Revocation::NotOffered => "该区域的 IAM 不支持吊销您上次使用的 Token。",
        Revocation::NoAnswer => "IAM 未确认已吊销您上次使用的 Token。",
        Revocation::Pasted => "您上次使用的 Token 是粘贴的，因此未吊销。",
        Revocation::OtherTab => "您上次使用的 Token 将由其他标签页吊销。",
    },
    may_be_valid: |until| match until {
        Some(time) => format!("该 Token 在 {time} 前可能仍有效。"),
        None => "该 Token 在到期前可能仍有效。".to_owned(),
    },
    again: "重新登录",
    whole_account: "整个账号",
};
