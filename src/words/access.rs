//! Words of permission tables.

use domain::grant::directory::{AccountFilter, AccountNote};
use domain::model::operation::Kind;
use domain::text::reveal::visible;

use super::lists::{count, count_zh};

#[derive(Debug)]
pub struct Words {
    pub user: &'static str,
    pub user_id: &'static str,
    pub permission: &'static str,
    pub you: &'static str,
    pub incomplete: &'static str,
    pub no_name: &'static str,
    pub no_id: &'static str,
    pub search: &'static str,
    pub level_filter: &'static str,
    pub all_levels: &'static str,
    pub account_filter: &'static str,
    /// A choice of it.
    pub account_filter_word: fn(Option<AccountFilter>) -> &'static str,
    /// A mark beside a name.
    pub account_note: fn(&AccountNote) -> String,
    /// What it means.
    pub account_note_means: fn(&AccountNote) -> &'static str,
    /// The documented text of a successful query, for images and organizations.
    pub query_succeeded: fn(Kind) -> &'static str,
    /// How many users, of how many.
    pub users_count: fn(usize, usize) -> String,
    pub permission_id: &'static str,
    pub creator: &'static str,
    pub grant: &'static str,
    /// Who manages the target, by name.
    pub managers: fn(&[String], Kind) -> String,
    /// What the vendor's own console calls Write, where that differs; behind the level's name in the legend.
    pub write_elsewhere: Option<&'static str>,
    pub write_on_image: &'static str,
    pub note_public: &'static str,
    pub note: &'static str,
    /// Entries that were left out.
    pub repeated: fn(usize) -> String,
    /// Entries that could not be read.
    pub unreadable: fn(usize) -> String,
    pub nobody: &'static str,
    pub nobody_means: &'static str,
    pub copy_id: &'static str,
    pub copy_pull: &'static str,
    /// Printed tables end with this where rows are left out: how many.
    pub print_cut: fn(usize) -> String,
}

/// `a`, `a or b`, `a, b or c`.
fn any_of(names: &[String]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

pub(super) static ENGLISH: Words = Words {
    user: "User",
    user_id: "User ID",
    permission: "Permission",
    you: "You",
    incomplete: "Incomplete",
    no_name: "(no name)",
    no_id: "(no id)",
    search: "Search users",
    level_filter: "Level",
    all_levels: "All levels",
    account_filter: "Account",
    account_filter_word: |filter| match filter {
        None => "All users",
        Some(AccountFilter::Absent) => "Not in the account",
        Some(AccountFilter::Disabled) => "Disabled",
    },
    account_note: |note| match note {
        AccountNote::Disabled => "Disabled".to_owned(),
        AccountNote::Absent => "Not in the account".to_owned(),
        AccountNote::NowCalled(name) => format!("now {}", visible(name.as_str())),
        AccountNote::SharedName(n) => format!("{n} IDs of one name"),
    },
    account_note_means: |note| match note {
        AccountNote::Disabled => "This user is disabled and can't sign in. The permission stays.",
        AccountNote::Absent => {
            "Not among the account's users: probably deleted, or a user of another account."
        }
        AccountNote::NowCalled(_) => {
            "IAM knows this user by another name now. A permission keeps the name it was granted with."
        }
        AccountNote::SharedName(_) => {
            "More than one user of the account has this name. Only the ID tells them apart."
        }
    },
    query_succeeded: |_| "Query succeeded.",
    users_count: |shown, all| count(shown, all, "user", "users"),
    permission_id: "Permission ID",
    creator: "Creator",
    grant: "Grant permission",
    managers: |names, kind| {
        let what = match kind {
            Kind::Image => "this image",
            Kind::Organization => "this organization",
        };
        format!("Ask {}, who can manage {what}.", any_of(names))
    },
    write_elsewhere: Some("(called Edit in Huawei Cloud's own console)"),
    write_on_image: "Write on an image is for pushing to this image. Pushing a new image takes Write on the organization.",
    note_public: "This image is public: anyone can pull it, and Read gives nothing more.",
    note: "Account administrators and IAM policies can allow or deny more than this list shows. Groups can't be granted \
           permissions on images or organizations.",
    repeated: |n| {
        if n == 1 {
            "1 repeated entry of the same user is not shown.".to_owned()
        } else {
            format!("{n} repeated entries of the same users are not shown.")
        }
    },
    unreadable: |n| {
        let entries = if n == 1 { "1 entry".to_owned() } else { format!("{n} entries") };
        format!("{entries} of this list couldn't be read. More users may have a permission than are shown.")
    },
    nobody: "No users",
    nobody_means: "No user has a permission here. Account administrators still have access.",
    copy_id: "Copy user ID",
    copy_pull: "Copy pull command",
    print_cut: |n| {
        format!("{n} more rows are not printed. Narrow the table with search or level to print them.")
    },
};

pub(super) static CHINESE: Words = Words {
    user: "用户",
    user_id: "用户 ID",
    permission: "权限",
    you: "我",
    incomplete: "不完整",
    no_name: "（无名称）",
    no_id: "（无 ID）",
    search: "搜索用户",
    level_filter: "级别",
    all_levels: "所有级别",
    account_filter: "账号",
    account_filter_word: |filter| match filter {
        None => "所有用户",
        Some(AccountFilter::Absent) => "不在账号中",
        Some(AccountFilter::Disabled) => "已停用",
    },
    account_note: |note| match note {
        AccountNote::Disabled => "已停用".to_owned(),
        AccountNote::Absent => "不在账号中".to_owned(),
        AccountNote::NowCalled(name) => format!("现名 {}", visible(name.as_str())),
        AccountNote::SharedName(n) => format!("{n} 个 ID 同名"),
    },
    account_note_means: |note| match note {
        AccountNote::Disabled => "此用户目前无法登录，权限仍然保留。",
        AccountNote::Absent => "不在账号的用户中：可能已被删除，或属于其他账号。",
        AccountNote::NowCalled(_) => "IAM 中此用户现在使用另一个名称。权限会保留授权时填写的名称。",
        AccountNote::SharedName(_) => "账号中有多个用户使用此名称，只能通过 ID 区分。",
    },
    query_succeeded: |kind| match kind {
        Kind::Image => "成功",
        Kind::Organization => "查询成功",
    },
    users_count: |shown, all| count_zh(shown, all, "个用户"),
    permission_id: "权限 ID",
    creator: "创建者",
    grant: "添加权限",
    managers: |names, kind| {
        let what = match kind {
            Kind::Image => "此镜像",
            Kind::Organization => "此组织",
        };
        format!("可以联系 {}，他们能管理{what}。", names.join("、"))
    },
    write_elsewhere: None,
    write_on_image: "镜像的“编辑”权限只能向此镜像上传。上传新镜像需要组织的“编辑”权限。",
    note_public: "此镜像是公开镜像：任何人都可以下载，“读取”权限不会带来更多。",
    note: "账号管理员和 IAM 策略可能允许或拒绝此列表之外的访问。镜像和组织的权限不能授予用户组。",
    repeated: |n| format!("已省略 {n} 条同一用户的重复记录。"),
    unreadable: |n| format!("列表中有 {n} 条记录无法读取，拥有权限的用户可能多于此处所示。"),
    nobody: "列表为空",
    nobody_means: "没有用户在此拥有权限。账号管理员仍可访问。",
    copy_id: "复制用户 ID",
    copy_pull: "复制下载命令",
    print_cut: |n| format!("另有 {n} 行未打印。请用搜索或级别缩小范围后再打印。"),
};
