//! Words for signing in, and for the end of a session.

/// See the module.
#[derive(Debug)]
pub struct Words {
    /// Heading and button.
    pub sign_in: &'static str,
    /// What one signs in with.
    pub method: &'static str,
    /// Name and password.
    pub by_user: &'static str,
    /// A pasted token.
    pub by_token: &'static str,
    /// The region, where there are several.
    pub region: &'static str,
    /// The account.
    pub account: &'static str,
    /// What an account is.
    pub account_hint: &'static str,
    /// The user's name.
    pub user_name: &'static str,
    /// The password.
    pub password: &'static str,
    /// The project.
    pub project: &'static str,
    /// What a project is.
    pub project_hint: &'static str,
    /// The pasted token.
    pub token: &'static str,
    /// Where a token comes from.
    pub token_hint: &'static str,
    /// Opens the field for a code.
    pub use_code: &'static str,
    /// The user's id, which goes with a code.
    pub user_id: &'static str,
    /// Where to find it.
    pub user_id_hint: &'static str,
    /// The code of a multi-factor device.
    pub code: &'static str,
    /// What a code is.
    pub code_hint: &'static str,
    /// A field that must not be empty.
    pub required: &'static str,
    /// A token that can't stand in a header.
    pub token_malformed: &'static str,
    /// What becomes of what is typed here.
    pub custody: &'static str,
    /// Heading of the dialog after the end of a session.
    pub again: &'static str,
    /// First line of that dialog; the documented message of a 401.
    pub again_headline: &'static str,
    /// What that means.
    pub again_means: &'static str,
    /// The token is of somebody else.
    pub other_user: fn(&str) -> String,
    /// Said after signing out.
    pub signed_out: &'static str,
    /// The account-wide token of somebody who pasted one without a project.
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
    custody: "You stay signed in only in this browser's open tabs, until you sign out or close them. Your password isn't stored.",
    again: "Sign in again",
    again_headline: "Authentication failed.",
    again_means: "Your session has ended. What you were doing is still here.",
    other_user: |name| format!("You signed in as {name}, so everything of the earlier session was cleared."),
    signed_out: "You have signed out.",
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
    custody: "登录状态仅保留在本浏览器已打开的标签页中，退出登录或关闭标签页后即清除。密码不会保存。",
    again: "重新登录",
    again_headline: "鉴权失败",
    again_means: "会话已结束。您正在进行的操作仍然保留。",
    other_user: |name| format!("您已以 {name} 登录，之前会话的所有内容已清除。"),
    signed_out: "您已退出登录。",
    whole_account: "整个账号",
};
