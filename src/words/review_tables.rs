//! Words of the tables of the access review: people, what one of them reaches, and images.

use domain::review::reach::{Origin, UserMark};
use domain::review::rows::SharedWith;

use super::review::counted;

#[derive(Debug)]
pub struct Words {
    pub people: &'static str,
    pub image: &'static str,
    pub marks: &'static str,
    /// Something to check about a user.
    pub mark: fn(UserMark) -> &'static str,
    /// A number, and whether it may be more.
    pub count: fn(u64, bool) -> String,
    /// What a user reaches: the user, how many of how many images, whether it may be more.
    pub reaches: fn(&str, usize, usize, bool) -> String,
    /// Images of which nobody knows.
    pub open: fn(usize) -> String,
    /// The table of what a user reaches.
    pub access_of: fn(&str) -> String,
    pub from: &'static str,
    /// Where access comes from.
    pub origin: fn(Origin) -> &'static str,
    pub not_seen: &'static str,
    pub group: &'static str,
    /// A group of so many images.
    pub group_of: fn(usize) -> String,
    pub close: &'static str,
    pub shared_with: &'static str,
    /// With how many accounts an image is shared.
    pub shared: fn(SharedWith) -> String,
    pub managers: &'static str,
    /// How many rows, of how many.
    pub rows: fn(usize, usize) -> String,
    pub none: &'static str,
    pub none_means: &'static str,
}

fn number(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

pub(super) static ENGLISH: Words = Words {
    people: "People",
    image: "Image",
    marks: "Marks",
    mark: |mark| match mark {
        UserMark::NotInAccount => "Not in the account",
        UserMark::Disabled => "Disabled",
        UserMark::SeveralNames => "Several names",
        UserMark::SharedName => "Shared name",
    },
    count: |n, is_at_least| if is_at_least { format!("at least {n}") } else { n.to_string() },
    reaches: |user, images, of, is_at_least| {
        let images = format!("{user} reaches {images} of {of} images");
        if is_at_least { format!("{images}, at least.") } else { format!("{images}.") }
    },
    open: |n| format!("Unknown: {}, not read.", counted(number(n), "image", "images")),
    access_of: |user| format!("Access of {user}"),
    from: "From",
    origin: |origin| match origin {
        Origin::Organization => "Organization",
        Origin::Image => "Image",
        Origin::Both => "Both",
        Origin::Public => "Public image",
    },
    not_seen: "This user is on no list that was read, and not among the account's users.",
    group: "Group identical lists",
    group_of: |n| format!("{n} images with the same list"),
    close: "Close",
    shared_with: "Shared with",
    shared: |shared| match shared {
        SharedWith::NotKnown => "Unknown".to_owned(),
        SharedWith::Some => "Some accounts".to_owned(),
        SharedWith::Accounts(0) => "–".to_owned(),
        SharedWith::Accounts(n) => counted(number(n), "account", "accounts"),
    },
    managers: "Managers",
    rows: |shown, all| super::lists::count(shown, all, "row", "rows"),
    none: "Nothing was read",
    none_means: "The scan has found nothing to show here.",
};

pub(super) static CHINESE: Words = Words {
    people: "人员",
    image: "镜像",
    marks: "标记",
    mark: |mark| match mark {
        UserMark::NotInAccount => "不在账号中",
        UserMark::Disabled => "已停用",
        UserMark::SeveralNames => "多个名称",
        UserMark::SharedName => "重名",
    },
    count: |n, is_at_least| if is_at_least { format!("至少 {n}") } else { n.to_string() },
    reaches: |user, images, of, is_at_least| {
        let least = if is_at_least { "至少" } else { "" };
        format!("{user} {least}可访问 {of} 个镜像中的 {images} 个。")
    },
    open: |n| format!("另有 {n} 个镜像未读取，情况未知。"),
    access_of: |user| format!("{user} 的访问权限"),
    from: "来源",
    origin: |origin| match origin {
        Origin::Organization => "组织",
        Origin::Image => "镜像",
        Origin::Both => "组织和镜像",
        Origin::Public => "公开镜像",
    },
    not_seen: "该用户不在已读取的任何列表中，也不在账号的用户中。",
    group: "合并相同的列表",
    group_of: |n| format!("{n} 个列表相同的镜像"),
    close: "关闭",
    shared_with: "共享给",
    shared: |shared| match shared {
        SharedWith::NotKnown => "未知".to_owned(),
        SharedWith::Some => "若干账号".to_owned(),
        SharedWith::Accounts(0) => "–".to_owned(),
        SharedWith::Accounts(n) => format!("{n} 个账号"),
    },
    managers: "管理者",
    rows: |shown, all| super::lists::count_zh(shown, all, "行"),
    none: "没有内容",
    none_means: "扫描没有读取到可显示的内容。",
};
