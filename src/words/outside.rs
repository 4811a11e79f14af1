//! Words about who reaches an image from outside: everyone if it is public, and the accounts that it is shared with.

use domain::change::outcome::Outcome;
use domain::model::catalog::Visibility;
use domain::outside::reach::Reach;
use domain::outside::share::{ShareCount, Terms};
use domain::outside::until::Until;
use domain::outside::write::{OutsideAction, OutsideEdit, OutsideState};
use domain::text::reveal::visible;

#[derive(Debug)]
pub struct Words {
    /// Who can pull without a permission.
    pub reach: fn(Reach) -> String,
    pub make_public: &'static str,
    pub make_private: &'static str,
    /// The page of accounts: the image.
    pub title: fn(&str) -> String,
    /// The table of accounts: the image.
    pub table: fn(&str) -> String,
    pub account: &'static str,
    pub access: &'static str,
    pub pull: &'static str,
    pub until: &'static str,
    pub description: &'static str,
    pub no_end: &'static str,
    pub expired: &'static str,
    /// How many accounts, of how many.
    pub count: fn(usize, usize) -> String,
    pub none: &'static str,
    pub none_means: &'static str,
    pub note: &'static str,
    pub share_with: &'static str,
    pub share: &'static str,
    /// What is said before a public image is shared. Source: SWR user guide, "sharing private images". No page says how the
    /// service refuses it.
    pub share_public: &'static str,
    /// The button of a row, in full: the account.
    pub change_of: fn(&str) -> String,
    pub stop: &'static str,
    /// The button of a row, in full: the account.
    pub stop_of: fn(&str) -> String,
    pub account_hint: &'static str,
    pub account_missing: &'static str,
    pub account_wrong: &'static str,
    pub account_own: &'static str,
    pub account_listed: &'static str,
    /// When the last day ends, in the reader's time: that moment.
    pub until_hint: fn(&str) -> String,
    pub until_missing: &'static str,
    pub until_over: &'static str,
    pub description_hint: &'static str,
    pub description_long: &'static str,
    /// What an edit changes for whom: the image.
    pub means: fn(&OutsideEdit, &str) -> String,
    /// What someone else made of it meanwhile.
    pub conflict: fn(&OutsideState) -> String,
    pub unreadable: &'static str,
    pub not_sent: &'static str,
    pub outcome: fn(&Outcome<OutsideState>) -> String,
    /// What is there, in a word or two.
    pub state: fn(&OutsideState) -> String,
    /// The heading of an entry in the journal: its number, what was done, the account, the image.
    pub entry: fn(usize, OutsideAction, &str, &str) -> String,
    /// The fact after it was done: the account, the image.
    pub done: fn(OutsideAction, &str, &str) -> String,
}

/// A last day as it is written in sentences.
fn day(until: &Until) -> Option<String> {
    until.last_day()
}

fn shared(count: ShareCount) -> Option<String> {
    let accounts = match count.all {
        0 => return None,
        1 => "1 account".to_owned(),
        n => format!("{n} accounts"),
    };
    let expired = if count.expired > 0 { format!(" ({} expired)", count.expired) } else { String::new() };
    Some(format!("Shared with {accounts}{expired}"))
}

fn shared_zh(count: ShareCount) -> Option<String> {
    let expired =
        if count.expired > 0 { format!("（{} 个已过期）", count.expired) } else { String::new() };
    (count.all > 0).then(|| format!("已共享给 {} 个账号{expired}", count.all))
}

fn terms(terms: &Terms) -> String {
    match (&terms.until, day(&terms.until)) {
        (_, Some(day)) => format!("shared until {day}"),
        (Until::Odd(text), _) => format!("shared until “{}”", visible(text)),
        _ => "shared without end".to_owned(),
    }
}

fn terms_zh(terms: &Terms) -> String {
    match (&terms.until, day(&terms.until)) {
        (_, Some(day)) => format!("共享至 {day}"),
        (Until::Odd(text), _) => format!("共享至“{}”", visible(text)),
        _ => "永久共享".to_owned(),
    }
}

fn state(state: &OutsideState) -> String {
    match state {
        OutsideState::Attributes(attributes) if attributes.visibility == Visibility::Public => {
            "public".to_owned()
        }
        OutsideState::Attributes(_) => "private".to_owned(),
        OutsideState::Share(None) => "not shared".to_owned(),
        OutsideState::Share(Some(shared)) if shared.description.is_empty() => terms(shared),
        OutsideState::Share(Some(shared)) => {
            format!("{} (“{}”)", terms(shared), visible(&shared.description))
        }
    }
}

fn state_zh(state: &OutsideState) -> String {
    match state {
        OutsideState::Attributes(attributes) if attributes.visibility == Visibility::Public => {
            "公开".to_owned()
        }
        OutsideState::Attributes(_) => "私有".to_owned(),
        OutsideState::Share(None) => "未共享".to_owned(),
        OutsideState::Share(Some(shared)) if shared.description.is_empty() => terms_zh(shared),
        OutsideState::Share(Some(shared)) => {
            format!("{}（“{}”）", terms_zh(shared), visible(&shared.description))
        }
    }
}

pub(super) static ENGLISH: Words = Words {
    reach: |reach| {
        let shares = reach.shares.map(shared);
        let visibility = match (reach.visibility, &shares) {
            (Visibility::Public, _) => Some("Public: anyone can pull"),
            (Visibility::Unknown, _) => Some("Visibility unknown"),
            (Visibility::Private, None) => Some("Not public"),
            (Visibility::Private, Some(None)) => Some("Private"),
            (Visibility::Private, Some(Some(_))) => None,
        };
        let shares = match shares {
            None => Some("sharing unknown".to_owned()),
            Some(shares) => shares,
        };
        visibility.map(str::to_owned).into_iter().chain(shares).collect::<Vec<_>>().join(" · ")
    },
    make_public: "Make public",
    make_private: "Make private",
    title: |image| format!("Sharing of {image}"),
    table: |image| format!("Accounts that {image} is shared with"),
    account: "Account",
    access: "Access",
    pull: "Pull",
    until: "Until",
    description: "Description",
    no_end: "No end",
    expired: "Expired",
    count: |shown, all| super::lists::count(shown, all, "account", "accounts"),
    none: "Not shared",
    none_means: "This image is not shared with another account.",
    note: "All users of these accounts can pull the image, with no permission of their own. The list of users doesn't \
           show them.",
    share_with: "Share with account",
    share: "Share",
    share_public: "This image is public: anyone can pull it already. The service shares private images only, and may refuse \
                   this.",
    change_of: |account| format!("Change {account}"),
    stop: "Stop sharing",
    stop_of: |account| format!("Stop sharing {account}"),
    account_hint: "The account's name, as its users type it when they sign in. The service doesn't say which accounts exist.",
    account_missing: "Enter the name of an account.",
    account_wrong: "This can't be the name of an account.",
    account_own: "This is your own account. Its users need a permission instead.",
    account_listed: "The image is already shared with this account. Change that entry instead.",
    until_hint: |end| format!("The last day, in UTC. It ends on {end} in your time zone."),
    until_missing: "Choose the last day, or “No end”.",
    until_over: "This day is over. Choose a later one.",
    description_hint: "What the sharing is for, in up to 1,000 characters. Users of the other account may see it.",
    description_long: "This is longer than 1,000 characters.",
    means: |edit, image| match edit {
        OutsideEdit::Visibility { desired, .. } if desired.visibility == Visibility::Public => format!(
            "Anyone on the internet will be able to pull {image}, without signing in and whatever its permissions say."
        ),
        OutsideEdit::Visibility { .. } => format!(
            "Only users with a permission, and the accounts that {image} is shared with, will be able to pull it. Copies that \
             others have pulled already stay with them."
        ),
        OutsideEdit::Share { account, desired: None, .. } => {
            format!("Users of {} can no longer pull {image}, unless it is public.", visible(account.as_str()))
        }
        OutsideEdit::Share { account, desired: Some(terms), .. } => {
            let until = match day(&terms.until) {
                Some(day) => format!("until {day}"),
                None => "without end".to_owned(),
            };
            format!("All users of {} can pull {image}, {until}.", visible(account.as_str()))
        }
    },
    conflict: |now| {
        format!(
            "Someone else changed this. Nothing was sent. It is now {}. Review it and confirm again.",
            state(now)
        )
    },
    unreadable: "Nothing was sent: the service's answer doesn't show what is there now.",
    not_sent: "Nothing was sent: what is there now couldn't be read.",
    outcome: |outcome| match outcome {
        Outcome::Applied => "Applied".to_owned(),
        Outcome::NotApplied => "Not applied".to_owned(),
        Outcome::Otherwise(now) => format!("Now {}: someone else changed it", state(now)),
        Outcome::Unknown => "Unknown".to_owned(),
    },
    state,
    entry: |number, action, account, image| match action {
        OutsideAction::MakePublic => format!("{number}. Made {image} public"),
        OutsideAction::MakePrivate => format!("{number}. Made {image} private"),
        OutsideAction::Share => format!("{number}. Shared {image} with {account}"),
        OutsideAction::ChangeShare => format!("{number}. Changed the sharing of {image} with {account}"),
        OutsideAction::StopSharing => format!("{number}. Stopped sharing {image} with {account}"),
    },
    done: |action, account, image| match action {
        OutsideAction::MakePublic => format!("{image} is now public."),
        OutsideAction::MakePrivate => format!("{image} is now private."),
        OutsideAction::Share => format!("Shared with {account}."),
        OutsideAction::ChangeShare => format!("Changed the sharing with {account}."),
        OutsideAction::StopSharing => format!("No longer shared with {account}."),
    },
};

pub(super) static CHINESE: Words = Words {
    reach: |reach| {
        let shares = reach.shares.map(shared_zh);
        let visibility = match (reach.visibility, &shares) {
            (Visibility::Public, _) => Some("公开：任何人都可以下载"),
            (Visibility::Unknown, _) => Some("类型未知"),
            (Visibility::Private, None) => Some("非公开"),
            (Visibility::Private, Some(None)) => Some("私有"),
            (Visibility::Private, Some(Some(_))) => None,
        };
        let shares = match shares {
            None => Some("共享情况未知".to_owned()),
            Some(shares) => shares,
        };
        visibility.map(str::to_owned).into_iter().chain(shares).collect::<Vec<_>>().join(" · ")
    },
    make_public: "设为公开",
    make_private: "设为私有",
    title: |image| format!("{image} 的共享"),
    table: |image| format!("{image} 的共享账号"),
    account: "账号",
    access: "权限",
    pull: "下载",
    until: "截止时间",
    description: "描述",
    no_end: "永久有效",
    expired: "已过期",
    count: |shown, all| super::lists::count_zh(shown, all, "个账号"),
    none: "未共享",
    none_means: "此镜像未共享给其他账号。",
    note: "这些账号下的所有用户无需权限即可下载此镜像，用户列表中不会显示他们。",
    share_with: "共享给账号",
    share: "共享",
    share_public: "此镜像是公开镜像，任何人都可以下载。服务只支持共享私有镜像，可能会拒绝此请求。",
    change_of: |account| format!("修改 {account}"),
    stop: "停止共享",
    stop_of: |account| format!("停止共享给 {account}"),
    account_hint: "该账号的用户登录时输入的账号名。服务不会提示账号是否存在。",
    account_missing: "请输入账号名。",
    account_wrong: "这不是有效的账号名。",
    account_own: "这是您自己的账号，请改为给其用户授权。",
    account_listed: "此镜像已共享给该账号，请修改已有条目。",
    until_hint: |end| format!("最后一天，按 UTC 计算。在您的时区于 {end} 结束。"),
    until_missing: "请选择最后一天，或选择“永久有效”。",
    until_over: "这一天已过，请选择更晚的日期。",
    description_hint: "共享用途，最多 1,000 个字符。对方账号的用户可能会看到。",
    description_long: "超过了 1,000 个字符。",
    means: |edit, image| match edit {
        OutsideEdit::Visibility { desired, .. } if desired.visibility == Visibility::Public => {
            format!("互联网上的任何人无需登录即可下载 {image}，与其权限设置无关。")
        }
        OutsideEdit::Visibility { .. } => {
            format!("只有拥有权限的用户和 {image} 的共享账号可以下载。他人已下载的副本不受影响。")
        }
        OutsideEdit::Share { account, desired: None, .. } => {
            format!("{} 的用户将不能下载 {image}（公开镜像除外）。", visible(account.as_str()))
        }
        OutsideEdit::Share { account, desired: Some(terms), .. } => {
            let until = match day(&terms.until) {
                Some(day) => format!("截至 {day}"),
                None => "永久有效".to_owned(),
            };
            format!("{} 的所有用户可以下载 {image}，{until}。", visible(account.as_str()))
        }
    },
    conflict: |now| {
        format!("其他人已在此期间作了修改，因此没有发送任何请求。现为：{}。请核对后再次确认。", state_zh(now))
    },
    unreadable: "没有发送任何请求：服务的响应未显示当前状态。",
    not_sent: "没有发送任何请求：无法读取当前状态。",
    outcome: |outcome| match outcome {
        Outcome::Applied => "已生效".to_owned(),
        Outcome::NotApplied => "未生效".to_owned(),
        Outcome::Otherwise(now) => format!("现为{}：被他人修改", state_zh(now)),
        Outcome::Unknown => "未知".to_owned(),
    },
    state: state_zh,
    entry: |number, action, account, image| match action {
        OutsideAction::MakePublic => format!("{number}. 将 {image} 设为公开"),
        OutsideAction::MakePrivate => format!("{number}. 将 {image} 设为私有"),
        OutsideAction::Share => format!("{number}. 将 {image} 共享给 {account}"),
        OutsideAction::ChangeShare => format!("{number}. 修改 {image} 对 {account} 的共享"),
        OutsideAction::StopSharing => format!("{number}. 停止将 {image} 共享给 {account}"),
    },
    done: |action, account, image| match action {
        OutsideAction::MakePublic => format!("{image} 现为公开镜像。"),
        OutsideAction::MakePrivate => format!("{image} 现为私有镜像。"),
        OutsideAction::Share => format!("已共享给 {account}。"),
        OutsideAction::ChangeShare => format!("已修改对 {account} 的共享。"),
        OutsideAction::StopSharing => format!("已停止共享给 {account}。"),
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_read_is_never_called_private() {
        let say = |visibility, shares: Option<(usize, usize)>| {
            let shares = shares.map(|(all, expired)| ShareCount { all, expired });
            (ENGLISH.reach)(Reach { visibility, shares })
        };
        assert_eq!(say(Visibility::Private, Some((0, 0))), "Private");
        assert_eq!(say(Visibility::Public, Some((0, 0))), "Public: anyone can pull");
        assert_eq!(say(Visibility::Private, Some((2, 1))), "Shared with 2 accounts (1 expired)");
        assert_eq!(say(Visibility::Public, Some((1, 0))), "Public: anyone can pull · Shared with 1 account");
        assert_eq!(say(Visibility::Private, None), "Not public · sharing unknown");
        assert_eq!(say(Visibility::Unknown, None), "Visibility unknown · sharing unknown");
        assert_eq!(say(Visibility::Unknown, Some((0, 0))), "Visibility unknown");
    }
}
