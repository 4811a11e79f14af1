//! Words of the list of an organization's images.

use domain::model::catalog::Visibility;
use domain::outside::reach::ReachFilter;

use super::lists;

#[derive(Debug)]
pub struct Words {
    /// The table of an organization's images.
    pub table: fn(&str) -> String,
    pub members: &'static str,
    pub permissions: &'static str,
    pub sharing: &'static str,
    pub visibility: &'static str,
    /// The visibility of an image; whether it is shared with other accounts, where that is known.
    pub reach: fn(Visibility, Option<bool>) -> &'static str,
    /// A choice of the filter.
    pub reach_filter: fn(Option<ReachFilter>) -> &'static str,
    pub sharing_not_read: &'static str,
    pub tags: &'static str,
    pub updated: &'static str,
    /// How many images, of how many.
    pub count: fn(usize, usize) -> String,
    pub none: &'static str,
    pub none_means: &'static str,
    /// The service announced more images than it sent.
    pub short: fn(u64, usize) -> String,
    pub endless: &'static str,
}

pub(super) static ENGLISH: Words = Words {
    table: |organization| format!("Images of {organization}"),
    members: "Users",
    permissions: "Permissions",
    sharing: "Sharing",
    visibility: "Visibility",
    reach: |visibility, is_shared| match (visibility, is_shared) {
        (Visibility::Public, Some(true)) => "Public, shared",
        (Visibility::Public, _) => "Public",
        (Visibility::Private, Some(true)) => "Shared",
        (Visibility::Private, Some(false)) => "Private",
        (Visibility::Private, None) => "Not public",
        (Visibility::Unknown, Some(true)) => "Unknown, shared",
        (Visibility::Unknown, _) => "Unknown",
    },
    reach_filter: |filter| match filter {
        None => "All images",
        Some(ReachFilter::Public) => "Public",
        Some(ReachFilter::Shared) => "Shared",
    },
    sharing_not_read: "Couldn't read which images are shared with other accounts.",
    tags: "Tags",
    updated: "Updated",
    count: |shown, all| lists::count(shown, all, "image", "images"),
    none: "No images",
    none_means: "This organization has no images that you can see. Images appear here after their first push.",
    short: |announced, received| {
        format!("The service announced {announced} images but sent {received}. The list may be incomplete.")
    },
    endless: "The service returned more pages than expected, so reading stopped. The list may be incomplete.",
};

pub(super) static CHINESE: Words = Words {
    table: |organization| format!("{organization} 的镜像"),
    members: "用户",
    permissions: "权限",
    sharing: "共享",
    visibility: "类型",
    reach: |visibility, is_shared| match (visibility, is_shared) {
        (Visibility::Public, Some(true)) => "公开，已共享",
        (Visibility::Public, _) => "公开",
        (Visibility::Private, Some(true)) => "已共享",
        (Visibility::Private, Some(false)) => "私有",
        (Visibility::Private, None) => "非公开",
        (Visibility::Unknown, Some(true)) => "未知，已共享",
        (Visibility::Unknown, _) => "未知",
    },
    reach_filter: |filter| match filter {
        None => "全部镜像",
        Some(ReachFilter::Public) => "公开",
        Some(ReachFilter::Shared) => "已共享",
    },
    sharing_not_read: "无法读取哪些镜像已共享给其他账号。",
    tags: "版本数",
    updated: "更新时间",
    count: |shown, all| lists::count_zh(shown, all, "个镜像"),
    none: "没有镜像",
    none_means: "该组织中没有您可见的镜像。首次上传后，镜像会显示在这里。",
    short: |announced, received| {
        format!("服务返回的总数为 {announced}，实际只收到 {received} 个，列表可能不完整。")
    },
    endless: "未能确认列表是否完整，此处只显示已读取的部分。",
};
