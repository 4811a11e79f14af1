//! Words for a network that is gone, and a service that asks for time.

#[derive(Debug)]
pub struct Words {
    pub no_connection: &'static str,
    pub lost_means: &'static str,
    pub look: &'static str,
    pub back: &'static str,
    pub cannot_send: &'static str,
    pub asks_to_wait: &'static str,
    /// How long until the next try: seconds.
    pub next_try_in: fn(i64) -> String,
    pub try_now: &'static str,
    /// The service asks for more time than the program waits by itself: seconds.
    pub wait_longer: fn(u32) -> String,
    pub to_organizations: &'static str,
}

pub(super) const ENGLISH: Words = Words {
    no_connection: "No connection.",
    lost_means: "You're offline. What you see may be out of date, and you can't send changes. The page refreshes when you're \
                 back online.",
    look: "Check now",
    back: "The connection is back.",
    cannot_send: "You're offline, so changes can't be sent. What you entered is kept.",
    asks_to_wait: "The service is busy.",
    next_try_in: |seconds| format!("Retrying in {seconds} s."),
    try_now: "Try now",
    wait_longer: |seconds| {
        if seconds < 120 {
            format!("The service asks to wait {seconds} seconds.")
        } else if seconds < 7200 {
            format!("The service asks to wait {} minutes.", seconds.div_ceil(60))
        } else {
            format!("The service asks to wait {} hours.", seconds.div_ceil(3600))
        }
    },
    to_organizations: "Go to organizations",
};

pub(super) const CHINESE: Words = Words {
    no_connection: "网络连接已断开。",
    lost_means: "页面内容予以保留，但可能不是最新的；暂时无法发送任何请求。连接恢复后将自动重新读取。",
    look: "立即检查",
    back: "网络连接已恢复。",
    cannot_send: "网络连接已断开，无法发送。已输入的内容予以保留。",
    asks_to_wait: "服务繁忙。",
    next_try_in: |seconds| format!("{seconds} 秒后重试。"),
    try_now: "立即重试",
    wait_longer: |seconds| {
        if seconds < 120 {
            format!("服务要求等待 {seconds} 秒。")
        } else if seconds < 7200 {
            format!("服务要求等待 {} 分钟。", seconds.div_ceil(60))
        } else {
            format!("服务要求等待 {} 小时。", seconds.div_ceil(3600))
        }
    },
    to_organizations: "前往组织列表",
};
