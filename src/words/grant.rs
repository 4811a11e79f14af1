//! Words of the grant dialog.

use crate::api::error::Kind;
use crate::domain::draft::Remark;
use crate::domain::level::Permission;

/// See the module.
#[derive(Debug)]
pub struct Words {
    /// The dialog.
    pub title: &'static str,
    /// On what.
    pub on: fn(&str) -> String,
    /// A row.
    pub user_n: fn(usize) -> String,
    /// Field.
    pub user_name: &'static str,
    /// Field.
    pub user_id: &'static str,
    /// Choice.
    pub permission: &'static str,
    /// The list under a field.
    pub suggestions: &'static str,
    /// How many suggestions there are.
    pub suggestions_count: fn(usize) -> String,
    /// Adds a row.
    pub add: &'static str,
    /// Removes a row.
    pub remove_n: fn(usize) -> String,
    /// Sends.
    pub grant: &'static str,
    /// While it is sent.
    pub granting: &'static str,
    /// Closes.
    pub cancel: &'static str,
    /// The exact request.
    pub request: &'static str,
    /// Until there is one.
    pub no_request: &'static str,
    /// How to fill several rows at once.
    pub paste_hint: &'static str,
    /// Said after pasting: how many rows.
    pub pasted: fn(usize) -> String,
    /// A remark beside a field.
    pub remark: fn(&Remark, &super::levels::Words) -> String,
    /// Takes the people who have a permission already out of the draft.
    pub leave_out: fn(usize) -> String,
    /// Why the caller may grant: by the organization.
    pub may_by_organization: fn(&str) -> String,
    /// Why the caller may grant: by the image.
    pub may_by_image: &'static str,
    /// By what is listed the caller may not.
    pub may_not: fn(Kind) -> &'static str,
    /// It can't be told.
    pub may_cannot_tell: &'static str,
    /// IAM's list of users may not be read.
    pub no_user_list: &'static str,
    /// Why only people seen before are suggested, when the list could not be read.
    pub user_list_failed: &'static str,
    /// The documented text of a successful creation.
    pub created: fn(Kind) -> &'static str,
    /// The fact after granting to one: level, name.
    pub granted_one: fn(&str, &str) -> String,
    /// The fact after granting to several.
    pub granted_many: fn(usize) -> String,
}

pub(super) static ENGLISH: Words = Words {
    title: "Grant permission",
    on: |target| format!("on {target}"),
    user_n: |n| format!("User {n}"),
    user_name: "User name",
    user_id: "User ID",
    permission: "Permission",
    suggestions: "Suggestions",
    suggestions_count: |n| match n {
        0 => "No suggestions.".to_owned(),
        1 => "1 suggestion.".to_owned(),
        n => format!("{n} suggestions."),
    },
    add: "Add another user",
    remove_n: |n| format!("Remove user {n}"),
    grant: "Grant",
    granting: "Granting…",
    cancel: "Cancel",
    request: "Request",
    no_request: "Complete the fields to see the request.",
    paste_hint: "Paste lines of name,id,level into a name to fill several rows.",
    pasted: |n| if n == 1 { "Filled 1 row.".to_owned() } else { format!("Filled {n} rows.") },
    remark: |remark, levels| match remark {
        Remark::NameMissing => "Enter the user's name.".to_owned(),
        Remark::NameTooLong => "A user name has at most 64 characters.".to_owned(),
        Remark::IdMissing => "Enter the user's ID.".to_owned(),
        Remark::IdUnusual => "User IDs usually have 32 digits of 0–9 and a–f. Check this one.".to_owned(),
        Remark::RepeatsRow(n) => format!("The same ID as user {n}. Remove one of them."),
        Remark::Oneself => "This is you. The service does not let anybody grant to themselves.".to_owned(),
        Remark::AlreadyHas(Permission::Known(level)) => {
            format!("Already has {}. The service may refuse the whole request.", levels.name(*level))
        }
        Remark::AlreadyHas(_) => {
            "Already has a permission. The service may refuse the whole request.".to_owned()
        }
    },
    leave_out: |n| {
        if n == 1 { "Leave this user out".to_owned() } else { format!("Leave these {n} users out") }
    },
    may_by_organization: |level| format!("You may grant here: you hold {level} on the organization."),
    may_by_image: "You may grant here: you hold Manage on this image.",
    may_not: |kind| match kind {
        Kind::Image => {
            "By what is listed you may not grant here: that takes Write on the organization or Manage on the image. An \
             administrator may all the same."
        }
        Kind::Organization => {
            "By what is listed you may not grant here: that takes Manage on the organization. An administrator may all \
             the same."
        }
    },
    may_cannot_tell: "Whether you may grant here can't be told from the list. The service decides.",
    user_list_failed: "The account's users could not be read, so type the name and ID. People seen in this session are suggested.",
    no_user_list: "You may not list the account's users, so type the name and ID. People seen in this session are suggested.",
    created: |kind| match kind {
        Kind::Image => "Creation successful.",
        Kind::Organization => "Creation succeeded.",
    },
    granted_one: |level, name| format!("Granted {level} to {name}."),
    granted_many: |n| format!("Granted permissions to {n} users."),
};

pub(super) static CHINESE: Words = Words {
    title: "添加权限",
    on: |target| format!("对象：{target}"),
    user_n: |n| format!("用户 {n}"),
    user_name: "用户名",
    user_id: "用户 ID",
    permission: "权限",
    suggestions: "建议",
    suggestions_count: |n| if n == 0 { "没有建议。".to_owned() } else { format!("{n} 条建议。") },
    add: "再添加一个用户",
    remove_n: |n| format!("移除用户 {n}"),
    grant: "授权",
    granting: "正在授权…",
    cancel: "取消",
    request: "请求",
    no_request: "填写完整后显示请求内容。",
    paste_hint: "在用户名处粘贴“用户名,ID,级别”格式的多行文本，可一次填入多行。",
    pasted: |n| format!("已填入 {n} 行。"),
    remark: |remark, levels| match remark {
        Remark::NameMissing => "请输入用户名。".to_owned(),
        Remark::NameTooLong => "用户名最多 64 个字符。".to_owned(),
        Remark::IdMissing => "请输入用户 ID。".to_owned(),
        Remark::IdUnusual => "用户 ID 通常是 32 位 0–9、a–f 字符，请核对。".to_owned(),
        Remark::RepeatsRow(n) => format!("与用户 {n} 的 ID 相同，请移除其中一个。"),
        Remark::Oneself => "这是您自己。服务不允许给自己授权。".to_owned(),
        Remark::AlreadyHas(Permission::Known(level)) => {
            format!("已有“{}”权限，服务可能拒绝整个请求。", levels.name(*level))
        }
        Remark::AlreadyHas(_) => "已有权限，服务可能拒绝整个请求。".to_owned(),
    },
    leave_out: |n| if n == 1 { "去掉此用户".to_owned() } else { format!("去掉这 {n} 个用户") },
    may_by_organization: |level| format!("您可以在此授权：您在该组织上有“{level}”权限。"),
    may_by_image: "您可以在此授权：您在该镜像上有“管理”权限。",
    may_not: |kind| match kind {
        Kind::Image => "从列表看，您不能在此授权：需要组织的“编辑”权限或镜像的“管理”权限。管理员不受此限。",
        Kind::Organization => "从列表看，您不能在此授权：需要组织的“管理”权限。管理员不受此限。",
    },
    may_cannot_tell: "无法从列表判断您能否在此授权，由服务决定。",
    user_list_failed: "未能读取账号的用户列表，请手动输入用户名和 ID。本次会话中出现过的用户会作为建议显示。",
    no_user_list: "您无权查看账号的用户列表，请手动输入用户名和 ID。本次会话中出现过的用户会作为建议显示。",
    created: |_| "创建成功",
    granted_one: |level, name| format!("已授予 {name}“{level}”权限。"),
    granted_many: |n| format!("已为 {n} 个用户授权。"),
};
