//! Words for an address of another region.

#[derive(Debug)]
pub struct Words {
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

pub(super) static ENGLISH: Words = Words {
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

pub(super) static CHINESE: Words = Words {
    other_region: "此地址属于其他区域",
    other_region_means: |there, here| {
        format!("该地址属于{there}，而您登录的是{here}。一次登录只对一个区域有效。")
    },
    switch_region: |there| format!("退出并登录{there}"),
    stay_in_region: |here| format!("留在{here}"),
    unknown_region: |region| format!("未配置区域“{region}”"),
};
