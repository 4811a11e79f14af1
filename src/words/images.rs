//! Words of the list of an organization's images.

use super::lists;

#[derive(Debug)]
pub struct Words {
    /// The table of an organization's images.
    pub table: fn(&str) -> String,
    pub members: &'static str,
    pub visibility: &'static str,
    pub public: &'static str,
    pub private: &'static str,
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
    visibility: "Visibility",
    public: "Public",
    private: "Private",
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
    visibility: "类型",
    public: "公开",
    private: "私有",
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
