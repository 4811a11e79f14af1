//! Words for how long a session lasts, and why it is over.

#[derive(Debug)]
pub struct Words {
    /// How long the session lasts, in seconds: whole minutes, or less than one.
    pub ends_in: fn(u32) -> String,
    /// Nobody did anything: the limit in minutes.
    pub was_idle: fn(u32) -> String,
    pub was_elsewhere: &'static str,
    pub was_expired: &'static str,
    pub not_persisted: &'static str,
}

pub(super) const ENGLISH: Words = Words {
    ends_in: |seconds| {
        if seconds > 59 {
            format!("Session ends in {} min", seconds / 60)
        } else {
            format!("Session ends in {seconds} s")
        }
    },
    was_idle: |minutes| format!("Signed out after {} without activity.", plural(minutes, "minute")),
    was_elsewhere: "You signed out in another tab.",
    was_expired: "Your session has expired.",
    not_persisted: "Your browser blocks session storage, so you'll have to sign in again after a reload.",
};

pub(super) const CHINESE: Words = Words {
    ends_in: |seconds| {
        if seconds > 59 {
            format!("会话将在 {} 分钟后结束", seconds / 60)
        } else {
            format!("会话将在 {seconds} 秒后结束")
        }
    },
    was_idle: |minutes| format!("由于 {minutes} 分钟无操作，您已退出登录。"),
    was_elsewhere: "您已在其他标签页退出登录。",
    was_expired: "会话已过期。",
    not_persisted: "浏览器不允许本控制台保存会话，重新加载后需要重新登录。",
};

pub(super) fn plural(count: u32, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_many() {
        assert_eq!((ENGLISH.was_idle)(1), "Signed out after 1 minute without activity.");
        assert_eq!((ENGLISH.was_idle)(15), "Signed out after 15 minutes without activity.");
        assert_eq!((ENGLISH.ends_in)(600), "Session ends in 10 min");
        assert_eq!((ENGLISH.ends_in)(60), "Session ends in 1 min");
        assert_eq!((CHINESE.ends_in)(59), "会话将在 59 秒后结束");
    }
}
