//! Words of tables, and of the list of organizations.

#[derive(Debug)]
pub struct Words {
    pub organizations: &'static str,
    pub images: &'static str,
    /// The page of permissions of an organization or image.
    pub permissions_of: fn(&str) -> String,
    pub name: &'static str,
    pub your_permission: &'static str,
    pub through_image: &'static str,
    pub through_image_means: &'static str,
    pub users: &'static str,
    pub creator: &'static str,
    pub not_known: &'static str,
    pub filter: &'static str,
    /// How many organizations, of how many.
    pub organizations_count: fn(usize, usize) -> String,
    /// The moment of what is shown.
    pub updated: fn(&str) -> String,
    pub export: &'static str,
    pub refresh: &'static str,
    pub clear_filter: &'static str,
    pub no_match: &'static str,
    pub no_organizations: &'static str,
    pub no_organizations_means: &'static str,
    /// Records that were left out.
    pub unreadable: fn(usize) -> String,
    pub go_to: &'static str,
    pub go_to_hint: &'static str,
    pub go: &'static str,
    pub go_to_wrong: &'static str,
    pub loading: &'static str,
    pub still_working: &'static str,
    pub cancel: &'static str,
    /// Said when a sort changed: the column, and whether it runs upwards.
    pub sorted: fn(&str, bool) -> String,
    /// Data older than the last attempt to read it.
    pub stale: fn(&str) -> String,
}

pub(super) const ENGLISH: Words = Words {
    organizations: "Organizations",
    images: "Images",
    permissions_of: |target| format!("Permissions of {target}"),
    name: "Name",
    your_permission: "Your permission",
    through_image: "Through an image",
    through_image_means: "You have no permission on this organization, only on at least one of its images.",
    users: "Users",
    creator: "Creator",
    not_known: "–",
    filter: "Filter by name",
    organizations_count: |shown, all| count(shown, all, "organization", "organizations"),
    updated: |time| format!("updated {time}"),
    export: "Export",
    refresh: "Refresh",
    clear_filter: "Clear filter",
    no_match: "Nothing matches the filter.",
    no_organizations: "No organizations",
    no_organizations_means: "You have no permission on any organization or image in this region. Ask someone who \
                             manages one to grant you a permission.",
    unreadable: |n| {
        if n == 1 {
            "1 record without a readable name is not shown.".to_owned()
        } else {
            format!("{n} records without a readable name are not shown.")
        }
    },
    go_to: "Go to image",
    go_to_hint: "organization/image",
    go: "Go",
    go_to_wrong: "Type an organization and an image with a “/” between them.",
    loading: "Loading…",
    still_working: "Still working. The service is slower than usual.",
    cancel: "Cancel",
    sorted: |column, up| format!("Sorted by {column}, {}.", if up { "ascending" } else { "descending" }),
    stale: |time| format!("Couldn't refresh. Showing data from {time}."),
};

pub(super) const CHINESE: Words = Words {
    organizations: "组织",
    images: "镜像",
    permissions_of: |target| format!("{target} 的权限"),
    name: "名称",
    your_permission: "我的权限",
    through_image: "仅有镜像权限",
    through_image_means: "您在该组织上没有权限，只在其中至少一个镜像上有权限。",
    users: "用户数",
    creator: "创建者",
    not_known: "–",
    filter: "按名称筛选",
    organizations_count: |shown, all| count_zh(shown, all, "个组织"),
    updated: |time| format!("更新于 {time}"),
    export: "导出",
    refresh: "刷新",
    clear_filter: "清除筛选",
    no_match: "没有符合筛选条件的内容。",
    no_organizations: "没有组织",
    no_organizations_means: "您在本区域的任何组织或镜像上都没有权限。请联系有管理权限的人为您授权。",
    unreadable: |n| format!("已省略 {n} 条无法读取名称的记录。"),
    go_to: "前往镜像",
    go_to_hint: "组织/镜像",
    go: "前往",
    go_to_wrong: "请输入组织和镜像名称，中间用“/”分隔。",
    loading: "正在加载…",
    still_working: "仍在处理，服务响应比平时慢。",
    cancel: "取消",
    sorted: |column, up| format!("已按{column}{}排序。", if up { "升序" } else { "降序" }),
    stale: |time| format!("未能刷新，以下为 {time} 的数据。"),
};

/// "57 users", or "3 of 57 users" where some are filtered out.
pub(super) fn count(shown: usize, all: usize, one: &str, many: &str) -> String {
    let noun = if all == 1 { one } else { many };
    if shown == all { format!("{all} {noun}") } else { format!("{shown} of {all} {noun}") }
}

/// The same in Chinese.
pub(super) fn count_zh(shown: usize, all: usize, noun: &str) -> String {
    if shown == all { format!("{all} {noun}") } else { format!("{shown} / {all} {noun}") }
}
