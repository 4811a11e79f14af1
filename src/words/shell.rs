//! Words of every page.

#[derive(Debug)]
pub struct Words {
    pub product: &'static str,
    pub skip: &'static str,
    pub sign_out: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub signed_in_as: &'static str,
    pub breadcrumbs: &'static str,
    pub journal: &'static str,
    pub demo: &'static str,
    pub demo_means: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    pub not_found: &'static str,
    pub not_found_means: &'static str,
    pub to_organizations: &'static str,
    pub other_region: &'static str,
    /// What that means: the address' region, the session's region.
    pub other_region_means: fn(&str, &str) -> String,
    /// Sign in to that region.
    pub switch_region: fn(&str) -> String,
    /// Stay in this region.
    pub stay_in_region: fn(&str) -> String,
    /// Heading of an address whose region is not configured.
    pub unknown_region: fn(&str) -> String,
}

pub(super) const ENGLISH: Words = Words {
    product: "SWR permissions",
    skip: "Skip to content",
    sign_out: "Sign out",
    language: "Language",
    theme: "Theme",
    theme_system: "System theme",
    theme_light: "Light",
    theme_dark: "Dark",
    signed_in_as: "Signed in as",
    breadcrumbs: "Breadcrumbs",
    journal: "Journal",
    demo: "Demo",
    demo_means: "Made-up data in this page. Nothing is sent anywhere.",
    copy: "Copy",
    copied: "Copied",
    copy_failed: "The browser does not allow copying. Select the text instead.",
    not_found: "Not found",
    not_found_means: "There is no page at this address. It may have been mistyped, or an image name in it may contain \
                      “/”, which addresses write as “$”.",
    to_organizations: "Go to organizations",
    other_region: "This address is in another region",
    other_region_means: |there, here| {
        format!(
            "The address is in {there}. You are signed in to {here}, and a session is valid for one region only."
        )
    },
    switch_region: |there| format!("Sign out, then sign in to {there}"),
    stay_in_region: |here| format!("Stay in {here}"),
    unknown_region: |region| format!("Region “{region}” isn't configured"),
};

pub(super) const CHINESE: Words = Words {
    product: "SWR 权限管理",
    skip: "跳到正文",
    sign_out: "退出登录",
    language: "语言",
    theme: "主题",
    theme_system: "跟随系统",
    theme_light: "浅色",
    theme_dark: "深色",
    signed_in_as: "当前登录",
    breadcrumbs: "当前位置",
    journal: "操作日志",
    demo: "演示",
    demo_means: "本页使用虚构数据，不会向任何服务器发送请求。",
    copy: "复制",
    copied: "已复制",
    copy_failed: "浏览器不允许复制，请手动选择文本。",
    not_found: "页面不存在",
    not_found_means: "此地址没有对应的页面。可能是输入有误；如果镜像名称中含有“/”，地址中应写作“$”。",
    to_organizations: "前往组织列表",
    other_region: "此地址属于其他区域",
    other_region_means: |there, here| {
        format!("该地址属于{there}，而您登录的是{here}。一次登录只对一个区域有效。")
    },
    switch_region: |there| format!("退出并登录{there}"),
    stay_in_region: |here| format!("留在{here}"),
    unknown_region: |region| format!("未配置区域“{region}”"),
};
