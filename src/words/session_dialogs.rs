//! Words of the dialogs about a session that ends: signing in again, and staying signed in.

use domain::session_clock::Untended;

use super::session::plural;

#[derive(Debug)]
pub struct Words {
    pub again_headline: &'static str,
    pub again_means: &'static str,
    pub renew_means: &'static str,
    pub not_now: &'static str,
    /// Someone else signed in: their name.
    pub other_user: fn(&str) -> String,
    pub idle_title: &'static str,
    /// What it warns of: the limit in minutes, the seconds that are left.
    pub idle_means: fn(u32, u32) -> String,
    pub idle_writing: &'static str,
    /// What goes on behind the locked page.
    pub locked_means: fn(Untended) -> &'static str,
    pub stay: &'static str,
    pub agency: &'static str,
    pub back_means: &'static str,
    /// Back to the own account: the user's name.
    pub back_to: fn(&str) -> String,
    pub agency_means: &'static str,
    /// The user acts for another account now: its name.
    pub acting: fn(&str) -> String,
    /// The button that goes on acting for it.
    pub act_again: fn(&str) -> String,
}

pub(super) const ENGLISH: Words = Words {
    again_headline: "Authentication failed.",
    again_means: "Your session has ended. What you were doing is still here.",
    renew_means: "Your work stays as it is.",
    not_now: "Not now",
    other_user: |name| format!("You signed in as {name}, so everything of the earlier session was cleared."),
    idle_title: "You will be signed out",
    idle_means: |limit, seconds| {
        let (minutes, seconds) = (plural(limit, "minute"), plural(seconds, "second"));
        format!("Sessions end after {minutes} without activity. Yours ends in {seconds}.")
    },
    idle_writing: "A change is still being sent. You will be signed out once its result is known.",
    locked_means: |untended| match untended {
        Untended::Scan => {
            "The page is locked: nobody has done anything for a while. The scan goes on. Sign in to see the page again."
        }
        Untended::Run => {
            "The page is locked: nobody has done anything for a while. The run of the plan goes on. Sign in to see the page again."
        }
        Untended::ScanAndRun => {
            "The page is locked: nobody has done anything for a while. The scan and the run of the plan go on. Sign in to see \
             the page again."
        }
    },
    stay: "Stay signed in",
    agency: "Agency",
    back_means: "The token for this account is revoked, and your own session goes on.",
    back_to: |user| format!("Back to {user}"),
    agency_means: "Act for another account that has an agency for yours. Your user needs the policy Agent Operator. Other tabs \
                   stay in your own account.",
    acting: |account| format!("You now act for {account}."),
    act_again: |account| format!("Go on for {account}"),
};

pub(super) const CHINESE: Words = Words {
    again_headline: "鉴权失败",
    again_means: "会话已结束。您正在进行的操作仍然保留。",
    renew_means: "您正在进行的操作不受影响。",
    not_now: "稍后再说",
    other_user: |name| format!("您已以 {name} 登录，之前会话的所有内容已清除。"),
    idle_title: "即将退出登录",
    idle_means: |limit, seconds| format!("{limit} 分钟无操作将自动退出登录，剩余 {seconds} 秒。"),
    idle_writing: "仍有更改正在提交，得到结果后将退出登录。",
    locked_means: |untended| match untended {
        Untended::Scan => "由于长时间无操作，页面已锁定。扫描仍在继续，请登录后查看。",
        Untended::Run => "由于长时间无操作，页面已锁定。计划仍在执行，请登录后查看。",
        Untended::ScanAndRun => "由于长时间无操作，页面已锁定。扫描和计划仍在继续，请登录后查看。",
    },
    stay: "保持登录",
    agency: "委托",
    back_means: "将吊销此账号的 Token，并返回您自己的会话。",
    back_to: |user| format!("返回 {user}"),
    agency_means: "切换到已委托您所在账号的其他账号。您的用户需要 Agent Operator 权限。其他标签页仍使用您自己的账号。",
    acting: |account| format!("您当前正在操作账号 {account}。"),
    act_again: |account| format!("继续操作 {account}"),
};
